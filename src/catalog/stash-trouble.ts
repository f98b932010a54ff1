import type { UnknownCause } from '../model/unknown-cause.ts';
import type { SceneSource } from './scene-source.ts';

/**
 * Tells a failure of the source as a cause that people and answers can be given; throws on what is a defect of ours.
 * `signal` is the one the question was asked with.
 */
export type ToUnknownCause = (error: unknown, signal?: AbortSignal) => UnknownCause;

/** Stash could not answer, as opposed to a fault on this side. */
export class StashTrouble extends Error {
  override readonly name = 'StashTrouble';
  readonly unknownCause: UnknownCause;

  constructor(unknownCause: UnknownCause, error: unknown) {
    super(unknownCause.detail, { cause: error });
    this.unknownCause = unknownCause;
  }
}

type Ask<Args extends readonly [...unknown[], AbortSignal], Answer> = (...args: Args) => Promise<Answer>;

/** The same source with every failure told as `StashTrouble`, so that one look tells whose fault it was. */
export function tellTrouble(source: SceneSource, toUnknownCause: ToUnknownCause): SceneSource {
  const tell =
    <Args extends readonly [...unknown[], AbortSignal], Answer>(ask: Ask<Args, Answer>): Ask<Args, Answer> =>
    async (...args) => {
      try {
        return await ask(...args);
      } catch (error) {
        throw new StashTrouble(toUnknownCause(error, args.at(-1) as AbortSignal), error);
      }
    };
  return {
    countScenes: tell((signal) => source.countScenes(signal)),
    listScenesAfter: tell((...args) => source.listScenesAfter(...args)),
    listSceneStatesAfter: tell((...args) => source.listSceneStatesAfter(...args)),
    listScenesWithoutCoverAfter: tell((...args) => source.listScenesWithoutCoverAfter(...args)),
    listScenesChangedSince: tell((...args) => source.listScenesChangedSince(...args)),
    get listScenesWithFilesChangedSince() {
      return (
        source.listScenesWithFilesChangedSince && tell(source.listScenesWithFilesChangedSince.bind(source))
      );
    },
    listPerformersChangedSince: tell((...args) => source.listPerformersChangedSince(...args)),
    listStudiosChangedSince: tell((...args) => source.listStudiosChangedSince(...args)),
    listTagsChangedSince: tell((...args) => source.listTagsChangedSince(...args)),
    listGroupsChangedSince: tell((...args) => source.listGroupsChangedSince(...args)),
    readScenes: tell((ids, signal) => source.readScenes(ids, signal)),
    get findFileThenScene() {
      return source.findFileThenScene && tell(source.findFileThenScene.bind(source));
    },
    findScenesByPathPattern: tell((...args) => source.findScenesByPathPattern(...args)),
  };
}
