/** A stretch of two folder paths: the same segments on both sides, or different ones. */
export interface Stretch {
  readonly isSame: boolean;
  readonly plex: readonly [from: number, to: number];
  readonly stash: readonly [from: number, to: number];
}

/**
 * Cuts two lists of folders into stretches, from the root on, so that as many segments as possible are in stretches
 * that are the same. The first one is always one of different segments, which may be empty.
 */
export function alignFolders(plex: readonly string[], stash: readonly string[]): Stretch[] {
  const lengths = toCommonLengths(plex, stash);
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  const stretches: Stretch[] = [];
  let [i, j] = [plex.length, stash.length];
  while (i > 0 || j > 0) {
    const [endI, endJ] = [i, j];
    while (i > 0 && j > 0 && plex[i - 1] === stash[j - 1]) [i, j] = [i - 1, j - 1];
    if (i < endI) stretches.unshift({ isSame: true, plex: [i, endI], stash: [j, endJ] });
    const [gapI, gapJ] = [i, j];
    while ((i > 0 || j > 0) && !(i > 0 && j > 0 && plex[i - 1] === stash[j - 1])) {
      if (i > 0 && (j === 0 || at(i - 1, j) >= at(i, j - 1))) i -= 1;
      else j -= 1;
    }
    if (i < gapI || j < gapJ) stretches.unshift({ isSame: false, plex: [i, gapI], stash: [j, gapJ] });
  }
  if (stretches[0]?.isSame !== false) stretches.unshift({ isSame: false, plex: [0, 0], stash: [0, 0] });
  return stretches;
}

/** How many segments the first `i` and the first `j` have in common, in order. */
function toCommonLengths(plex: readonly string[], stash: readonly string[]): number[][] {
  const lengths = [Array<number>(stash.length + 1).fill(0)];
  for (const [i, segment] of plex.entries()) {
    const [above, row] = [lengths[i] ?? [], [0]];
    for (const [j, other] of stash.entries()) {
      const longer = Math.max(above[j + 1] ?? 0, row[j] ?? 0);
      row.push(segment === other ? Math.max((above[j] ?? 0) + 1, longer) : longer);
    }
    lengths.push(row);
  }
  return lengths;
}
