import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { Context, Middleware } from 'koa';
import { HttpError } from '../http/http-error.ts';
import type { Secret } from '../lib/secret.ts';

/** What a caller of the admin listener may do. */
export type AdminRights = 'NONE' | 'READ' | 'CHANGE';

/** Where a request came from: the address of the peer. Headers that claim another one are not believed. */
export type AddressOf = (ctx: Context) => string;

export const peerAddressOf: AddressOf = (ctx) => ctx.req.socket.remoteAddress ?? '';

/**
 * With a token, only who shows it may do anything. Without one, everybody who reaches the listener may read, and only
 * callers on this machine may change things.
 */
export function rightsOf(
  ctx: Context,
  token: Secret | undefined,
  addressOf: AddressOf = peerAddressOf,
): AdminRights {
  if (token !== undefined) return showsToken(ctx, token) ? 'CHANGE' : 'NONE';
  return isLoopback(addressOf(ctx)) ? 'CHANGE' : 'READ';
}

/**
 * Refuses callers without any rights.
 *
 * @param isOpen tells the requests that need none.
 */
export function useAdminAccess(token: Secret | undefined, isOpen: (ctx: Context) => boolean): Middleware {
  return async (ctx, next) => {
    if (!isOpen(ctx) && rightsOf(ctx, token) === 'NONE') {
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
