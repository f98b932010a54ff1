/** A stream of numbers that is the same for the same seed on every machine, so that a failing run can be repeated. */
export interface Random {
  /** A whole number from 0 up to, not including, 2^32. */
  bits(): number;
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** True in the given share (0 to 1) of all calls. */
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/** A generator of the "mulberry" kind: one multiplication-and-shift mix of a counter, good enough for sample data. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const bits = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => Math.floor((bits() / 2 ** 32) * limit);
  return {
    bits,
    below,
    chance: (share) => bits() < share * 2 ** 32,
    pick: (items) => at(items, below(items.length)),
  };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined)
    throw new RangeError('expected a list with at least one item, but got: an empty list');
  return item;
}
