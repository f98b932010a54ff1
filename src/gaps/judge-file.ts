import type { SceneId } from '../model/ids.ts';
import type { FoundGap, GapKind, GapReason } from './gap.ts';
import { toFileSubject } from './gap-subject.ts';
import type { OddFile } from './sweep-staging.ts';

/** What is wrong with a file that Plex has. A file that shows its own scene is no odd file. */
export function toFileGap(file: OddFile): FoundGap {
  if (file.foundScene === undefined && !file.isTied) return toNotInStash(file);
  if (file.agent === 'OURS') {
    const reason = file.shownExists ? 'OTHER_SCENE' : 'SCENE_DELETED';
    return toGap(file, 'WRONG_SCENE', reason, file.foundScene);
  }
  return toGap(file, 'UNMATCHED', toUnmatchedReason(file), file.foundScene);
}

function toNotInStash(file: OddFile): FoundGap {
  const { agent, shownExists, stashPath, shownScene } = file;
  if (agent === 'OURS' && !shownExists) return toGap(file, 'NOT_IN_STASH', 'SCENE_DELETED', shownScene);
  const reason = stashPath === undefined ? 'NO_RULE_COVERS_PATH' : 'NO_SUCH_FILE';
  return toGap(file, 'NOT_IN_STASH', reason, undefined);
}

function toUnmatchedReason({ isTied, agent }: OddFile): GapReason {
  if (isTied) return 'NAME_AMBIGUOUS';
  return agent === 'NONE' ? 'NO_AGENT' : 'OTHER_AGENT';
}

/** The Stash path is told only where Stash has the file: where it was merely looked for is not Stash's word. */
function toGap(file: OddFile, kind: GapKind, reason: GapReason, sceneId: SceneId | undefined): FoundGap {
  const isInStash = kind !== 'NOT_IN_STASH';
  return {
    kind,
    reason,
    subject: toFileSubject(file.plexPath),
    plexPath: file.plexPath,
    ...(isInStash && file.stashPath !== undefined && { stashPath: file.stashPath }),
    plexRatingKey: file.ratingKey,
    plexLibrary: file.library,
    ...(sceneId !== undefined && { sceneId }),
  };
}
