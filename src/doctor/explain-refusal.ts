import { StashError } from '../stash/stash-error.ts';
import { createStashTransport } from '../stash/transport.ts';
import { isPrivateAddress } from './private-address.ts';
import type { ProblemId } from './problem-catalog.ts';

const QUESTION = 'query GetVersion { version { version } }';

/**
 * Why Stash refuses us: by asking once without the key. That is done only where Stash is inside a private network: an
 * open Stash that sees a request without key from the internet locks itself (Stash's source).
 */
export async function explainRefusal(
  url: string,
  hasKey: boolean,
  lookUp: (host: string) => Promise<readonly string[]>,
  signal: AbortSignal,
): Promise<ProblemId> {
  if (!hasKey) return 'STASH_KEY_MISSING';
  const addresses = await lookUp(new URL(url).hostname.replace(/^\[|\]$/g, '')).catch(() => []);
  if (addresses.length === 0 || !addresses.every(isPrivateAddress)) return 'STASH_UNAUTHORIZED';
  return (await answersOpenly(url, signal)) ? 'STASH_KEY_NOT_WANTED' : 'STASH_UNAUTHORIZED';
}

async function answersOpenly(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    await createStashTransport({ baseUrl: url }).post({ query: QUESTION }, signal);
    return true;
  } catch (error) {
    if (error instanceof StashError) return false;
    throw error;
  }
}
