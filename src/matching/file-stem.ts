/** An extension holds a letter: `.02` at the end of `Studio.24.01.02` is part of a date. */
const EXTENSION = /\.(?=[a-z0-9]{0,3}[a-z])[a-z0-9]{2,4}$/i;

/** A file's base name without its extension. A name that is all extension (`.mp4`) stays as it is. */
export function toFileStem(baseName: string): string {
  const stem = baseName.replace(EXTENSION, '');
  return stem === '' ? baseName : stem;
}
