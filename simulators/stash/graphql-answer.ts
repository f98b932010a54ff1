import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Answer } from './answer.ts';
import type { VersionFacts } from './stash-version.ts';

export interface PrintedError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: GraphQLError['locations'];
  readonly extensions?: { readonly code: 'GRAPHQL_VALIDATION_FAILED' | 'GRAPHQL_PARSE_FAILED' };
}

const JSON_TYPE = 'application/json';
const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** The content type for an `Accept`: from 0.29 the first listed type that Stash knows, before that always JSON. */
export function negotiate(accept: string, version: VersionFacts): string {
  if (!version.negotiates) return JSON_TYPE;
  const wanted = accept.split(',').map((part) => part.split(';', 1)[0]?.trim());
  const known = wanted.find(
    (type) => type === JSON_TYPE || type === GRAPHQL_RESPONSE || type?.endsWith('/*'),
  );
  return known === undefined || known === JSON_TYPE ? JSON_TYPE : GRAPHQL_RESPONSE;
}

/** The answer to an operation that was run; errors of resolvers are 200 like everything else. */
export function answerResult(contentType: string, result: ExecutionResult): Answer {
  if (!result.errors) return answerJson(200, contentType, { data: result.data });
  const errors = result.errors.map(({ message, path }) => (path ? { message, path } : { message }));
  return answerJson(200, contentType, { errors, data: result.data ?? null });
}

/** The answer to an operation that was not run: 422, or 400 in the newer content type. */
export function answerRejected(contentType: string, errors: readonly PrintedError[]): Answer {
  return answerGraphqlErrors(contentType === GRAPHQL_RESPONSE ? 400 : 422, contentType, errors);
}

export function answerGraphqlErrors(
  status: number,
  contentType: string,
  errors: readonly PrintedError[],
): Answer {
  return answerJson(status, contentType, { errors, data: null });
}

function answerJson(status: number, contentType: string, body: object): Answer {
  const headers = { 'content-type': contentType, 'cache-control': 'no-store' };
  return { status, headers, body: JSON.stringify(body) };
}
