import { existsSync, renameSync } from 'node:fs';

/** A damaged database that was moved out of the way; it is kept for whoever wants to look at it. */
export interface SetAsideFile {
  readonly path: string;
  /** One sentence for people. */
  readonly reason: string;
}

/** Renames a database file and its log, marked with the instant (milliseconds since the epoch). */
export function setAside(file: string, reason: string, now: number): SetAsideFile {
  const stamp = new Date(now).toISOString().replaceAll(':', '-');
  const path = `${file}.damaged-${stamp}`;
  for (const ending of ['', '-wal']) {
    if (existsSync(file + ending)) renameSync(file + ending, path + ending);
  }
  return { path, reason };
}
