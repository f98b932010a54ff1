/**
 * Text as `pathContains` and `studio` compare it: without case, Unicode forms made equal, `\` and `/` alike. Unlike a
 * folded path it keeps a slash at either end, since a filter is any part of a path.
 */
export function toFoldedText(text: string): string {
  const lower = text
    .normalize('NFC')
    .replace(/[\\/]+/g, '/')
    .toLowerCase();
  if (/^[\0-\x7f]*$/.test(lower)) return lower;
  return lower.toUpperCase().toLowerCase().replaceAll('ς', 'σ').normalize('NFC');
}
