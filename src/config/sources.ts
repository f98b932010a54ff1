import { readFileSync } from 'node:fs';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { ConfigProblem } from './config-problem.ts';

/** Environment variables as Node gives them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A raw value and where it came from, for messages. */
export interface RawValue {
  readonly raw: unknown;
  readonly from: string;
}

type FromFile =
  | { readonly ok: true; readonly values: ReadonlyMap<string, unknown> }
  | { readonly ok: false; readonly problem: ConfigProblem };

/** Reads the YAML configuration file into its top-level keys. */
export function readConfigFile(path: string): FromFile {
  const problem = (expected: string, found: string): FromFile => ({
    ok: false,
    problem: { setting: 'CONFIG_FILE', expected, found },
  });
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    return problem('a readable YAML file', `${path} (${errorCode(error)})`);
  }
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, logLevel: 'error' });
  const error = document.errors[0];
  if (error) return problem('valid YAML', `${path}, line ${lines.linePos(error.pos[0]).line}: ${error.code}`);
  const value = findValue(document);
  if (value === undefined)
    return problem('YAML whose aliases end', `${path} with aliases that repeat each other`);
  if (value === null) return { ok: true, values: new Map() };
  if (!isMapping(value)) return problem('a mapping of settings', `${path} with a ${typeof value}`);
  return { ok: true, values: new Map(Object.entries(value)) };
}

/** What the file says; `undefined` when its aliases multiply each other beyond all bounds or go round in a circle. */
function findValue(document: Document.Parsed): unknown {
  try {
    const value: unknown = document.toJS();
    // No setting is a circle, and no message could show one.
    JSON.stringify(value);
    return value;
  } catch {
    return undefined;
  }
}

/** YAML's sets and ordered maps are no mapping of settings either. */
function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * Finds a setting in the environment: `NAME`, or `NAME_FILE` for a file that holds the value (Docker secrets).
 * An empty variable counts as not set, since compose files pass unset ones on as empty.
 */
export function findInEnvironment(name: string, env: Environment): RawValue | ConfigProblem | undefined {
  const direct = env[name];
  if (direct !== undefined && direct.trim() !== '') return { raw: direct, from: name };
  const file = env[`${name}_FILE`];
  if (file === undefined || file === '') return undefined;
  try {
    return { raw: readFileSync(file, 'utf8').trim(), from: `${name}_FILE` };
  } catch (error) {
    return { setting: `${name}_FILE`, expected: 'a readable file', found: `${file} (${errorCode(error)})` };
  }
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'not readable';
}
