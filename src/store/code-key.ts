/** A studio code without case, blanks, hyphens and underscores; `undefined` when nothing is left of it. */
export function toCodeKey(code: string | undefined): string | undefined {
  const key = code
    ?.normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '');
  return key === '' ? undefined : key;
}
