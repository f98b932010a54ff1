import type { LoadOptions } from './load-options.ts';

/** One scan to be made. */
export interface Combination {
  readonly atATime: number;
  readonly stashMs: number;
  /** As many as were asked for, or as fit into the time. */
  readonly files: number;
  /** After this no more files are taken up, so that a run has an end whatever happens. */
  readonly ceilingMs: number;
}

/** What a file costs all the processes together on a machine with two cores. */
const WORK_MS = 4;
/** Every file waits for one answer of Stash, and often for another that is under way before it. */
const ANSWERS_WAITED_FOR = 1.5;
const STARTING_MS = 60_000;

export function planCombinations(options: LoadOptions): readonly Combination[] {
  return options.atATime.flatMap((atATime) =>
    options.stashMs.map((stashMs) => {
      const fileMs = WORK_MS + (ANSWERS_WAITED_FOR * stashMs) / atATime;
      const fitting = Math.floor((options.minutes * 60_000) / fileMs);
      const files = Math.min(options.files, fitting);
      return { atATime, stashMs, files, ceilingMs: STARTING_MS + 2 * files * fileMs };
    }),
  );
}

export function nameCombination({ atATime, stashMs }: Combination): string {
  return `${atATime} at a time, Stash ${stashMs} ms`;
}
