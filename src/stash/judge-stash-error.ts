import type { ErrorJudgement } from '../lib/policy.ts';
import { StashError, type StashErrorKind } from './stash-error.ts';

/**
 * What an error means to the guards. A wrong key, a setup page or an unknown field is an answer: Stash is there, and
 * neither waiting nor asking again helps, so the circuit stays as it is and each request says what is wrong.
 */
export function judgeStashError(error: unknown): ErrorJudgement {
  if (!(error instanceof StashError)) return 'ANSWER';
  if (error.kind === 'RESOLVER') return error.code === 'DATABASE_LOCKED' ? 'TRANSIENT' : 'ANSWER';
  // A name or certificate does not heal in half a second; a refused or cut connection may.
  if (error.kind === 'UNREACHABLE') return LASTING.has(error.code ?? 'OTHER') ? 'OUTAGE' : 'TRANSIENT';
  return JUDGEMENTS[error.kind] ?? 'ANSWER';
}

const LASTING: ReadonlySet<string> = new Set(['NAME_UNKNOWN', 'NO_ROUTE', 'NO_CONNECTION', 'TLS']);

const JUDGEMENTS: Readonly<Partial<Record<StashErrorKind, ErrorJudgement>>> = {
  SERVER_ERROR: 'TRANSIENT',
  GARBAGE: 'OUTAGE',
  TOO_SLOW: 'OUTAGE',
};
