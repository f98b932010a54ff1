export interface PageBounds {
  readonly smallest: number;
  readonly largest: number;
  /** How long one page should take Stash, in milliseconds. */
  readonly targetMs: number;
}

/** Whole scenes: 500 take a real Stash about 300 ms, a slow one with large scenes many times that. */
export const WHOLE_SCENES: PageBounds = { smallest: 50, largest: 1000, targetMs: 500 };

/** Ids and times: a tenth of the work. */
export const SLIM_SCENES: PageBounds = { smallest: 250, largest: 5000, targetMs: 500 };

/** How many rows the next page asks for: grows and shrinks with what the last one took, at most twofold. */
export class PageSize {
  readonly #bounds: PageBounds;
  #rows: number;

  constructor(bounds: PageBounds) {
    this.#bounds = bounds;
    this.#rows = Math.min(bounds.largest, bounds.smallest * 4);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Learns from one full page that took `tookMs`. */
  record(tookMs: number): void {
    const { smallest, largest, targetMs } = this.#bounds;
    const factor = Math.min(2, Math.max(0.5, targetMs / Math.max(1, tookMs)));
    this.#rows = Math.round(Math.min(largest, Math.max(smallest, this.#rows * factor)));
  }
}
