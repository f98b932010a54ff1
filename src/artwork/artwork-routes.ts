import Router from '@koa/router';
import type { Context } from 'koa';
import type { BudgetState } from '../http/use-request-budget.ts';
import type { ArtworkPathParts } from './parse-artwork-path.ts';
import { sendArtwork } from './send-artwork.ts';
import { type ServeArtworkDeps, createServeArtwork } from './serve-artwork.ts';

/**
 * The routes that artwork addresses lead to: GET and HEAD below `/artwork/`. Errors are
 * `{"error":{"code","message"}}`; "cannot know now" is 500 with `Retry-After`.
 *
 * Where `useRequestBudget` runs before it, its signal bounds the wait for a picture, but not the sending of one.
 */
export function createArtworkRouter(deps: ServeArtworkDeps): Router {
  const serve = createServeArtwork(deps);
  const router = new Router({ sensitive: true });
  router.get('/artwork/:kind/:id/:version/:file', async (ctx) => {
    ctx.set('X-Content-Type-Options', 'nosniff');
    const exchange = new AbortController();
    const release = abortWith(exchange, ctx);
    const ifNoneMatch = ctx.headers['if-none-match'];
    const path = toPathParts(ctx.params);
    const outcome = await serve({ path, ifNoneMatch, signal: exchange.signal }).finally(release);
    if (!exchange.signal.aborted) sendArtwork(ctx, outcome, deps.recordTrouble);
  });
  return router;
}

/**
 * Ends an exchange when the response closes, sent or not, and until released also when the budget is spent: a
 * picture that is on its way may take as long as the caller's line needs.
 */
function abortWith(exchange: AbortController, ctx: Context): () => void {
  const { signal: budget } = ctx.state as Partial<BudgetState>;
  const abort = (): void => exchange.abort();
  ctx.res.once('close', abort);
  budget?.addEventListener('abort', abort, { once: true });
  return () => budget?.removeEventListener('abort', abort);
}

function toPathParts(params: Readonly<Record<string, string>>): ArtworkPathParts {
  const { kind = '', id = '', version = '', file = '' } = params;
  return { kind, id, version, file };
}
