import type { Clock } from '../lib/clock.ts';

export interface WriteBehindOptions<Item> {
  readonly clock: Clock;
  /** Writes a batch, all or nothing; may throw, as on a full disk. */
  readonly write: (items: readonly Item[]) => void;
  /** A batch is written when it has this many items or its first is this old, whichever comes first. */
  readonly mostItems: number;
  readonly mostDelayMs: number;
  /** Told when a batch could not be written; it is tried again. */
  readonly onFailure: (error: unknown) => void;
}

/** While writing fails, this many batches are kept; beyond that the oldest items are given up. */
const KEPT_BATCHES = 20;

/**
 * Gathers small facts and writes them together. What was gathered within the delay is lost when the process is
 * killed, so it is for facts that can bear that; `close` writes everything.
 */
export class WriteBehind<Item> {
  readonly #options: WriteBehindOptions<Item>;
  readonly #closing = new AbortController();
  #items: Item[] = [];
  #isTimed = false;

  constructor(options: WriteBehindOptions<Item>) {
    this.#options = options;
  }

  add(item: Item): void {
    this.#items.push(item);
    if (this.#items.length === this.#options.mostItems) this.flush();
    if (this.#items.length > 0 && !this.#isTimed) void this.#flushLater();
  }

  /** What is not written yet, oldest first. */
  get pending(): readonly Item[] {
    return this.#items;
  }

  /** Writes what was gathered; true when nothing is left to write. */
  flush(): boolean {
    const items = this.#items;
    if (items.length === 0) return true;
    try {
      this.#options.write(items);
      this.#items = [];
      return true;
    } catch (error) {
      this.#items = items.slice(-this.#options.mostItems * KEPT_BATCHES);
      this.#options.onFailure(error);
      return false;
    }
  }

  close(): void {
    this.#closing.abort(new Error('the store is closing'));
    this.flush();
  }

  async #flushLater(): Promise<void> {
    const { signal } = this.#closing;
    if (signal.aborted) return;
    this.#isTimed = true;
    const isDue = await this.#options.clock.sleep(this.#options.mostDelayMs, signal).then(
      () => true,
      () => false,
    );
    this.#isTimed = false;
    if (isDue && !this.flush()) void this.#flushLater();
  }
}
