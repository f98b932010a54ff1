import type { PmsItem } from './pms-item.ts';

/** The items of a section, by position. Large sections make each item when it is asked for. */
export interface ItemSource {
  readonly count: number;
  /** The item at a position below `count`. */
  at(index: number): PmsItem;
  /** The position of an item; `undefined` when the section has none of that key. */
  findIndex(ratingKey: string): number | undefined;
}

/** Items that are all at hand. */
export function itemsFromList(items: readonly PmsItem[]): ItemSource {
  const positions = new Map(items.map(({ ratingKey }, index) => [ratingKey, index]));
  return {
    count: items.length,
    at: (index) => getItem(items[index], index),
    findIndex: (ratingKey) => positions.get(ratingKey),
  };
}

/**
 * Items made on demand, with consecutive ratingKeys, so that a section of any size costs no memory.
 *
 * @param firstRatingKey ratingKey of the first item.
 */
export function generateItems(
  count: number,
  firstRatingKey: number,
  toItem: (index: number, ratingKey: string) => PmsItem,
): ItemSource {
  return {
    count,
    at: (index) => toItem(index, String(firstRatingKey + index)),
    findIndex: (ratingKey) => {
      const index = Number(ratingKey) - firstRatingKey;
      return Number.isInteger(index) && index >= 0 && index < count ? index : undefined;
    },
  };
}

function getItem(item: PmsItem | undefined, index: number): PmsItem {
  if (item === undefined) throw new RangeError(`expected a position inside the section, but got: ${index}`);
  return item;
}
