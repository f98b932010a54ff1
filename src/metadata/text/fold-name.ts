/** What most names are: here Unicode has one form only, and case is all there is to level. */
const ASCII = /^[\0-\x7f]*$/;

/** The form in which two names are compared: without case, Unicode forms made equal. */
export function foldName(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase();
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}

/** Names in order, each once; the first spelling stays. */
export function toDistinctNames(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  const seen = new Set<string>();
  return names.filter((name) => seen.size < seen.add(foldName(name)).size);
}
