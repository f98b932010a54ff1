import type {
  PictureKind,
  SimulatedEntity,
  SimulatedPerformer,
  SimulatedStudio,
  SimulatedTag,
} from './library-contents.ts';
import type { Random } from './random.ts';
import { FIRST_NAMES, LAST_NAMES, STUDIO_WORDS, titleOf } from './words.ts';

/** Everybody and everything that scenes can refer to, in ascending order of ids. */
export interface Cast {
  readonly performers: SimulatedPerformer[];
  readonly studios: SimulatedStudio[];
  readonly tags: SimulatedTag[];
  readonly groups: SimulatedEntity[];
}

const TAG_WORDS =
  'Outdoor Indoor Interview Comedy Drama Vintage Documentary Behind-the-Scenes Award Compilation POV Slow-Motion';
const TAG_KINDS = 'Scene Style Light Series Mood Camera Set Sound Format Season'.split(' ');
const UNUSUAL_NAMES = [
  '山田花子',
  'Zoë Ångström',
  'Ирина Белова',
  'J. "Jay" O\'Neil',
  'María-José Núñez',
  'Łucja Żak',
];

/** Invents a cast that fits a library of the given number of scenes. */
export function generateCast(random: Random, scenes: number, createdAt: string): Cast {
  const entity = (id: number, name: string, image: PictureKind): SimulatedEntity => {
    return { id, name, createdAt, updatedAt: createdAt, image };
  };
  const studios = numbered(12 + Math.ceil(scenes / 200), (id) => ({
    ...entity(id, studioName(id), random.chance(0.6) ? 'PNG' : 'NONE'),
    parentId: id > 3 && random.chance(0.4) ? 1 + random.below(Math.min(id - 1, 40)) : null,
  }));
  const performers = numbered(20 + Math.ceil(scenes / 12), (id) => ({
    ...entity(id, performerName(id), random.pick(['JPEG', 'JPEG', 'JPEG', 'WEBP', 'NONE'] as const)),
    disambiguation: id % 29 === 0 ? 'born in the nineties' : '',
  }));
  const tags = numbered(120, (id) => ({
    ...entity(id, tagName(id), random.chance(0.2) ? 'PNG' : 'NONE'),
    sortName: id % 17 === 0 ? `0${id}` : '',
  }));
  const groups = numbered(3 + Math.ceil(scenes / 60), (id) =>
    entity(id, `The ${titleOf(id)} Collection`, 'NONE'),
  );
  return { performers, studios, tags, groups };
}

function numbered<Row>(count: number, toRow: (id: number) => Row): Row[] {
  return Array.from({ length: count }, (_, index) => toRow(index + 1));
}

function studioName(id: number): string {
  const first = STUDIO_WORDS[id % STUDIO_WORDS.length] ?? '';
  const second = ['Films', 'Media', 'Studios', 'Pictures', 'Originals', 'After Dark'][id % 6] ?? '';
  return `${first} ${second}${id < 132 ? '' : ` ${Math.floor(id / 132) + 1}`}`;
}

/** Every 29th performer shares the name of the one before and is told apart by the disambiguation. */
function performerName(id: number): string {
  if (id % 29 === 0) return performerName(id - 1);
  if (id % 31 === 0) return UNUSUAL_NAMES[(id / 31) % UNUSUAL_NAMES.length] ?? '';
  const first = FIRST_NAMES[(id * 7) % FIRST_NAMES.length] ?? '';
  return `${first} ${LAST_NAMES[Math.floor(id / FIRST_NAMES.length + id * 3) % LAST_NAMES.length] ?? ''}`;
}

function tagName(id: number): string {
  const words = TAG_WORDS.split(' ');
  const word = words[id % words.length] ?? '';
  return `${word} ${TAG_KINDS[Math.floor(id / words.length) % TAG_KINDS.length] ?? ''}`.replaceAll('-', ' ');
}
