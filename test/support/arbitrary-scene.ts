import fc from 'fast-check';
import { defaultFieldSettings } from '../../src/metadata/field-settings.ts';
import type { MetadataContext } from '../../src/metadata/metadata-context.ts';
import { asStashPath } from '../../src/model/file-paths.ts';
import { toSceneId } from '../../src/model/ids.ts';
import type { Performer, Scene, SceneFile, Studio } from '../../src/model/scene.ts';
import { noArtwork, sampleArtwork, sampleContext } from './metadata-context.ts';

/** Characters that cleaning has to do with, and some that it must leave alone. */
const troublesome = fc.constantFrom(
  ...['\u0000', '\u200B', '\u202E', '\uD83D', '\uDE00', '\uFFFE', '\uFEFF', '\u200D', '\uFE0F', '\u0301'],
  ...[
    ' ',
    '\n',
    '\r',
    '\t',
    '\u00A0',
    '\u2028',
    '\u2800',
    '\u3164',
    'e',
    'ß',
    '夜',
    '🎉',
    '👩\u200D❤\uFE0F\u200D👩',
  ],
  ...['<', '>', '<b>', '<br>', '<script>', '</script>', '<!--', '-->', '&', '&amp;', '&#0;', '&#xD800;', ';'],
  ...['.', '_', '-', '[1080p]', 'x264-GRP', 'XXX', '.mp4', '/', '\\', '(', '*'],
);

/** Any text Stash could hold, and some that it could not. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: troublesome, maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

const anyDate = fc.oneof(
  anyText,
  fc.constantFrom(
    '2024',
    '2024-02',
    '2024-02-29',
    '2023-02-29',
    '0001-01-01',
    '2024-13-01',
    '9999-12-31',
    '0000',
  ),
);

const anyInstant = fc.oneof(
  anyText,
  fc.constantFrom('2026-11-21T03:27:48+11:00', '0001-01-01T00:00:00Z', '2024-02-30T00:00:00Z', '2024-01-15'),
);

const sceneId = fc.integer({ min: 1 }).map((id) => toSceneId(String(id)));

const file: fc.Arbitrary<SceneFile> = fc.record({
  id: fc.constant('1'),
  path: fc
    .oneof(
      anyText,
      anyText.map((name) => `C:\\x\\${name}.mp4`),
      anyText.map((name) => `/x/${name}.mkv`),
    )
    .map(asStashPath),
  size: fc.nat(),
  duration: fc.double(),
  width: fc.nat(),
  height: fc.nat(),
  modifiedAt: anyInstant,
  updatedAt: anyInstant,
});

const { studio } = fc.letrec<{ studio: Studio }>((tie) => ({
  studio: fc
    .record(
      {
        id: anyText,
        name: anyText,
        parent: fc.option(tie('studio'), { nil: undefined, depthSize: 'small' }),
      },
      { requiredKeys: ['id', 'name'] },
    )
    .map(({ parent, ...own }) => (parent === undefined ? own : { ...own, parent })),
}));

const performer: fc.Arbitrary<Performer> = fc.record(
  { id: fc.nat().map(String), name: anyText, disambiguation: anyText, hasImage: fc.boolean() },
  { requiredKeys: ['id', 'name', 'hasImage'] },
);

/** Any scene, however odd. */
export const anyScene: fc.Arbitrary<Scene> = fc.record(
  {
    id: sceneId,
    title: anyText,
    code: anyText,
    details: anyText,
    director: anyText,
    date: anyDate,
    organized: fc.boolean(),
    createdAt: anyInstant,
    updatedAt: anyInstant,
    files: fc.array(file, { maxLength: 2 }),
    studio,
    performers: fc.array(performer, { maxLength: 60 }),
    tags: fc.array(fc.record({ id: anyText, name: anyText }), { maxLength: 120 }),
    groups: fc.array(fc.record({ id: fc.nat().map(String), name: anyText }), { maxLength: 3 }),
    stashIds: fc.array(
      fc.record({
        endpoint: fc.oneof(anyText, fc.webUrl(), fc.constant('https://stashdb.org/graphql')),
        id: fc.oneof(anyText, fc.uuid()),
      }),
      { maxLength: 4 },
    ),
  },
  {
    requiredKeys: [
      'id',
      'organized',
      'createdAt',
      'updatedAt',
      'files',
      'performers',
      'tags',
      'groups',
      'stashIds',
    ],
  },
);

/** Any settings an owner can have. */
export const anyContext: fc.Arbitrary<MetadataContext> = fc
  .record({
    fields: fc.record({
      ...Object.fromEntries(toggleNames().map((name) => [name, fc.boolean()])),
      includeTags: fc.array(anyText, { maxLength: 2 }),
      excludeTags: fc.array(anyText, { maxLength: 2 }),
      maxTags: fc.nat(200),
    }),
    rest: fc.record({
      contentRating: fc.oneof(fc.constant('XXX'), anyText),
      dateFallback: fc.constantFrom('created' as const, 'file' as const),
      artwork: fc.constantFrom(noArtwork, sampleArtwork()),
    }),
  })
  .map(({ fields, rest }) => sampleContext(fields, rest));

function toggleNames(): readonly string[] {
  return Object.entries(defaultFieldSettings)
    .filter(([, value]) => typeof value === 'boolean')
    .map(([name]) => name);
}
