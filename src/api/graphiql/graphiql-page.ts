import type { Context } from 'koa';
import { EXAMPLE_QUERIES } from './example-queries.ts';

/**
 * Only what the page brings along may run, and it may talk to us alone. Its script and its style stand in the page,
 * and its editor runs in workers made from text.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "style-src 'unsafe-inline'",
  'worker-src blob:',
  "img-src 'self' data:",
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** True for a browser that opens the address, as opposed to a program (or GraphiQL itself) that asks something. */
export function asksForGraphiql(ctx: Context): boolean {
  const opens = ctx.method === 'GET' && ctx.path === '/graphql' && ctx.query.query === undefined;
  return opens && ctx.accepts('application/json', 'text/event-stream', 'text/html') === 'text/html';
}

/** Sends GraphiQL, which holds no data and loads nothing from elsewhere. It is large, so it is read when it is asked for. */
export async function sendGraphiql(ctx: Context, needsToken: boolean): Promise<void> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const headers = needsToken ? JSON.stringify({ Authorization: 'Bearer <ADMIN_TOKEN>' }, undefined, 2) : null;
  ctx.set('Content-Security-Policy', POLICY);
  ctx.type = 'html';
  ctx.body = renderGraphiQL({
    title: 'Stash2Plex',
    endpoint: '/graphql',
    defaultTabs: EXAMPLE_QUERIES.map((query) => ({ query, headers })),
    ...(headers !== null && { headers, defaultEditorToolsVisibility: 'headers' as const }),
  });
}
