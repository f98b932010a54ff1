/** The first PMS that takes no pictures from private addresses, as its makers confirmed in their forum. */
const REFUSES_FROM = [1, 43, 5] as const;

/** Whether a PMS of this version (`1.43.0`, or with more behind it) refuses pictures at private addresses. */
export function refusesPrivatePictures(version: string): boolean {
  const numbers = version.split('.').map((part) => Number.parseInt(part, 10));
  for (const [place, wanted] of REFUSES_FROM.entries()) {
    const number = numbers[place] ?? 0;
    if (number !== wanted) return number > wanted;
  }
  return true;
}
