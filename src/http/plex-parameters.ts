import type { Context } from 'koa';

/**
 * Reads an `X-Plex-…` parameter. PMS sends each either as a header or in the query (Plex's OpenAPI document 1.2.2);
 * the header wins. A repeated query parameter counts with its first value.
 */
export function findPlexParameter(ctx: Context, name: `X-Plex-${string}`): string | undefined {
  const header = ctx.get(name);
  if (header !== '') return header;
  return firstOf(ctx.query[name] ?? ctx.query[name.toLowerCase()]);
}

/** Which part of a list PMS wants: both in objects, 0-based. */
export interface PageRequest {
  readonly start: number;
  readonly size: number | undefined;
}

/** Reads `X-Plex-Container-Start` and `-Size`; absent or absurd values count as "from the first, all". */
export function readPageRequest(ctx: Context): PageRequest {
  return {
    start: toCount(findPlexParameter(ctx, 'X-Plex-Container-Start')) ?? 0,
    size: toCount(findPlexParameter(ctx, 'X-Plex-Container-Size')),
  };
}

/** The first value of a query parameter that may be repeated. */
export function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function toCount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
