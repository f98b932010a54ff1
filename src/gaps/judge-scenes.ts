import type { ServedEntry } from '../metadata/served-ledger.ts';
import type { FoundGap } from './gap.ts';
import { toSceneSubject } from './gap-subject.ts';
import { inScenes } from './in-ranges.ts';
import { toAbsenceGap, type AbsenceTools } from './judge-absence.ts';
import { addCounts, type SweepContext } from './sweep-context.ts';
import type { SceneRange, ServedBefore } from './sweep-staging.ts';

const PAGE = 2_000;

/** Finds what is wrong with the scenes that Stash has: `NOT_IN_PLEX` and `STALE`. */
export async function judgeScenes(context: SweepContext): Promise<undefined> {
  const { tools, signal } = context;
  const absence: AbsenceTools = {
    paths: tools.paths,
    sections: context.sections.map(({ section }) => section),
    isListed: (subject) => tools.staging.isFound('NOT_IN_STASH', subject),
  };
  for await (const range of inScenes(tools.staging, PAGE, signal)) judgePage(context, range, absence);
}

function judgePage(context: SweepContext, range: SceneRange, absence: AbsenceTools): void {
  const { staging, ledger } = context.tools;
  const absent = staging.listAbsentScenes(range).flatMap((scene) => toAbsenceGap(scene, absence) ?? []);
  const stale = staging
    .listServedBefore(range)
    .filter((served) => isStale(served, ledger.find(served.sceneId)));
  staging.recordFound([...absent, ...stale.map(toStaleGap)]);
  addCounts(context, { stashFiles: context.counts.stashFiles + staging.countFiles(range) });
}

/**
 * By our own ledger: Stash's time now is later than the one that was served. What was served from Stash itself may be
 * newer than the catalog, and one instant may be written in another offset; neither is stale.
 */
function isStale({ updatedAt }: ServedBefore, served: ServedEntry | undefined): boolean {
  if (served === undefined || served.sceneUpdatedAt === updatedAt) return false;
  return !(Date.parse(updatedAt) <= Date.parse(served.sceneUpdatedAt));
}

function toStaleGap({ sceneId, plexPath, ratingKey, library }: ServedBefore): FoundGap {
  return {
    kind: 'STALE',
    reason: 'CHANGED_SINCE_SERVED',
    subject: toSceneSubject(sceneId),
    plexPath,
    plexRatingKey: ratingKey,
    plexLibrary: library,
    sceneId,
  };
}
