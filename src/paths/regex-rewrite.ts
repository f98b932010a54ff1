import { captureSpans } from './capture-spans.ts';
import type { CompiledPattern } from './compile-pattern.ts';
import { compilePattern } from './compile-pattern.ts';
import type { ReplacementPart } from './parse-replacement.ts';
import { parseReplacement } from './parse-replacement.ts';
import type { PathForm } from './path-form.ts';
import type { RegexRewrite } from './path-rule.ts';
import { isWindowsPath } from './separators.ts';

/** One direction of a regex rule, ready to run. */
export interface CompiledRewrite {
  readonly kind: 'REGEX';
  readonly pattern: CompiledPattern;
  readonly matches: (form: PathForm) => boolean;
  /** What each named group took from the path as given; call it only for a path that matches. */
  readonly listGroups: (form: PathForm) => ReadonlyMap<string, string>;
  /** Call it only for a path that matches. */
  readonly toPath: (form: PathForm) => string;
}

export type RewriteReading =
  | { readonly ok: true; readonly rewrite: CompiledRewrite }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Reads one direction of a regex rule; the problems name `match` or `replace`. */
export function compileRewrite(rewrite: RegexRewrite, ignoreCase: boolean): RewriteReading {
  const reading = compilePattern(rewrite.match, ignoreCase);
  if (!reading.ok) return { ok: false, problems: reading.problems.map((problem) => `match: ${problem}`) };
  const replacement = parseReplacement(rewrite.replace, reading.pattern);
  if (!replacement.ok)
    return { ok: false, problems: replacement.problems.map((problem) => `replace: ${problem}`) };
  return { ok: true, rewrite: toRewrite(reading.pattern, replacement.parts) };
}

function toRewrite(pattern: CompiledPattern, parts: readonly ReplacementPart[]): CompiledRewrite {
  return {
    kind: 'REGEX',
    pattern,
    matches: (form) => pattern.engine.testExact(form.comparable),
    listGroups: (form) => {
      const groups = captureGroups(pattern, form);
      return new Map(Array.from(pattern.groupNumbers, ([name, number]) => [name, groups[number] ?? '']));
    },
    toPath: (form) => fillIn(parts, captureGroups(pattern, form), form),
  };
}

/** The whole path first, then each group; a group that took no part is empty. */
function captureGroups(pattern: CompiledPattern, form: PathForm): string[] {
  return captureSpans(pattern, form.comparable).map((span) =>
    span === undefined ? '' : form.getGivenText(span.start, span.end),
  );
}

/** What was captured comes in the separators of its own side and leaves in those of the new path. */
function fillIn(parts: readonly ReplacementPart[], groups: readonly string[], form: PathForm): string {
  const { isWindows } = form;
  const path = parts
    .map((part) => ('text' in part ? part.text : toSlashes(groups[part.group] ?? '', isWindows)))
    .join('');
  return isWindowsPath(path) ? path.replaceAll('/', '\\') : path;
}

function toSlashes(text: string, isWindows: boolean): string {
  return isWindows ? text.replaceAll('\\', '/') : text;
}
