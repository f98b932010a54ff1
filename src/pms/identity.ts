import { findText } from './loose-values.ts';
import type { PmsClient } from './pms-client.ts';
import { PmsError } from './pms-error.ts';

/** Who a PMS is. */
export interface PmsIdentity {
  /** Three numbers, e.g. `1.43.0`. */
  readonly version: string;
  readonly machineIdentifier: string;
}

/** The first PMS with custom metadata providers. */
const OLDEST = [1, 43, 0] as const;

/**
 * Asks PMS who it is (`GET /identity`, which works without a token). Throws `TOO_OLD` for a PMS before 1.43.0 and
 * `GARBAGE` for whatever is no PMS.
 */
export async function readIdentity(client: PmsClient, signal: AbortSignal): Promise<PmsIdentity> {
  const { members } = await client.read({ path: '/identity', signal });
  const numbers = parseVersion(members.version);
  const machineIdentifier = findText(members.machineIdentifier);
  if (numbers === undefined || machineIdentifier === undefined)
    throw new PmsError('GARBAGE', { status: 200, code: 'UNEXPECTED_SHAPE' });
  const version = numbers.join('.');
  if (isOlder(numbers)) throw new PmsError('TOO_OLD', { version });
  return { version, machineIdentifier };
}

/** `1.43.0.10467-2b1ba6e69` → 1, 43, 0. */
function parseVersion(value: unknown): readonly number[] | undefined {
  const parts = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?![\d])/.exec(findText(value) ?? '');
  return parts?.slice(1).map(Number);
}

function isOlder(numbers: readonly number[]): boolean {
  const at = OLDEST.findIndex((oldest, index) => numbers[index] !== oldest);
  return at >= 0 && (numbers[at] ?? 0) < (OLDEST[at] ?? 0);
}
