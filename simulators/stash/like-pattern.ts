/**
 * Compiles an SQL `LIKE` pattern as SQLite reads it: `%` stands for anything, `_` for one character, neither can be
 * escaped, and only ASCII letters ignore case. Stash's EQUALS is this, not equality.
 */
export function compileLike(pattern: string): (text: string) => boolean {
  if (!/[%_]/.test(pattern)) {
    const folded = foldAscii(pattern);
    return (text) => text.length === pattern.length && foldAscii(text) === folded;
  }
  const source = Array.from(pattern, toSource)
    .join('')
    .replace(/(?:\[\^\]\*)+/g, '[^]*');
  const expression = new RegExp(`^${source}$`, 'u');
  return (text) => expression.test(text);
}

function toSource(character: string): string {
  if (character === '%') return '[^]*';
  if (character === '_') return '[^]';
  if (/[A-Za-z]/.test(character)) return `[${character.toLowerCase()}${character.toUpperCase()}]`;
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function foldAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
