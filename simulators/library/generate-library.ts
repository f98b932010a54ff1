import { type Cast, generateCast } from './generate-cast.ts';
import type { SimulatedScene } from './library-contents.ts';
import { DIFFICULT_PLANNERS } from './plan-difficult.ts';
import { ORDINARY_PLANNERS } from './plan-ordinary.ts';
import { type Random, createRandom } from './random.ts';
import { createSceneMaker } from './scene-maker.ts';
import type { Planner, ScenePlan } from './scene-plan.ts';
import { SimulatedLibrary } from './simulated-library.ts';
import { formatStashTime } from './stash-time.ts';

export interface LibraryOptions {
  /** How many scenes; their ids have gaps, as those of a library that was tidied up now and then. */
  readonly scenes: number;
  /** Another seed is another library of the same sort. Default 1. */
  readonly seed?: number;
  /** The library folder as Stash names it. Default `/data`. */
  readonly root?: string;
  /** Share of sets of scenes with difficult names, 0 to 1. Default an eighth. */
  readonly difficultShare?: number;
  /** The time zone of the server, in which it prints timestamps. Default +01:00. */
  readonly utcOffsetMinutes?: number;
}

/** 2026-01-01T00:00:00Z: everything generated was saved before, every edit comes after. */
const SAVED_AT = 1_767_225_600;

/**
 * A made-up Stash library, always the same for the same options: studios with parents, performers, tags, groups, and
 * scenes with names of every sort, of which a share is difficult on purpose.
 */
export function generateLibrary(options: LibraryOptions): SimulatedLibrary {
  const { scenes: count, seed = 1, root = '/data', difficultShare = 1 / 8, utcOffsetMinutes = 60 } = options;
  const random = createRandom(seed);
  const cast = generateCast(random, count, formatStashTime(SAVED_AT - 40_000_000, utcOffsetMinutes));
  const plans = planScenes(random, cast, difficultShare);
  const make = createSceneMaker({ random, cast, root, utcOffsetMinutes, savedAt: SAVED_AT, scenes: count });
  const scenes: SimulatedScene[] = [];
  for (const plan of plans) {
    if (scenes.length >= count) break;
    scenes.push(make(plan));
  }
  return new SimulatedLibrary({ root, utcOffsetMinutes, savedAt: SAVED_AT, scenes, ...cast });
}

/** Endless: difficult sets in their order, each kind as often as the next, strewn among ordinary ones. */
function* planScenes(random: Random, cast: Cast, difficultShare: number): Generator<ScenePlan, never> {
  let difficult = 0;
  for (let serial = 1; ; serial += 1) {
    const planner = random.chance(difficultShare)
      ? inTurn(DIFFICULT_PLANNERS, difficult++)
      : random.pick(ORDINARY_PLANNERS);
    yield* planner({ random, cast, serial });
  }
}

function inTurn(planners: readonly Planner[], turn: number): Planner {
  return planners[turn % planners.length] ?? (() => []);
}
