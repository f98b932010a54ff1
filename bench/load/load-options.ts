import { parseArgs } from 'node:util';

/** What is to be run. */
export interface LoadOptions {
  readonly files: number;
  /** How many files are scanned at a time, each of these in turn. */
  readonly atATime: readonly number[];
  /** How long Stash takes for an answer, each of these in turn. */
  readonly stashMs: readonly number[];
  /** How long the scan of one combination may be expected to take; it gets fewer files where it would take longer. */
  readonly minutes: number;
  /** A small library: to see that it works, not what it bears. */
  readonly quick: boolean;
}

const FULL = { files: 100_000, minutes: 40 };
const QUICK = { files: 3_000, minutes: 1 };

/** Reads the command line; throws a `RangeError` or `TypeError` that says what is wrong with it. */
export function parseLoadOptions(args: readonly string[]): LoadOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      files: { type: 'string' },
      'at-a-time': { type: 'string', default: '8,64' },
      'stash-ms': { type: 'string', default: '5,100,2000' },
      minutes: { type: 'string' },
      quick: { type: 'boolean', default: false },
    },
  });
  const defaults = values.quick ? QUICK : FULL;
  return {
    files: toCount('--files', values.files ?? String(defaults.files)),
    atATime: toCounts('--at-a-time', values['at-a-time']),
    stashMs: toCounts('--stash-ms', values['stash-ms']),
    minutes: toCount('--minutes', values.minutes ?? String(defaults.minutes)),
    quick: values.quick,
  };
}

function toCounts(option: string, text: string): readonly number[] {
  return text.split(',').map((part) => toCount(option, part));
}

function toCount(option: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text.trim())) return Number(text);
  throw new RangeError(`expected whole numbers from 1 to 9999999 for ${option}, but got: ${text}`);
}
