import type { Cast } from './generate-cast.ts';
import type {
  PictureKind,
  SimulatedMembership,
  SimulatedScene,
  SimulatedStashId,
  SimulatedVideoFile,
} from './library-contents.ts';
import { DETAILS } from './sample-details.ts';
import type { Random } from './random.ts';
import type { ScenePlan } from './scene-plan.ts';
import { formatStashTime } from './stash-time.ts';
import { LAST_NAMES } from './words.ts';

export interface SceneMakerOptions {
  readonly random: Random;
  readonly cast: Cast;
  readonly root: string;
  readonly utcOffsetMinutes: number;
  readonly savedAt: number;
  readonly scenes: number;
}

const COVERS: readonly PictureKind[] = [...Array<PictureKind>(22).fill('JPEG'), 'PNG', 'WEBP', 'NONE'];
const SIZES = [
  [640, 360],
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
] as const;
/** Shared, since most scenes have none and a large library should fit into memory. */
const NOTHING: readonly never[] = [];

/** Turns plans into stored scenes, giving ids and times in order. */
export function createSceneMaker(options: SceneMakerOptions): (plan: ScenePlan) => SimulatedScene {
  const { random, cast, utcOffsetMinutes } = options;
  let id = 0;
  // Apart from the ids of scenes, so that taking one for the other is noticed.
  let fileId = 700;
  return (plan) => {
    id += random.chance(0.02) ? 1 + random.below(4) : 1;
    const created = options.savedAt - (options.scenes * 2 + 86_400) + id;
    const createdAt = formatStashTime(created, utcOffsetMinutes);
    const updatedAt = random.chance(0.3)
      ? formatStashTime(created + random.below(86_000), utcOffsetMinutes)
      : createdAt;
    const takeFile = drawFile(options, createdAt);
    return {
      id,
      title: random.chance(0.15) ? '' : plan.title,
      code: plan.code,
      details: random.chance(0.4) ? '' : random.pick(DETAILS),
      director: random.chance(0.1) ? `R. ${random.pick(LAST_NAMES)}` : '',
      date: drawPartialDate(random, plan.date),
      organized: random.chance(0.5),
      createdAt,
      updatedAt,
      files: plan.paths.map((path) => takeFile((fileId += 1), [options.root, path].join('/'))),
      studioId: plan.studioId,
      performerIds: plan.performerIds,
      tagIds: drawIds(random, cast.tags.length, random.below(6)),
      groups: random.chance(0.1) ? drawMembership(random, cast) : NOTHING,
      stashIds: random.chance(0.25) ? drawStashIds(random) : NOTHING,
      cover: random.pick(COVERS),
      coverRevision: 0,
      trait: plan.trait,
    };
  };
}

/** Files of one scene are copies of each other: Stash puts files with equal hashes on one scene. */
function drawFile(
  { random }: SceneMakerOptions,
  createdAt: string,
): (id: number, path: string) => SimulatedVideoFile {
  const [width, height] = random.pick(SIZES);
  const copy = {
    size: 50_000_000 + random.bits(),
    duration: 60 + random.below(360_000) / 100,
    width,
    height,
  };
  const times = { createdAt, updatedAt: createdAt, modifiedAt: createdAt };
  const phash = random.chance(0.3) ? drawHash(random) : null;
  const hashes = { oshash: drawHash(random), md5: null, phash };
  return (id, path) => ({ id, path, ...copy, ...times, ...hashes });
}

function drawHash(random: Random): string {
  return [random.bits(), random.bits()].map((part) => part.toString(16).padStart(8, '0')).join('');
}

/** Dates may lack the day, or month and day. */
function drawPartialDate(random: Random, date: string | null): string | null {
  const share = random.below(100);
  if (date === null || share < 8) return null;
  if (share < 11) return date.slice(0, 4);
  return share < 14 ? date.slice(0, 7) : date;
}

function drawIds(random: Random, highest: number, count: number): readonly number[] {
  if (count === 0) return NOTHING;
  return [...new Set(Array.from({ length: count }, () => 1 + random.below(highest)))];
}

function drawMembership(random: Random, cast: Cast): readonly SimulatedMembership[] {
  return [{ groupId: random.pick(cast.groups).id, index: random.chance(0.8) ? 1 + random.below(12) : null }];
}

function drawStashIds(random: Random): readonly SimulatedStashId[] {
  const uuid = `${drawHash(random)}${drawHash(random)}`.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return [{ endpoint: 'https://stashdb.org/graphql', stashId: uuid }];
}
