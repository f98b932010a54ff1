/** Suffixes in one pattern: Stash runs it over every file, about 7.5 ms a suffix at 100,000 scenes. */
const MAX_SUFFIXES = 20;

/**
 * One RE2 pattern for Stash's `MATCHES_REGEX` on paths, which finds every file whose path ends in one of these runs of
 * segments: whole segments only, `/` and `\` alike, anchored at the end. Stash matches case-sensitively and
 * normalises nothing, so a name that has composed and decomposed forms is asked for in both.
 *
 * @param suffixes 1 to `MAX_SUFFIXES` runs of segments in reading order, the file name last; none of them empty.
 */
export function buildPathPattern(suffixes: readonly (readonly string[])[]): string {
  if (suffixes.length === 0 || suffixes.length > MAX_SUFFIXES) {
    throw new RangeError(`expected 1 to ${MAX_SUFFIXES} path suffixes, but got: ${suffixes.length}`);
  }
  const branches = new Set(suffixes.flatMap(toBranches));
  return `(?:^|[/\\\\])(?:${[...branches].join('|')})$`;
}

function toBranches(segments: readonly string[]): readonly string[] {
  if (segments.length === 0 || segments.some((segment) => segment === '')) {
    throw new TypeError('expected a path suffix of non-empty segments, but got: an empty one');
  }
  const forms = [segments, segments.map((s) => s.normalize('NFC')), segments.map((s) => s.normalize('NFD'))];
  return forms.map((form) => form.map(escapeForRe2).join('[/\\\\]'));
}

/**
 * The text as a pattern that matches only itself. RE2 takes a backslash before any ASCII punctuation; before letters it
 * would mean a class, so control characters are written by number. Everything else stands for itself.
 */
export function escapeForRe2(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
    .replaceAll(/\p{Cc}/gu, (control) => `\\x{${control.charCodeAt(0).toString(16)}}`);
}
