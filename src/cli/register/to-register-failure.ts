import { IdentifierTakenError } from '../../pms/registration/identifier-taken-error.ts';
import type { RegistrationChange } from '../../pms/registration/registration-ports.ts';
import { PmsError, type PmsErrorKind } from '../../pms/pms-error.ts';
import { toIncompleteCause } from '../../pms/to-incomplete-cause.ts';
import { CommandFailure, EXIT, type ExitCode } from '../exit-code.ts';

const EXIT_CODES: Readonly<Record<PmsErrorKind, ExitCode>> = {
  UNREACHABLE: EXIT.UNREACHABLE,
  NAME_NOT_FOUND: EXIT.UNREACHABLE,
  TLS_NAME_MISMATCH: EXIT.CONFIGURATION,
  TLS_FAILED: EXIT.CONFIGURATION,
  UNAUTHORIZED: EXIT.CONFIGURATION,
  STARTING: EXIT.UNREACHABLE,
  TOO_OLD: EXIT.FINDING,
  NOT_FOUND: EXIT.FINDING,
  REDIRECTED: EXIT.CONFIGURATION,
  HTML_ERROR: EXIT.UNREACHABLE,
  GARBAGE: EXIT.CONFIGURATION,
  TOO_SLOW: EXIT.UNREACHABLE,
  TOO_LARGE: EXIT.UNREACHABLE,
};

const CHANGES: Readonly<Record<RegistrationChange, string>> = {
  PROVIDER_ADDED: 'the provider was added',
  PROVIDER_MOVED: 'the provider was registered anew',
  PROVIDER_PUT_BACK: 'the provider was put back to its former address',
  GROUP_ADDED: 'the agent was added',
  LIBRARY_SWITCHED: 'the library was switched',
  LIBRARY_CREATED: 'the library was made',
};

/** What was changed so far, in one sentence. */
export function describeChanges(changes: readonly RegistrationChange[]): string {
  if (changes.length === 0) return 'Nothing was changed in Plex.';
  const done = [...new Set(changes)].map((change) => CHANGES[change]);
  return `Done in Plex: ${done.join(', ')}.`;
}

/** Trouble with Plex as a failure that says how far it got; any other error as it is. */
export function toRegisterFailure(error: unknown, changes: readonly RegistrationChange[]): unknown {
  const rest =
    changes.length === 0 ? '' : ' Run the command again: it goes on from there and repeats nothing.';
  const ending = `\n${describeChanges(changes)}${rest}`;
  if (error instanceof IdentifierTakenError)
    return new CommandFailure(EXIT.FINDING, error.message + ending, { cause: error });
  if (!(error instanceof PmsError)) return error;
  return new CommandFailure(EXIT_CODES[error.kind], toSentence(error) + ending, { cause: error });
}

/** The token may well be right for reading libraries and still not be the owner's. */
function toSentence(error: PmsError): string {
  const { detail } = toIncompleteCause(error);
  return error.status === 400 ? `${detail} It did not accept what was asked of it.` : detail;
}
