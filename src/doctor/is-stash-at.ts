import { StashError, type StashErrorKind } from '../stash/stash-error.ts';
import { createStashTransport } from '../stash/transport.ts';

const QUESTION = 'query GetVersion { version { version } }';

/** A Stash that lets nobody in is one all the same. */
const REFUSALS: ReadonlySet<StashErrorKind> = new Set(['UNAUTHORIZED', 'TRIPWIRE']);

/** Whether something at the address answers as Stash does. Never rejects: what does not answer in time is none. */
export async function isStashAt(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const { data } = await createStashTransport({ baseUrl: url, maxBodyBytes: 64 * 1024 }).post(
      { query: QUESTION },
      signal,
    );
    return 'version' in data;
  } catch (error) {
    return error instanceof StashError && REFUSALS.has(error.kind);
  }
}
