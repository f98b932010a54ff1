import type { Context, Middleware } from 'koa';
import { HttpError } from './http-error.ts';

/**
 * The outermost middleware: whatever goes wrong below, the caller gets JSON `{"error":{"code","message"}}`.
 * PMS logs a parse error for anything else.
 *
 * @param onBroken told of errors that are our fault; their text never reaches the caller.
 */
export function useJsonErrors(onBroken: (error: unknown) => void): Middleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined)
        sendError(ctx, new HttpError(404, 'NO_SUCH_ROUTE', 'There is nothing at this address.'));
    } catch (error) {
      if (error instanceof HttpError) {
        sendError(ctx, error);
        return;
      }
      onBroken(error);
      sendError(
        ctx,
        new HttpError(500, 'INTERNAL_ERROR', 'This service failed; its log says why.', { retryAfterS: 30 }),
      );
    }
  };
}

/** Writes an error answer. */
export function sendError(ctx: Context, error: HttpError): void {
  ctx.status = error.status;
  if (error.retryAfterS !== undefined) ctx.set('Retry-After', String(error.retryAfterS));
  ctx.body = { error: { code: error.code, message: error.message } };
}
