import { type IncomingHttpHeaders, request } from 'node:http';
import { type GraphQLSchema, TypeInfo, parse, print, visit, visitWithTypeInfo } from 'graphql';
import { type RecordedExchange, findQuery } from './recorded-exchange.ts';

export interface ReplayedAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a recorded request as it was sent, also the host, with another body where one is given. */
export function replay(
  baseUrl: string,
  { request: recorded }: RecordedExchange,
  body: unknown,
): Promise<ReplayedAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ReplayedAnswer>();
  const headers = { ...recorded.headers, host: 'stash:9999' };
  const sent = request(
    baseUrl + recorded.path,
    { method: recorded.method, headers, agent: false },
    (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
      });
    },
  );
  sent.on('error', reject);
  sent.end(
    typeof body === 'string' || body === undefined || body === null ? (body ?? '') : JSON.stringify(body),
  );
  return promise;
}

/** The recorded body with the fields left out of its document that the simulator does not know. */
export function trimBody(
  exchange: RecordedExchange,
  schema: GraphQLSchema,
  unknown: ReadonlySet<string>,
): unknown {
  const operation = findQuery(exchange);
  if (!operation) return exchange.request.body;
  const document = tryParse(operation.query);
  if (!document) return exchange.request.body;
  const info = new TypeInfo(schema);
  const enter = (): null | undefined => {
    const name = `${info.getParentType()?.name ?? ''}.${info.getFieldDef()?.name ?? ''}`;
    return unknown.has(name) ? null : undefined;
  };
  const trimmed = print(visit(document, visitWithTypeInfo(info, { Field: { enter } })));
  const isUntouched = trimmed === print(document);
  return isUntouched ? exchange.request.body : { ...(exchange.request.body as object), query: trimmed };
}

/** What is left of a recorded value when only the fields are kept that the answer shows as well. */
export function project(recorded: unknown, answer: unknown): unknown {
  if (Array.isArray(recorded) && Array.isArray(answer)) {
    return recorded.map((item, index) => project(item, answer[index] ?? answer.at(-1)));
  }
  if (!isRecord(recorded) || !isRecord(answer)) return recorded;
  return Object.fromEntries(
    Object.keys(recorded)
      .filter((key) => key in answer)
      .map((key) => [key, project(recorded[key], answer[key])]),
  );
}

function tryParse(query: string): ReturnType<typeof parse> | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
