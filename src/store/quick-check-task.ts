/** What a thread is given that checks a database. */
export interface QuickCheckTask {
  readonly file: string;
  /** One number, shared by both threads: `UNDECIDED` until the thread knows. */
  readonly verdict: Int32Array<SharedArrayBuffer>;
}

export const UNDECIDED = 0;
export const SOUND = 1;
export const DAMAGED = 2;
