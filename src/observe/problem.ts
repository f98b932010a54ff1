/** Something a person should know about, by a stable id that docs and tools use. */
export interface Problem {
  /** UPPER_SNAKE token; never changes once released. */
  readonly id: string;
  readonly severity: 'ERROR' | 'WARNING';
  /** What is wrong, one sentence without secrets. */
  readonly summary: string;
  /** What to do about it, one sentence. */
  readonly nextStep: string;
}
