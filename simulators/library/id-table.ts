/** Rows in ascending order of ids: found by id at once, pages after an id by binary search. */
export class IdTable<Row extends { readonly id: number }> {
  readonly #rows: Row[];
  readonly #byId: Map<number, Row>;
  #highestId: number;

  /** @param rows kept and changed in place; copy them first to keep yours */
  constructor(rows: Row[]) {
    const descending = rows.findIndex((row, index) => index > 0 && row.id <= (rows[index - 1]?.id ?? 0));
    if (descending >= 0)
      throw new RangeError(`expected ascending ids, but got: ${rows[descending]?.id} out of order`);
    this.#rows = rows;
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#highestId = rows.at(-1)?.id ?? 0;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Above every id that was ever used: Stash gives no id twice, also after a deletion. */
  get nextId(): number {
    return this.#highestId + 1;
  }

  find(id: number): Row | undefined {
    return this.#byId.get(id);
  }

  get(id: number): Row {
    const row = this.find(id);
    if (!row) throw new RangeError(`expected the id of something in the library, but got: ${id}`);
    return row;
  }

  /** The position of the first row whose id is greater than `id`. */
  indexAfter(id: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#rows[middle]?.id ?? Infinity) <= id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Puts the row in the place of the one with its id, or in its order when there is none. */
  put(row: Row): void {
    const index = this.indexAfter(row.id - 1);
    this.#rows.splice(index, this.#byId.has(row.id) ? 1 : 0, row);
    this.#byId.set(row.id, row);
    this.#highestId = Math.max(this.#highestId, row.id);
  }

  delete(id: number): void {
    this.#rows.splice(this.indexAfter(this.get(id).id - 1), 1);
    this.#byId.delete(id);
  }
}
