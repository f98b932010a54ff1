/** Something that is told to whoever listens at the moment. */
export interface TopicOptions {
  /** How many untaken items one listener is owed at the most; beyond that the oldest are lost. */
  readonly capacity: number;
}

/**
 * Tells items to any number of listeners. Nothing waits for a listener: one that does not keep up loses the oldest
 * items, and one that never reads costs no more than `capacity` items.
 */
export class Topic<Item> {
  readonly #capacity: number;
  readonly #listeners = new Set<Listener<Item>>();
  #isClosed = false;

  constructor({ capacity }: TopicOptions) {
    this.#capacity = capacity;
  }

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  publish(item: Item): void {
    for (const listener of this.#listeners) listener.give(item);
  }

  /**
   * Items from the moment iteration is asked for, until the caller leaves its loop, the signal aborts or the topic
   * closes; each of these ends the loop normally.
   */
  subscribe(isWanted: (item: Item) => boolean = () => true, signal?: AbortSignal): AsyncIterable<Item> {
    return { [Symbol.asyncIterator]: () => this.#listen(isWanted, signal) };
  }

  /** Ends every subscription, once its listener has taken what it is owed. */
  close(): void {
    this.#isClosed = true;
    for (const listener of this.#listeners) listener.end();
    this.#listeners.clear();
  }

  #listen(isWanted: (item: Item) => boolean, signal?: AbortSignal): AsyncIterator<Item> {
    const listener = new Listener<Item>(this.#capacity, isWanted);
    const leave = () => {
      this.#listeners.delete(listener);
      signal?.removeEventListener('abort', leave);
      listener.end();
    };
    if (this.#isClosed || signal?.aborted) listener.end();
    else this.#listeners.add(listener);
    signal?.addEventListener('abort', leave, { once: true });
    return {
      next: () => listener.take(),
      return: async () => {
        listener.drop();
        leave();
        return DONE;
      },
    };
  }
}

const DONE = { done: true, value: undefined } as const;

/** One listener's untaken items, or its waiting calls: never both. */
class Listener<Item> {
  readonly #capacity: number;
  readonly #isWanted: (item: Item) => boolean;
  #items: Item[] = [];
  #waiting: ((result: IteratorResult<Item>) => void)[] = [];
  #hasEnded = false;

  constructor(capacity: number, isWanted: (item: Item) => boolean) {
    this.#capacity = capacity;
    this.#isWanted = isWanted;
  }

  give(item: Item): void {
    if (!this.#isWanted(item)) return;
    const waiter = this.#waiting.shift();
    if (waiter !== undefined) {
      waiter({ done: false, value: item });
      return;
    }
    this.#items.push(item);
    if (this.#items.length > this.#capacity) this.#items.shift();
  }

  take(): Promise<IteratorResult<Item>> {
    if (this.#items.length > 0) return Promise.resolve({ done: false, value: this.#items.shift() as Item });
    if (this.#hasEnded) return Promise.resolve(DONE);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  drop(): void {
    this.#items = [];
  }

  end(): void {
    this.#hasEnded = true;
    for (const waiter of this.#waiting) waiter(DONE);
    this.#waiting = [];
  }
}
