import type { GapReason } from './gap.ts';

/** What to do about a gap, one sentence a reason: the API, the CLI and the reports all say it in these words. */
const NEXT_STEPS: Readonly<Record<GapReason, string>> = {
  NO_RULE_COVERS_PATH:
    'Add a path rule that covers this path, try it with "stash2plex paths test", then compare again.',
  NO_SUCH_FILE: 'Let Stash scan the folder of this file, or correct the path rule if Stash has it elsewhere.',
  NO_SUCH_NAME:
    'Let Stash scan the folder of this file, or tell the library folders so that its path is known.',
  SCENE_DELETED:
    'Unmatch the item in Plex, and let Stash scan the file again if its scene was deleted by mistake.',
  FOLDER_NOT_IN_LIBRARY:
    'Add the folder to a Plex library that is compared, or suppress the gap if it should stay out.',
  NO_PLEX_ITEM:
    'Let Plex scan the library files, and check that Plex can read the file and is not told to ignore it.',
  OTHER_AGENT:
    'Set the library to this provider in Plex, then use Fix Match or refresh the metadata of the item.',
  NO_AGENT: 'Use Match in Plex on the item, and choose the scene if several are shown.',
  OTHER_SCENE:
    'Use Fix Match in Plex on the item and choose the scene of this file, or split items that Plex merged.',
  NAME_AMBIGUOUS:
    'Use Match in Plex and choose the scene, or add a path rule so that the whole path decides.',
  CHANGED_SINCE_SERVED: 'Use Refresh Metadata in Plex on the item, so that it asks for the scene again.',
  NOTHING_SHOWN:
    'Use Refresh Metadata in Plex on the item; if it stays empty, look for locked fields and for fields switched off here.',
};

/** The next step for a gap of this reason, in plain words. */
export function toNextStep(reason: GapReason): string {
  return NEXT_STEPS[reason];
}
