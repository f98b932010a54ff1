import type { FoundGap } from './gap.ts';
import { toFileSubject } from './gap-subject.ts';
import { inRanges } from './in-ranges.ts';
import { toFileGap } from './judge-file.ts';
import type { SweepContext } from './sweep-context.ts';
import type { ShownFile } from './sweep-staging.ts';

const RANGE = 2_000;

/** Finds what is wrong with the files that Plex has: `NOT_IN_STASH`, `UNMATCHED`, `WRONG_SCENE` and `EMPTY`. */
export async function judgeFiles({ tools: { staging }, signal }: SweepContext): Promise<undefined> {
  let lastEmpty: string | undefined;
  for await (const range of inRanges(staging.getLastFile(), RANGE, signal)) {
    const empty = staging.listEmptyFiles(range);
    const first = empty.filter(({ ratingKey }, at) => ratingKey !== (empty[at - 1]?.ratingKey ?? lastEmpty));
    lastEmpty = empty.at(-1)?.ratingKey ?? lastEmpty;
    staging.recordFound([...staging.listOddFiles(range).map(toFileGap), ...first.map(toEmptyGap)]);
  }
}

/** An item is empty as a whole: it is told once, at the first of its files. */
function toEmptyGap({ plexPath, ratingKey, library, sceneId }: ShownFile): FoundGap {
  return {
    kind: 'EMPTY',
    reason: 'NOTHING_SHOWN',
    subject: toFileSubject(plexPath),
    plexPath,
    plexRatingKey: ratingKey,
    plexLibrary: library,
    sceneId,
  };
}
