import type { ListedEntry, ListingPage, ReadPage } from './listing-page.ts';
import { SeenKeys } from './seen-keys.ts';

/**
 * How one reading of a listing ended: with every item it announced; with items that came, went or changed places
 * meanwhile; or before it had shown as many as it announced.
 */
export type PassEnd =
  | { readonly kind: 'WHOLE' }
  | { readonly kind: 'MOVED' }
  | { readonly kind: 'ENDED_EARLY'; readonly got: number; readonly announced: number };

const MOVED: PassEnd = { kind: 'MOVED' };
const WHOLE: PassEnd = { kind: 'WHOLE' };

/**
 * One reading of a listing, page after page.
 *
 * Every page is asked for from the last item of the page before it. When that item is not the first of the new page,
 * something before it came or went, and an item may have slipped through between the two, even if the total is the
 * same because as many were added at the end.
 */
export class ListingPass {
  readonly #read: ReadPage;
  readonly #seen = new SeenKeys();
  #total: number | undefined;
  #saysTotal = false;
  #first: string | undefined;
  #last: string | undefined;
  #end: PassEnd | undefined;

  /** @param total how many items there must be, when that is known beforehand. */
  constructor(read: ReadPage, total?: number) {
    this.#read = read;
    this.#total = total;
  }

  /** `undefined` as long as there is more to read. */
  get end(): PassEnd | undefined {
    return this.#end;
  }

  /** Items the listing announced; `undefined` while it has not. */
  get total(): number | undefined {
    return this.#total;
  }

  /** Items seen so far. */
  get count(): number {
    return this.#seen.size;
  }

  /** Reads one page and returns what is new in it; nothing when the listing turns out to have moved. */
  async next(): Promise<readonly ListedEntry[]> {
    const page = await this.#read(Math.max(0, this.count - 1));
    const fresh = this.#keepsTotal(page) ? this.#takeFresh(page.entries) : undefined;
    this.#end = fresh === undefined ? MOVED : this.#toEnd(fresh.length);
    return this.#end === MOVED ? [] : (fresh ?? []);
  }

  #keepsTotal({ total }: ListingPage): boolean {
    this.#total ??= total;
    this.#saysTotal ||= total !== undefined;
    return total === undefined || total === this.#total;
  }

  /** What the page adds; `undefined` when it does not join on to what was read before. */
  #takeFresh(entries: readonly ListedEntry[]): readonly ListedEntry[] | undefined {
    const expectedKnown = this.#countExpectedKnown(entries[0]?.ratingKey);
    const fresh = entries.filter(({ ratingKey }) => this.#seen.add(ratingKey));
    this.#first ??= entries[0]?.ratingKey;
    this.#last = entries.at(-1)?.ratingKey ?? this.#last;
    return entries.length - fresh.length === expectedKnown ? fresh : undefined;
  }

  /** How many items of a page must have been seen before, by the item it begins with; `undefined` if it must not. */
  #countExpectedKnown(begin: string | undefined): number | undefined {
    if (this.count === 0 || begin === undefined) return 0;
    if (begin === this.#last) return 1;
    // A PMS that takes no notice of paging sends everything again.
    return begin === this.#first ? this.count : undefined;
  }

  #toEnd(freshCount: number): PassEnd | undefined {
    const got = this.count;
    const announced = this.#total ?? got;
    if (got > announced) return MOVED;
    // A total that PMS does not say itself may have grown: only a page without news is the end then.
    if (got === announced && (this.#saysTotal || freshCount === 0)) return WHOLE;
    return freshCount === 0 ? { kind: 'ENDED_EARLY', got, announced } : undefined;
  }
}
