import { isIP } from 'node:net';
import type { Middleware } from 'koa';
import { HttpError } from '../http/http-error.ts';

/**
 * Refuses requests whose Host header is a public name. A web page that rebinds its own name to our address would send
 * that name; addresses, `localhost` and names without a dot (machines, containers) cannot be such names.
 *
 * @param ownHost what the listener was told to listen on, which is always allowed.
 */
export function useHostCheck(ownHost: string): Middleware {
  return async (ctx, next) => {
    if (!isOwnName(ctx.hostname, ownHost)) {
      throw new HttpError(
        403,
        'HOST_NOT_ALLOWED',
        'Expected to be asked by address, by localhost or by a machine name; use one of these instead.',
      );
    }
    await next();
  };
}

function isOwnName(hostname: string, ownHost: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  if (name === '') return false;
  return isIP(name) !== 0 || name === ownHost.toLowerCase() || !name.includes('.') || OWN_DOMAINS.test(name);
}

/** Names that public DNS never gives out. */
const OWN_DOMAINS = /\.(localhost|local|lan|home\.arpa|internal)$/;
