import { checkAccessible } from './check-accessible.ts';
import { checkShrunk } from './check-shrunk.ts';
import { judgeFiles } from './judge-files.ts';
import { judgeScenes } from './judge-scenes.ts';
import { matchStaged } from './match-staged.ts';
import { checkSectionsAgain, readSections } from './read-sections.ts';
import { refreshStash } from './refresh-stash.ts';
import { stageItems } from './stage-items.ts';
import type { SweepStep } from './sweep-context.ts';

/**
 * A sweep from top to bottom. Every step may end it as incomplete, and up to here none has touched a gap: applying
 * comes after the last one, in one transaction (see `run-sweep.ts`).
 */
export const SWEEP_STEPS: readonly SweepStep[] = [
  { phase: 'READING_STASH', run: refreshStash },
  { phase: 'READING_PLEX', run: readSections },
  { phase: 'READING_PLEX', run: stageItems },
  // What a scan changed while items were read shows only afterwards.
  { phase: 'READING_PLEX', run: checkSectionsAgain },
  { phase: 'READING_PLEX', run: checkShrunk },
  { phase: 'READING_PLEX', run: checkAccessible },
  { phase: 'COMPARING', run: matchStaged },
  // Scenes after files: a scene is absent only if no file led to it.
  { phase: 'COMPARING', run: judgeFiles },
  { phase: 'COMPARING', run: judgeScenes },
];
