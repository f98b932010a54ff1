const BITS = 32;

/**
 * A set of ratingKeys that takes little room: PMS numbers items upward, so that 32 neighbours share one entry, and
 * 1,000,000 items of one library take a few megabytes. Keys that are no numbers are kept as they are.
 */
export class SeenKeys {
  readonly #blocks = new Map<number, number>();
  readonly #others = new Set<string>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Entries held in memory. */
  get entries(): number {
    return this.#blocks.size + this.#others.size;
  }

  /** Adds a key; false when it was there already. */
  add(key: string): boolean {
    const isNew = /^(0|[1-9]\d{0,14})$/.test(key) ? this.#addNumber(Number(key)) : this.#addOther(key);
    if (isNew) this.#size += 1;
    return isNew;
  }

  #addNumber(key: number): boolean {
    const block = Math.floor(key / BITS);
    const bit = 1 << (key % BITS);
    const before = this.#blocks.get(block) ?? 0;
    this.#blocks.set(block, before | bit);
    return (before & bit) === 0;
  }

  #addOther(key: string): boolean {
    if (this.#others.has(key)) return false;
    this.#others.add(key);
    return true;
  }
}
