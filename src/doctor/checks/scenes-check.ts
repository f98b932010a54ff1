import type { Check } from '../check.ts';
import { toProblem } from '../to-problem.ts';
import { unlessTold } from '../unless-told.ts';

/** Scenes that lack what Plex would need of them. */
export const scenesCheck: Check = {
  id: 'scenes',
  group: 'Catalog',
  timeLimitMs: 30_000,
  settings: ['DATA_DIR'],
  run: ({ data }) =>
    unlessTold(async () => {
      const fileless = await data.countScenesWithoutFiles();
      const coverless = await data.countScenesWithoutCover();
      return [
        ...(fileless > 0
          ? [toProblem('SCENES_WITHOUT_FILES', { summary: `Scenes in Stash without a file: ${fileless}.` })]
          : []),
        ...(coverless > 0
          ? [toProblem('COVERS_MISSING', { summary: `Scenes in Stash without a cover: ${coverless}.` })]
          : []),
      ];
    }),
};
