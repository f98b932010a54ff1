import type { SceneId } from '../model/ids.ts';
import type { SceneReading } from '../model/scene-reading.ts';
import type { UnknownCause } from '../model/unknown-cause.ts';
import { countOwnSegments } from './count-own-segments.ts';
import { isDistinctiveName } from './distinctive-name.ts';
import type { ExplainedStep } from './explanation.ts';
import type { LiveLookup, LookupAnswer } from './live-lookup.ts';
import type { MatchPolicy } from './match-policy.ts';
import type { NamedFile } from './match-request.ts';

/** Reads one scene from Stash, for a guid of ours that the catalog does not hold. */
export type ReadScene = (id: SceneId, signal: AbortSignal) => Promise<SceneReading>;

export interface StashQuestions {
  readonly lookup: LiveLookup;
  readonly readScene: ReadScene;
  readonly policy: MatchPolicy;
}

/** What Stash told about a request that the catalog could not settle. */
export interface StashAnswer {
  readonly guidConfirmed: boolean;
  readonly brought: boolean;
  /** Stash was asked for the file, and answered. */
  readonly asked: boolean;
  readonly askedSegments?: number;
  /** Present when something that might settle the match could not be known. */
  readonly unknown?: UnknownCause;
  readonly steps: readonly ExplainedStep[];
}

/** Asks Stash for what the request's guid names and, unless that settles it, once for its file. */
export async function askStash(
  questions: StashQuestions,
  guidScene: SceneId | undefined,
  file: NamedFile | undefined,
  signal: AbortSignal,
): Promise<StashAnswer> {
  const scene = guidScene === undefined ? undefined : await questions.readScene(guidScene, signal);
  const steps = scene === undefined ? [] : [toSceneStep(scene, guidScene)];
  if (scene?.kind === 'FOUND') return { guidConfirmed: true, brought: false, asked: false, steps };
  const answer = file === undefined ? undefined : await askForFile(questions, file, signal);
  const unknown = answer?.unknown ?? (scene?.kind === 'UNKNOWN' ? scene.cause : undefined);
  return {
    guidConfirmed: false,
    brought: false,
    asked: false,
    ...answer,
    ...(unknown !== undefined && { unknown }),
    steps: [...steps, ...(answer?.steps ?? [])],
  };
}

async function askForFile(
  { lookup, policy }: StashQuestions,
  file: NamedFile,
  signal: AbortSignal,
): Promise<Partial<StashAnswer>> {
  const suffix = file.suffixSegments.slice(-countSegments(file, policy));
  const paths = file.mapped.map(({ stash }) => stash);
  const answer = await lookup({ paths, suffix }, signal);
  const steps: ExplainedStep[] = [
    { strategy: 'LIVE_LOOKUP', finding: toSentence(answer), tried: [...paths, suffix.join('/')] },
  ];
  if (answer.kind === 'UNKNOWN') return { unknown: answer.cause, steps };
  const isTruncated = answer.kind === 'BROUGHT' && answer.truncated === true;
  return {
    asked: true,
    brought: answer.kind === 'BROUGHT',
    ...(!isTruncated && { askedSegments: suffix.length }),
    steps,
  };
}

/**
 * One segment where the name alone may settle it or may have to rule another file out, else folder and name: a
 * common name would make Stash tell of every `video.mp4` it holds.
 */
function countSegments(file: NamedFile, policy: MatchPolicy): number {
  const mayDecide = policy !== 'path' && isDistinctiveName(file.baseName);
  return mayDecide || countOwnSegments(file) === 1 ? 1 : 2;
}

function toSentence(answer: LookupAnswer): string {
  if (answer.kind === 'NOTHING') return 'Stash knows no file with these paths or this ending.';
  if (answer.kind === 'UNKNOWN') return `Stash could not be asked: ${answer.cause.detail}`;
  const more = answer.truncated === true ? ', and knows more than were read' : '';
  return `Stash told of ${answer.scenes} scenes that the catalog had not read yet${more}.`;
}

function toSceneStep(reading: SceneReading, sceneId: SceneId | undefined): ExplainedStep {
  const tried = [`scene ${sceneId ?? ''}`];
  if (reading.kind === 'FOUND') return { strategy: 'LIVE_LOOKUP', finding: 'Stash knows the scene.', tried };
  if (reading.kind === 'GONE') return { strategy: 'LIVE_LOOKUP', finding: 'Stash has no such scene.', tried };
  return { strategy: 'LIVE_LOOKUP', finding: `Stash could not be asked: ${reading.cause.detail}`, tried };
}
