/** A folder as given, and how many of the paths lie in it, at any depth. */
export interface FolderCount {
  readonly folder: string;
  readonly count: number;
}

/** Up to two folders from the root: `/data/videos`, `D:\media`, `\\host\share`; the file name is never one of them. */
const TOP_FOLDER = /^[\\/]*[^\\/]+(?:[\\/]+[^\\/]+)?(?=[\\/]+[^\\/])/;

/** Counts paths by the folder near the root that holds them, so that thousands of paths read as a few lines. */
export class FolderCounts {
  readonly #counts = new Map<string, number>();

  add(path: string): void {
    const folder = TOP_FOLDER.exec(path)?.[0] ?? '/';
    this.#counts.set(folder, (this.#counts.get(folder) ?? 0) + 1);
  }

  /** The fullest folders, in a stable order. */
  list(limit: number): FolderCount[] {
    return Array.from(this.#counts, ([folder, count]) => ({ folder, count }))
      .sort((a, b) => b.count - a.count || (a.folder < b.folder ? -1 : 1))
      .slice(0, limit);
  }
}
