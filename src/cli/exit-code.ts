/** Exit codes of every command; the last two are those of BSD's sysexits. */
export const EXIT = {
  OK: 0,
  /** Something was found that the caller asked to be told. */
  FINDING: 1,
  UNREACHABLE: 69,
  CONFIGURATION: 78,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a message for people and an exit code. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
