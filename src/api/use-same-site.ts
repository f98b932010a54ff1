import type { Middleware } from 'koa';
import { HttpError } from '../http/http-error.ts';

/**
 * Refuses what another web site makes a browser send. Browsers say so in `Sec-Fetch-Site` and `Origin`; programs send
 * neither. Reading by GET is left to the browser's own same-origin rule.
 */
export function useSameSite(): Middleware {
  return async (ctx, next) => {
    const isReading = ctx.method === 'GET' || ctx.method === 'HEAD';
    if (
      !isReading &&
      (isForeignSite(ctx.get('Sec-Fetch-Site')) || isForeignOrigin(ctx.get('Origin'), ctx.host))
    ) {
      throw new HttpError(403, 'CROSS_SITE', 'Requests that another web site starts are refused.');
    }
    await next();
  };
}

function isForeignSite(site: string): boolean {
  return site !== '' && site !== 'same-origin' && site !== 'none';
}

function isForeignOrigin(origin: string, host: string): boolean {
  return origin !== '' && URL.parse(origin)?.host !== host;
}
