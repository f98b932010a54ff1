import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import type { Secret } from '../../lib/secret.ts';
import { createStashTransport } from '../transport.ts';

/** Where a schema comes from: the address of a Stash, or a file with an introspection result or SDL. */
export interface SchemaSource {
  readonly from: string;
  readonly apiKey?: Secret | undefined;
  readonly timeoutMs?: number;
  /** Ends the questions to a Stash early. */
  readonly signal?: AbortSignal;
}

export interface LoadedSchema {
  readonly schema: GraphQLSchema;
  /** What the server calls itself, or what the file's name says; absent where neither says anything. */
  readonly version?: string;
}

/** A file that holds no schema, or a schema that cannot be built. */
export class SchemaSourceError extends Error {
  override readonly name = 'SchemaSourceError';
}

/**
 * Reads a whole schema. Throws `StashError` when a Stash cannot be asked, the reason of an abort when it takes more
 * than `timeoutMs` (30 s unless set), and `SchemaSourceError` for a file that is none.
 */
export async function loadSchema(source: SchemaSource): Promise<LoadedSchema> {
  return /^https?:\/\//i.test(source.from) ? askSchema(source) : readSchema(source.from);
}

async function askSchema({ from, apiKey, timeoutMs = 30_000, signal: ended }: SchemaSource): Promise<LoadedSchema> {
  const transport = createStashTransport({ baseUrl: from, apiKey });
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(ended ? [ended] : [])]);
  const query = getIntrospectionQuery({ descriptions: false });
  const [introspection, server] = await Promise.all([
    transport.post({ query }, signal),
    transport.post({ query: 'query GetVersion { version { version } }' }, signal),
  ]);
  return toLoaded(toSchema(introspection.data, from), findVersion(server.data));
}

async function readSchema(file: string): Promise<LoadedSchema> {
  const text = await readFile(file, 'utf8');
  const schema = /^\s*\{/.test(text) ? toSchema(parseIntrospection(text, file), file) : toSdlSchema(text, file);
  return toLoaded(schema, /^(v?\d+\.\d+(?:\.\d+)?|develop)(?=\.)/.exec(basename(file))?.[1]);
}

function toLoaded(schema: GraphQLSchema, version: string | undefined): LoadedSchema {
  return version === undefined ? { schema } : { schema, version };
}

function parseIntrospection(text: string, file: string): unknown {
  try {
    const value = JSON.parse(text) as { readonly data?: unknown };
    return value.data ?? value;
  } catch (cause) {
    throw new SchemaSourceError(`expected ${file} to hold an introspection result, but got: no JSON`, { cause });
  }
}

function toSchema(introspection: unknown, from: string): GraphQLSchema {
  try {
    return buildClientSchema(introspection as IntrospectionQuery);
  } catch (cause) {
    throw new SchemaSourceError(`expected an introspection result from ${from}, but got: something else`, { cause });
  }
}

function toSdlSchema(text: string, file: string): GraphQLSchema {
  try {
    return buildSchema(text);
  } catch (cause) {
    throw new SchemaSourceError(`expected ${file} to hold a GraphQL schema, but got: something else`, { cause });
  }
}

function findVersion(data: Readonly<Record<string, unknown>>): string | undefined {
  const { version } = data;
  if (typeof version !== 'object' || version === null || !('version' in version)) return undefined;
  return typeof version.version === 'string' ? version.version : undefined;
}
