import { toComparablePath, toFoldedPath } from '../normal-form.ts';
import type { KnownFile } from './known-file.ts';

/** All files of one side with the forms in which they are looked up. Files are named by their place in the list. */
export class Library {
  readonly files: readonly KnownFile[];
  readonly folded: readonly string[];
  readonly #byComparable = new Map<string, number>();
  readonly #byFolded = new Map<string, number>();

  /** A path that is listed twice counts once. */
  constructor(listed: Iterable<KnownFile>) {
    const files: KnownFile[] = [];
    for (const file of listed) {
      const comparable = toComparablePath(file.path);
      if (this.#byComparable.has(comparable)) continue;
      this.#byComparable.set(comparable, files.length);
      files.push(file);
    }
    this.files = files;
    this.folded = files.map(({ path }) => toFoldedPath(path));
    for (const place of files.keys()) {
      const folded = this.folded[place] ?? '';
      this.#byFolded.set(folded, this.#byFolded.has(folded) ? AMBIGUOUS : place);
    }
  }

  /** The file at a path: as written, else regardless of letter case if that names one file only. */
  findPlace(path: string): number | undefined {
    const exact = this.#byComparable.get(toComparablePath(path));
    if (exact !== undefined) return exact;
    const forgiving = this.#byFolded.get(toFoldedPath(path));
    return forgiving === AMBIGUOUS ? undefined : forgiving;
  }

  getPath(place: number): string {
    const file = this.files[place];
    if (file === undefined) throw new RangeError(`expected the place of a file, but got: ${place}`);
    return file.path;
  }

  findSize(place: number): number | undefined {
    return this.files[place]?.size;
  }
}

const AMBIGUOUS = -1;

export interface Libraries {
  readonly plex: Library;
  readonly stash: Library;
}
