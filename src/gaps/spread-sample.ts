/**
 * A sample of bounded size, spread evenly over a stream of unknown length: whenever it is full, every other item goes
 * and the stride doubles. The same stream gives the same sample.
 */
export class SpreadSample {
  readonly #capacity: number;
  #items: string[] = [];
  #stride = 1;
  #seen = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(item: string): void {
    if (this.#seen % this.#stride === 0) this.#items.push(item);
    this.#seen += 1;
    if (this.#items.length <= this.#capacity) return;
    this.#items = this.#items.filter((_, at) => at % 2 === 0);
    this.#stride *= 2;
  }

  /** At most `capacity` items, the first of the stream among them. */
  get items(): readonly string[] {
    return this.#items;
  }
}
