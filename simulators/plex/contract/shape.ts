/**
 * Looks at one value of an answer and says what is wrong with it: nothing, or sentences that each begin with the
 * JSON path of the offender, e.g. `$.MediaContainer.size: expected …, but got: …`.
 */
export type Check = (value: unknown, path: string) => readonly string[];

const FINE: readonly string[] = [];
const LONGEST_SHOWN = 80;

/** One violation, with the value shown up to 80 characters. */
export function violation(path: string, expected: string, got: unknown): string {
  const shown = got === undefined ? 'nothing' : JSON.stringify(got);
  const cut = shown.length > LONGEST_SHOWN ? `${shown.slice(0, LONGEST_SHOWN)}…` : shown;
  return `${path}: expected ${expected}, but got: ${cut}`;
}

/** A check that holds when `isFine` does. */
export function expecting(expected: string, isFine: (value: unknown) => boolean): Check {
  return (value, path) => (isFine(value) ? FINE : [violation(path, expected, value)]);
}

export const text: Check = expecting('a string', (value) => typeof value === 'string');

export const filledText: Check = expecting(
  'a string that is not empty',
  (value) => typeof value === 'string' && value.trim() !== '',
);

export const flag: Check = expecting('a boolean', (value) => typeof value === 'boolean');

export const count: Check = expecting('an integer from 0', (value) => isInteger(value) && value >= 0);

/** A string of the given form; `expected` describes it. */
export function textLike(expected: string, form: RegExp): Check {
  return expecting(expected, (value) => typeof value === 'string' && form.test(value));
}

/** Exactly this value. */
export function exactly(wanted: string | number | boolean): Check {
  return expecting(JSON.stringify(wanted), (value) => value === wanted);
}

/** One word of a closed vocabulary. */
export function oneOf(words: readonly string[]): Check {
  return expecting(
    `one of ${words.join(', ')}`,
    (value) => typeof value === 'string' && words.includes(value),
  );
}

/** A list whose every entry passes. A single object in its place is a violation. */
export function listOf(entry: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return [violation(path, 'a list', value)];
    return value.flatMap((one: unknown, index) => entry(one, `${path}[${index}]`));
  };
}

export function isInteger(value: unknown): value is number {
  return Number.isInteger(value);
}
