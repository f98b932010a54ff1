import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type GraphQLSchema, type IntrospectionQuery, buildClientSchema } from 'graphql';

/** One recorded HTTP exchange with a real Stash. */
export interface RecordedExchange {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** The value of a JSON body, the text of any other, or `{base64, length}`. */
    readonly body: unknown;
  };
}

const SHARED = join(import.meta.dirname, '../../../../shared');

/** Whether recordings and schemas lie beside the project; they are not part of it. */
export function hasRecordings(): boolean {
  return existsSync(join(SHARED, 'stash-recordings')) && existsSync(join(SHARED, 'stash-schema'));
}

/** Every exchange recorded for a version, in the order of the names. */
export function readExchanges(version: string): ReadonlyMap<string, RecordedExchange> {
  const folder = join(SHARED, 'stash-recordings', version);
  const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));
  return new Map(
    names.sort().map((name) => {
      return [name, JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as RecordedExchange];
    }),
  );
}

/** The ids of the seeded studios, some of which no answer shows. */
export function readStudioIds(version: string): number[] {
  const text = readFileSync(join(SHARED, 'stash-recordings', `${version}.roles.json`), 'utf8');
  return Object.values((JSON.parse(text) as { studios: Record<string, number> }).studios);
}

/** The whole schema that a version answers introspection with. */
export function readRecordedSchema(version: string): GraphQLSchema {
  const text = readFileSync(join(SHARED, 'stash-schema', `${version}.introspection.json`), 'utf8');
  return buildClientSchema(JSON.parse(text) as IntrospectionQuery);
}

/** The GraphQL document and variables of an exchange; undefined when it has none that parses. */
export function findQuery({ request }: RecordedExchange): { query: string; variables: unknown } | undefined {
  const body = request.body as { query?: unknown; variables?: unknown } | undefined | null;
  if (typeof body !== 'object' || typeof body?.query !== 'string') return undefined;
  return { query: body.query, variables: body.variables };
}
