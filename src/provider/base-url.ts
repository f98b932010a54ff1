import type { Context } from 'koa';
import { publicBaseUrl } from '../http/public-base-url.ts';

/** Where a request's answers point to: the caller's way to us, with the secret's path segment if there is one. */
export type BaseUrlOf = (ctx: Context) => string;

/**
 * @param publicUrl `PUBLIC_URL` if set.
 * @param prefix `/<secret>` or empty.
 * @param port used where the caller's Host header cannot be repeated.
 */
export function createBaseUrlOf(publicUrl: string | undefined, prefix: string, port: number): BaseUrlOf {
  return (ctx) => publicBaseUrl(ctx, publicUrl, `http://127.0.0.1:${port}`) + prefix;
}
