import type { NameTrait } from './library-contents.ts';
import type { Random } from './random.ts';
import type { Cast } from './generate-cast.ts';

/** What one scene to be is called on disk, and what follows from its name. */
export interface ScenePlan {
  readonly trait: NameTrait;
  /** Relative to the library folder, the primary file first. */
  readonly paths: readonly string[];
  readonly title: string;
  readonly studioId: number | null;
  readonly performerIds: readonly number[];
  readonly date: string | null;
  readonly code: string;
}

/** What the inventor of a name can draw from. */
export interface PlanContext {
  readonly random: Random;
  readonly cast: Cast;
  /** Grows with every set of scenes planned; makes names unique. */
  readonly serial: number;
}

/** Plans one scene, or several that only make sense together (twins). */
export type Planner = (context: PlanContext) => readonly ScenePlan[];

/** Between 2005-01-01 and 2025-12-28: no day above 28, so that every month has it. */
export function drawDate(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${2005 + random.below(21)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
}
