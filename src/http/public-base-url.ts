import type { Context } from 'koa';

/**
 * The address under which the caller reaches us, for the artwork addresses in an answer: `PUBLIC_URL`, or what the
 * request's Host header says. A Host header that is no plain host and port is not repeated.
 */
export function publicBaseUrl(ctx: Context, publicUrl: string | undefined, fallback: string): string {
  if (publicUrl !== undefined) return publicUrl;
  const host = ctx.get('Host');
  return /^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](:\d{1,5})?$/.test(host)
    ? `http://${host}`
    : fallback;
}
