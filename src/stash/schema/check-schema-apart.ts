import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { SchemaSource } from './schema-source.ts';
import type { SchemaCheck } from './check-schema.ts';

/** The same folder and ending as this file, whether that is the source or the built program. */
const PROGRAM = fileURLToPath(import.meta.url.replace('check-schema-apart', 'schema-process'));

/** What the other process is given, over a pipe that nobody else reads. */
export interface SchemaWork {
  readonly from: string;
  readonly apiKey?: string;
  readonly timeoutMs?: number;
}

export type SchemaWorkResult =
  | { readonly ok: true; readonly check: SchemaCheck }
  | { readonly ok: false; readonly name: string; readonly message: string };

/** A check that could not be made; the name is that of the error which ended it. */
export class SchemaCheckError extends Error {
  override readonly name: string;

  constructor({ name, message }: { readonly name: string; readonly message: string }) {
    super(message);
    this.name = name;
  }
}

/**
 * As `checkSchema`, in a process of its own: two whole schemas and the library that compares them take 50 MB, and a
 * service that looks at them once a day would hold those for good.
 *
 * @throws SchemaCheckError with the name of what `checkSchema` threw; the reason of the signal when that aborts.
 */
export async function checkSchemaApart(source: SchemaSource): Promise<SchemaCheck> {
  const child = fork(PROGRAM, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  try {
    child.send(toWork(source));
    const result = await firstAnswer(child, source.signal);
    if (result.ok) return result.check;
    throw new SchemaCheckError(result);
  } finally {
    child.kill('SIGKILL');
  }
}

function toWork({ from, apiKey, timeoutMs }: SchemaSource): SchemaWork {
  return {
    from,
    ...(apiKey !== undefined && { apiKey: apiKey.reveal() }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  };
}

async function firstAnswer(
  child: ReturnType<typeof fork>,
  signal: AbortSignal | undefined,
): Promise<SchemaWorkResult> {
  const left = new AbortController();
  const within = AbortSignal.any([left.signal, ...(signal ? [signal] : [])]);
  try {
    return await Promise.race([
      once(child, 'message', { signal: within }).then(([result]) => result as SchemaWorkResult),
      once(child, 'exit', { signal: within }).then(() => ENDED_EARLY),
    ]);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    left.abort();
  }
}

const ENDED_EARLY: SchemaWorkResult = {
  ok: false,
  name: 'SchemaProcessEndedError',
  message: 'expected a result of the process that compares schemas, but got: its end',
};
