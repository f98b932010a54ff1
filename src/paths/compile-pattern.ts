import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { listPatternProblems } from './list-pattern-problems.ts';
import { findPatternHead } from './pattern-head.ts';
import { toAlternatives, toPatternTokens } from './pattern-tokens.ts';

/** Names of files may hold line breaks, so a dot stands for them too. */
export const PATTERN_FLAGS = RE2JS.DOTALL;

/** Counted repetition multiplies a pattern; beyond this size every path would cost milliseconds. */
const MAX_PROGRAM_SIZE = 5_000;

/** A pattern that matches the whole comparable form of a path or nothing, in time linear to the path. */
export interface CompiledPattern {
  /** What the engine was given: it can be compiled again, alone or beside others. */
  readonly source: string;
  readonly engine: RE2JS;
  /** The pattern before its last group, if that takes whatever is left of a path. */
  readonly head: RE2JS | undefined;
  readonly groupCount: number;
  readonly groupNumbers: ReadonlyMap<string, number>;
}

export type PatternReading =
  | { readonly ok: true; readonly pattern: CompiledPattern }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads an anchored regular expression in RE2's syntax, with groups named as in JavaScript or as in Python. */
export function compilePattern(pattern: string, ignoreCase: boolean): PatternReading {
  const problems = listPatternProblems(pattern);
  if (problems.length > 0) return { ok: false, problems };
  try {
    return toReading(toEngineSource(pattern), ignoreCase ? '(?i)' : '');
  } catch (error) {
    if (error instanceof RE2JSException) return { ok: false, problems: [toSyntaxProblem(pattern, error)] };
    throw error;
  }
}

function toReading(bare: string, flags: string): PatternReading {
  const source = `${flags}${bare}`;
  const engine = RE2JS.compile(source, PATTERN_FLAGS);
  const size = engine.programSize();
  if (size > MAX_PROGRAM_SIZE) return { ok: false, problems: [toSizeProblem(size)] };
  const start = findPatternHead(bare);
  const head = start === undefined ? undefined : RE2JS.compile(`${flags}${start}`, PATTERN_FLAGS);
  const groupNumbers = new Map(Object.entries(engine.namedGroups()));
  return { ok: true, pattern: { source, engine, head, groupCount: engine.groupCount(), groupNumbers } };
}

function toSizeProblem(size: number): string {
  return `expected a pattern of at most ${MAX_PROGRAM_SIZE} steps, but got: ${size}, use smaller counts in {…}`;
}

/**
 * The engine is always asked for the whole path, and anchors that only repeat this double its work.
 * A drive letter is upper-cased because the comparable form has it so.
 */
function toEngineSource(pattern: string): string {
  const normal = pattern.normalize('NFC').replace(/^\^[a-z]:/, (start) => start.toUpperCase());
  const tokens = toPatternTokens(normal);
  const isPlain =
    tokens[0]?.text === '^' && tokens.at(-1)?.text === '$' && !/^[*+?{]/.test(tokens[1]?.text ?? '');
  return isPlain && toAlternatives(tokens).length === 1 ? normal.slice(1, -1) : normal;
}

function toSyntaxProblem(pattern: string, error: RE2JSException): string {
  const reason =
    error instanceof RE2JSSyntaxException
      ? `${error.getDescription()} (\`${error.getPattern() ?? pattern}\`)`
      : 'the engine refuses it';
  return `expected a regular expression in RE2's syntax, but got: ${pattern} — ${reason}`;
}
