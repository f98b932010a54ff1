import type { Context, Middleware, ParameterizedContext } from 'koa';
import { HttpError } from '../http/http-error.ts';
import { firstOf } from '../http/plex-parameters.ts';
import { type BudgetState, useRequestBudget } from '../http/use-request-budget.ts';
import type { AdminRights } from './admin-access.ts';
import type { Graphql } from './create-graphql.ts';
import { asksForGraphiql, sendGraphiql } from './graphiql/graphiql-page.ts';

/** What the route is made of. */
export interface GraphqlRouteOptions {
  /** Made on the first request: the engine and its schema cost a second and tens of megabytes that scans never need. */
  readonly loadGraphql: () => Promise<Graphql>;
  readonly rightsOf: (ctx: Context) => AdminRights;
  /** Whether callers must show a token: GraphiQL then offers a place for it. */
  readonly needsToken: boolean;
  readonly requestBudgetMs: number;
  readonly stopping: AbortSignal;
}

type GraphqlContext = ParameterizedContext<BudgetState>;

/**
 * `/graphql`: GraphiQL for browsers, the API for everybody else. Subscriptions are streamed as server-sent events and
 * outlive the budget, which ends with the head of the answer.
 */
export function createGraphqlRoute(options: GraphqlRouteOptions): Middleware<BudgetState> {
  const withinBudget = useRequestBudget(options.requestBudgetMs, options.stopping);
  return async (ctx: GraphqlContext) => {
    if (asksForGraphiql(ctx)) await sendGraphiql(ctx, options.needsToken);
    else await withinBudget(ctx, () => answer(ctx, options));
  };
}

async function answer(ctx: GraphqlContext, { loadGraphql, rightsOf }: GraphqlRouteOptions): Promise<void> {
  refuseForms(ctx);
  refuseBrokenParameters(ctx);
  const graphql = await loadGraphql();
  const { signal } = ctx.state;
  const context = { rights: rightsOf(ctx), signal };
  const response = await graphql.handleNodeRequestAndResponse(ctx.req, ctx.res, context);
  if (response.body === null) throw toRefusal(response.status);
  ctx.status = response.status;
  response.headers.forEach((value, name) => ctx.set(name, value));
  ctx.body = response.body;
}

/** The server would take a form, which is what any web page can make a browser send. */
function refuseForms(ctx: GraphqlContext): void {
  if (ctx.is('urlencoded') === 'urlencoded') throw toRefusal(415);
}

/** The server would take parameters that are no JSON for a failure of its own. */
function refuseBrokenParameters(ctx: GraphqlContext): void {
  const texts = ['variables', 'extensions'].map((name) => firstOf(ctx.query[name]) ?? '');
  if (ctx.method === 'GET' && !texts.every((text) => text === '' || isJson(text))) throw toRefusal(400);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The server refuses some requests with a bare status; ours always come with a reason. */
function toRefusal(status: number): HttpError {
  const message =
    'Expected a GraphQL request: POST with a JSON body that holds "query", or GET with ?query= and JSON in ?variables=.';
  return new HttpError(status, 'NOT_A_GRAPHQL_REQUEST', message);
}
