import type { GraphQLSchema } from 'graphql';
import type {
  PictureKind,
  SimulatedEntity,
  SimulatedMembership,
  SimulatedScene,
  SimulatedStashId,
  SimulatedVideoFile,
} from '../../../simulators/library/library-contents.ts';
import { SimulatedLibrary } from '../../../simulators/library/simulated-library.ts';
import { Harvest, type Harvested } from './harvest-objects.ts';
import type { RecordedExchange } from './recorded-exchange.ts';

type WithId = Harvested & { readonly id: number };

const KINDS: Readonly<Record<string, PictureKind>> = {
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/webp': 'WEBP',
  'image/svg+xml': 'SVG',
};

/** The seeded library behind the recordings, put together from all that the recorded answers show of it. */
export function rebuildLibrary(
  schema: GraphQLSchema,
  exchanges: ReadonlyMap<string, RecordedExchange>,
  studioIds: readonly number[],
): SimulatedLibrary {
  const harvest = new Harvest(schema);
  for (const id of studioIds) harvest.note('Studio', id);
  for (const exchange of exchanges.values()) harvest.collect(exchange);
  const pictures = readPictureKinds(exchanges);
  const videoFiles = new Map(harvest.list('VideoFile').map((file) => [file.id, file]));
  const coverless = new Set(idsOf(exchanges.get('scenes-no-cover')));
  const image = (kind: string, row: WithId): PictureKind => {
    const path = text(row['image_path']);
    if (path === '' || path.includes('default=true')) return 'NONE';
    return pictures.get(`${kind}/${row.id}`) ?? 'JPEG';
  };
  return new SimulatedLibrary({
    root: '/library',
    utcOffsetMinutes: 660,
    savedAt: 1_795_200_000,
    scenes: harvest.list('Scene').map((row) => {
      const files = list(row['files']).map((file) => ({ ...file, ...videoFiles.get(Number(file['id'])) }));
      return toScene(
        { ...row, files },
        coverless.has(row.id) ? 'NONE' : (pictures.get(`scene/${row.id}`) ?? 'JPEG'),
      );
    }),
    performers: harvest.list('Performer').map((row) => {
      return { ...toEntity(row, image('performer', row)), disambiguation: text(row['disambiguation']) };
    }),
    studios: harvest.list('Studio').map((row) => {
      return { ...toEntity(row, image('studio', row)), parentId: findId(row['parent_studio']) };
    }),
    tags: harvest.list('Tag').map((row) => {
      return { ...toEntity(row, image('tag', row)), sortName: text(row['sort_name']) };
    }),
    groups: harvest.list('Group').map((row) => toEntity(row, 'NONE')),
  });
}

/** By `kind/id`, from the content types of the recorded pictures; default pictures tell nothing. */
function readPictureKinds(exchanges: ReadonlyMap<string, RecordedExchange>): Map<string, PictureKind> {
  const kinds = new Map<string, PictureKind>();
  for (const { request, response } of exchanges.values()) {
    const [, subject] = /^\/(\w+\/\d+)\/(?:image|screenshot)(?!.*default=true)/.exec(request.path) ?? [];
    const kind = KINDS[response.headers['content-type'] ?? ''];
    if (subject && kind && response.status === 200) kinds.set(subject, kind);
  }
  return kinds;
}

function toScene(row: WithId, cover: PictureKind): SimulatedScene {
  return {
    id: row.id,
    title: text(row['title']),
    code: text(row['code']),
    details: text(row['details']),
    director: text(row['director']),
    date: text(row['date']) || null,
    organized: row['organized'] === true,
    createdAt: text(row['created_at']),
    updatedAt: text(row['updated_at']),
    files: list(row['files']).map((file, index) => toFile(file, row.id * 1000 + index)),
    studioId: findId(row['studio']),
    performerIds: list(row['performers']).map((performer) => Number(performer['id'])),
    tagIds: list(row['tags']).map((tag) => Number(tag['id'])),
    groups: list(row['groups']).map(toMembership),
    stashIds: list(row['stash_ids']).map(toStashId),
    cover,
    coverRevision: 0,
    trait: 'PLAIN',
  };
}

function toFile(row: Harvested, madeUpId: number): SimulatedVideoFile {
  const prints = new Map(list(row['fingerprints']).map((print) => [print['type'], text(print['value'])]));
  return {
    id: Number(row['id'] ?? madeUpId),
    path: text(row['path']),
    size: Number(row['size'] ?? 0),
    duration: Number(row['duration'] ?? 0),
    width: Number(row['width'] ?? 0),
    height: Number(row['height'] ?? 0),
    createdAt: text(row['created_at']),
    updatedAt: text(row['updated_at']) || '2026-11-21T03:28:08+11:00',
    modifiedAt: text(row['mod_time']),
    oshash: prints.get('oshash') ?? `unknown ${madeUpId}`,
    md5: prints.get('md5') ?? null,
    phash: prints.get('phash') ?? null,
  };
}

function toEntity(row: WithId, image: PictureKind): SimulatedEntity {
  const [createdAt, updatedAt] = [text(row['created_at']), text(row['updated_at'])];
  return { id: row.id, name: text(row['name']), createdAt, updatedAt, image };
}

function toMembership(row: Harvested): SimulatedMembership {
  return {
    groupId: findId(row['group']) ?? 0,
    index: typeof row['scene_index'] === 'number' ? row['scene_index'] : null,
  };
}

function toStashId(row: Harvested): SimulatedStashId {
  return { endpoint: text(row['endpoint']), stashId: text(row['stash_id']) };
}

function idsOf(exchange: RecordedExchange | undefined): number[] {
  const body = exchange?.response.body as
    { data?: { findScenes?: { scenes?: { id: string }[] } } } | undefined;
  return body?.data?.findScenes?.scenes?.map((scene) => Number(scene.id)) ?? [];
}

function findId(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'id' in value ? Number(value.id) : null;
}

function list(value: unknown): Harvested[] {
  return Array.isArray(value) ? (value as Harvested[]) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
