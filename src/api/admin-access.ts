import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { Context, Middleware } from 'koa';
import { HttpError } from '../http/http-error.ts';
import type { Secret } from '../lib/secret.ts';

/** What a caller of the admin listener may do. */
export type AdminRights = 'NONE' | 'READ' | 'CHANGE';

/**
 * With a token, only who shows it may do anything. Without one, everybody who reaches the listener may read, and only
 * callers on this machine may change things.
 */
export function rightsOf(ctx: Context, token: Secret | undefined): AdminRights {
  if (token !== undefined) return showsToken(ctx, token) ? 'CHANGE' : 'NONE';
  return isLoopback(ctx.req.socket.remoteAddress ?? '') ? 'CHANGE' : 'READ';
}

/** Refuses callers without any rights; the paths given are open to all. */
export function useAdminAccess(token: Secret | undefined, openPaths: readonly string[]): Middleware {
  return async (ctx, next) => {
    if (!openPaths.includes(ctx.path) && rightsOf(ctx, token) === 'NONE') {
      ctx.set('WWW-Authenticate', 'Bearer');
      throw new HttpError(
        401,
        'TOKEN_REQUIRED',
        'Expected the header "Authorization: Bearer <ADMIN_TOKEN>".',
      );
    }
    await next();
  };
}

/** Compares digests, so that neither length nor content shows in the time it takes. */
function showsToken(ctx: Context, token: Secret): boolean {
  const shown = /^Bearer (.+)$/i.exec(ctx.get('Authorization'))?.[1];
  return shown !== undefined && timingSafeEqual(digest(shown), digest(token.reveal()));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function isLoopback(address: string): boolean {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}
