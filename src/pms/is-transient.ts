import { PmsError } from './pms-error.ts';

/** A name, a route or a certificate does not heal within a minute; a refused or cut connection may. */
const LASTING: ReadonlySet<string> = new Set(['NO_ROUTE', 'NO_CONNECTION']);

/** Whether the same question may be answered a little later: PMS restarts, is busy, or locks its database. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof PmsError)) return false;
  const { kind, code, status = 0 } = error;
  if (kind === 'UNREACHABLE') return code === undefined || !LASTING.has(code);
  if (kind === 'HTML_ERROR') return status >= 500 || status === 429;
  return kind === 'STARTING' || kind === 'TOO_SLOW' || code === 'LOOKUP_FAILED';
}
