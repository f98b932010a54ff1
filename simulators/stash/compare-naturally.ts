/** Stash's collation of names: without regard to ASCII case, runs of digits by their number, all else by code unit. */
export function compareNaturally(a: string, b: string): number {
  const [left, right] = [toChunks(a), toChunks(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = compareChunks(left[index] ?? '', right[index] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Text and digits in turn, text first. */
function toChunks(text: string): string[] {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()).split(/(\d+)/);
}

function compareChunks(a: string, b: string): number {
  if (/^\d/.test(a) && /^\d/.test(b)) return Number(a) - Number(b);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
