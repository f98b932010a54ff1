import { toHttpError } from './graphql-answer.ts';
import { readCappedText } from '../lib/read-capped-text.ts';
import { StashError } from './stash-error.ts';

/** Enough to recognise who wrote a refusal. */
const REFUSAL_BYTES = 64 * 1024;

/**
 * Throws for a redirect, which is never followed: the next server could be anyone, and would be handed the key. Only
 * one to Stash's log-in page is told apart.
 */
export async function refuseRedirect(response: Response): Promise<void> {
  if (response.status < 300 || response.status > 399 || response.status === 304) return;
  await response.body?.cancel();
  const toLogin = /\/login(\?|$)/.test(response.headers.get('location') ?? '');
  throw new StashError(toLogin ? 'UNAUTHORIZED' : 'REDIRECTED', { status: response.status });
}

/**
 * Throws for any answer to a question for a picture but a picture, 304 and 404. Without credentials Stash redirects
 * pictures, and only them, to its log-in page; a proxy may send such a page at once.
 */
export async function refuseNonImage(response: Response): Promise<void> {
  await refuseRedirect(response);
  if (response.status === 304 || response.status === 404) return;
  if (response.status !== 200)
    throw toHttpError(
      response.status,
      await readCappedText(
        response,
        REFUSAL_BYTES,
        () => new StashError('TOO_LARGE', { status: response.status }),
      ),
    );
  if (!/^text\/html/i.test(response.headers.get('content-type') ?? '')) return;
  await response.body?.cancel();
  throw new StashError('UNAUTHORIZED', { status: response.status, code: 'WEB_PAGE' });
}
