import { findFlag, findId, type JsonObject, listObjects } from './loose-values.ts';
import type { PmsClient } from './pms-client.ts';
import { PmsError } from './pms-error.ts';
import { listParts } from './to-plex-item.ts';

/** Items asked about at once: PMS looks at every one of their files before it answers. */
const BATCH = 20;

/**
 * Of the given items, how many have a file that PMS can open now. Items that are gone and items without files are not
 * counted. Throws `GARBAGE` when PMS does not say.
 */
export async function countAccessible(
  client: PmsClient,
  ratingKeys: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const keys = [...new Set(ratingKeys)];
  let count = 0;
  for (let at = 0; at < keys.length; at += BATCH)
    count += await countBatch(client, keys.slice(at, at + BATCH), signal);
  return count;
}

/** Flags that are not there for many items at once may be there for one at a time. */
async function countBatch(client: PmsClient, keys: readonly string[], signal: AbortSignal): Promise<number> {
  const parts = await readParts(client, keys, signal);
  const flags = parts.map((itemParts) => itemParts.map(isOpenable));
  if (flags.flat().every((flag) => flag !== undefined))
    return flags.filter((itemFlags) => itemFlags.includes(true)).length;
  if (keys.length === 1) throw new PmsError('GARBAGE', { status: 200, code: 'UNEXPECTED_SHAPE' });
  let count = 0;
  for (const key of keys) count += await countBatch(client, [key], signal);
  return count;
}

/** The parts of each item that is still there. */
async function readParts(
  client: PmsClient,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<readonly (readonly JsonObject[])[]> {
  const path = `/library/metadata/${keys.map(encodeURIComponent).join(',')}`;
  // Without `skipRefresh`, asking makes PMS read the files anew.
  const query = { checkFiles: '1', skipRefresh: '1' };
  try {
    const { members } = await client.read({ path, query, signal });
    const asked = new Set(keys);
    return listObjects(members.Metadata)
      .filter(({ ratingKey }) => asked.has(findId(ratingKey) ?? ''))
      .map(listParts);
  } catch (error) {
    if (error instanceof PmsError && error.kind === 'NOT_FOUND') return [];
    throw error;
  }
}

/** `exists` and `accessible`, as `checkFiles=1` adds them; a file that is not there need not say the second. */
function isOpenable({ exists, accessible }: JsonObject): boolean | undefined {
  return findFlag(exists) === false ? false : findFlag(accessible);
}
