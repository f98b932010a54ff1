import { type Answer, PLAIN_TEXT } from './answer.ts';
import type { GraphqlOperation } from './graphql-operation.ts';
import { answerGraphqlErrors, negotiate } from './graphql-answer.ts';
import type { VersionFacts } from './stash-version.ts';

/** The parts of an HTTP request that the GraphQL endpoint looks at. */
export interface GraphqlHttpRequest {
  readonly method: string;
  readonly search: URLSearchParams;
  readonly contentType: string;
  readonly accept: string;
  readonly body: string;
}

/** Finds the operation in a request, or the answer that refuses it. */
export function readOperation(request: GraphqlHttpRequest, version: VersionFacts): GraphqlOperation | Answer {
  if (request.method === 'GET') return readQueryString(request.search);
  const mediaType = request.contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (request.method !== 'POST' || mediaType !== 'application/json') return refuseTransport();
  const parsed = parseJson(request.body);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return toOperation(parsed);
  return refuseBody(request, Array.isArray(parsed), version);
}

function readQueryString(search: URLSearchParams): GraphqlOperation {
  const variables = parseJson(search.get('variables') ?? '{}');
  return toOperation({ query: search.get('query'), operationName: search.get('operationName'), variables });
}

function toOperation(body: object): GraphqlOperation {
  const { query, operationName, variables } = body as Readonly<Record<string, unknown>>;
  return {
    query: typeof query === 'string' ? query : '',
    operationName: typeof operationName === 'string' && operationName !== '' ? operationName : undefined,
    variables: typeof variables === 'object' && variables !== null ? { ...variables } : {},
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** JSON, but labelled as text. */
function refuseTransport(): Answer {
  return answerGraphqlErrors(400, PLAIN_TEXT, [{ message: 'transport not supported' }]);
}

/** Newer versions repeat the whole body in the message. */
function refuseBody({ body, accept }: GraphqlHttpRequest, isBatch: boolean, version: VersionFacts): Answer {
  const array = 'json: cannot unmarshal array into Go value of type graphql.RawParams';
  const repeated = version.negotiates ? ` body:${body}` : '';
  const message = `json request body could not be decoded: ${isBatch ? array : 'unexpected EOF'}${repeated}`;
  return answerGraphqlErrors(400, negotiate(accept, version), [{ message }]);
}
