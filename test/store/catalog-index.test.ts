import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CatalogStore } from '../../src/catalog/catalog-store.ts';
import type { CatalogIndex } from '../../src/matching/catalog-index.ts';
import { asStashPath } from '../../src/model/file-paths.ts';
import type { Scene } from '../../src/model/scene.ts';
import { toSegments } from '../../src/paths/normal-form.ts';
import { createCatalogIndex } from '../../src/store/create-catalog-index.ts';
import { createCatalogStore } from '../../src/store/create-catalog-store.ts';
import { Database, type SqlValue } from '../../src/store/database.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { ReferenceCatalog } from '../support/reference-catalog.ts';
import { sampleFile, sampleScene } from '../support/sample-scene.ts';

/** Few names, so that they meet: cases, accents in both forms, wildcards, blanks, quotes, other separators. */
const segment = fc.constantFrom(
  ...[
    'a',
    'A',
    'b',
    'scene.mp4',
    'Scene.MP4',
    'caf\u00e9',
    'cafe\u0301',
    'STRASSE',
    'straße',
    'a_b',
    'a%b',
    'a b',
  ],
  ...["o'clock", 'x"y', '夜', '🎉', 'a0', 'a.', '-', 'ΣΑΣ', 'σας', '..', 'a\u0000b', 'İ', 'ı'],
);
const root = fc.constantFrom('/', '', 'C:\\', 'c:/', '\\\\nas\\share\\', '//nas/share/', '/data/');
const path = fc
  .tuple(root, fc.array(segment, { minLength: 1, maxLength: 4 }), fc.constantFrom('/', '\\'))
  .map(([start, segments, separator]) => start + segments.join(separator));

const word = fc.constantFrom(
  'summer',
  'Night',
  'caf\u00e9',
  'the',
  'ABC',
  '123',
  'Jane',
  'Doe',
  'x"y',
  'AND',
  'NEAR',
);
const code = fc.constantFrom('ABC-123', 'abc 123', 'ABC_123', 'abc123', 'X-1', '-', 'ä-1', 'Ä1');
const date = fc.constantFrom('2024', '2024-02', '2024-02-29', '2023-01-01');
const stashId = fc.constantFrom('11111111-aaaa', '22222222-bbbb', "'", '');

const scene: fc.Arbitrary<Scene> = fc
  .record({
    id: fc.integer({ min: 1, max: 12 }),
    paths: fc.array(path, { maxLength: 3 }),
    title: fc.option(fc.array(word, { maxLength: 4 }), { nil: undefined }),
    code: fc.option(code, { nil: undefined }),
    date: fc.option(date, { nil: undefined }),
    stashIds: fc.uniqueArray(stashId, { maxLength: 2 }),
    performers: fc.uniqueArray(word, { maxLength: 2 }),
  })
  .map(({ id, paths, title, code: sceneCode, date: sceneDate, stashIds, performers }) =>
    sampleScene(id, {
      files: paths.map((each, index) => sampleFile(`${id}-${index}`, each)),
      ...(title && { title: title.join(' ') }),
      ...(sceneCode !== undefined && { code: sceneCode }),
      ...(sceneDate !== undefined && { date: sceneDate }),
      stashIds: stashIds.map((each) => ({ endpoint: 'https://box', id: each })),
      performers: performers.map((name) => ({ id: name, name, hasImage: false })),
    }),
  );

const step = fc.oneof(
  { weight: 4, arbitrary: scene.map((put) => ({ put })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }).map((remove) => ({ remove })) },
);

const ALL = 1_000;

function sorted(items: readonly unknown[]): string[] {
  return items.map((item) => JSON.stringify(item)).sort();
}

function expectSameAnswers(index: CatalogIndex, oracle: ReferenceCatalog, paths: readonly string[]): void {
  for (const each of paths) {
    const asked = asStashPath(each);
    expect(sorted(index.listFilesAt(asked))).toEqual(sorted(oracle.listFilesAt(asked)));
    const segments = toSegments(each);
    for (let count = 1; count <= segments.length; count += 1) {
      const tail = segments.slice(-count);
      expect(sorted(index.listFilesEndingIn(tail, ALL))).toEqual(sorted(oracle.listFilesEndingIn(tail, ALL)));
    }
  }
}

describe('the index', () => {
  it('answers as a scan of all scenes would, whatever was recorded, replaced and removed before', () => {
    const { database, store, index } = openTestStore();
    const run = (steps: readonly ({ put: Scene } | { remove: number })[], asked: readonly string[]) => {
      const scenes = new Map<string, Scene>();
      for (const each of steps) {
        if ('put' in each) store.recordScene(each.put);
        else store.removeScene(sampleScene(each.remove).id);
        if ('put' in each) scenes.set(each.put.id, each.put);
        else scenes.delete(String(each.remove));
      }
      const oracle = new ReferenceCatalog([...scenes.values()]);
      const known = [...scenes.values()].flatMap(({ files }) => files.map((file) => String(file.path)));
      expectSameAnswers(index, oracle, [...known, ...asked]);
      for (const value of ['ABC123', 'a b c 1 2 3', 'x1', '-', 'ä1', ''])
        expect(sorted(index.listScenesByCode(value, ALL))).toEqual(
          sorted(oracle.listScenesByCode(value, ALL)),
        );
      for (const value of ['2024-02-29', '2023-01-01', '2024-02-30'])
        expect(sorted(index.listScenesByDate(value, ALL))).toEqual(
          sorted(oracle.listScenesByDate(value, ALL)),
        );
      for (const value of ['11111111-aaaa', "'", 'nothing'])
        expect(sorted(index.listScenesByStashBoxId(value))).toEqual(
          sorted(oracle.listScenesByStashBoxId(value)),
        );
      for (const words of [['summer'], ['NIGHT', 'nothing'], ['Jane', 'the'], ['123']])
        expect(sorted(index.searchScenes(words, ALL))).toEqual(sorted(oracle.searchScenes(words, ALL)));
      for (let id = 1; id <= 12; id += 1)
        expect(index.findScene(sampleScene(id).id)).toEqual(oracle.findScene(sampleScene(id).id));
    };
    const cleared = (steps: Parameters<typeof run>[0], asked: readonly string[]) => {
      try {
        run(steps, asked);
      } finally {
        for (let id = 1; id <= 12; id += 1) store.removeScene(sampleScene(id).id);
      }
    };
    fc.assert(fc.property(fc.array(step, { maxLength: 20 }), fc.array(path, { maxLength: 4 }), cleared), {
      numRuns: 150,
    });
    for (const table of [
      'scenes',
      'scene_copies',
      'scene_files',
      'scene_stash_ids',
      'scene_entities',
      'scene_search',
    ])
      expect(database.find(`SELECT count(*) AS n FROM ${table}`)).toEqual({ n: 0 });
  });

  it('ends a suffix at whole segments and takes no character for a wildcard', () => {
    const { store, index } = openTestStore();
    store.recordScene(sampleScene(1, { files: [sampleFile('1', '/data/my clip_one.mp4')] }));
    store.recordScene(sampleScene(2, { files: [sampleFile('2', '/data/clipXone.mp4')] }));
    store.recordScene(sampleScene(3, { files: [sampleFile('3', '/mydata/clip_one.mp4')] }));
    const find = (...segments: string[]) =>
      index.listFilesEndingIn(segments, 10).map(({ sceneId }) => sceneId);
    expect(find('clip_one.mp4')).toEqual(['3']);
    expect(find('data', 'clip_one.mp4')).toEqual([]);
    expect(find('CLIP_ONE.MP4')).toEqual(['3']);
    expect(find('%')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find()).toEqual([]);
  });

  it('keeps to the limit', () => {
    const { store, index } = openTestStore();
    for (let id = 1; id <= 9; id += 1)
      store.recordScene(
        sampleScene(id, { files: [sampleFile(`${id}`, `/d${id}/x.mp4`)], code: 'C-1', date: '2024-01-01' }),
      );
    expect(index.listFilesEndingIn(['x.mp4'], 4)).toHaveLength(4);
    expect(index.listScenesByCode('c1', 4)).toHaveLength(4);
    expect(index.listScenesByDate('2024-01-01', 4)).toHaveLength(4);
    expect(index.searchScenes(['title'], 4)).toHaveLength(4);
  });

  it('puts the scene that holds more of the words first', () => {
    const { store, index } = openTestStore();
    store.recordScene(sampleScene(1, { title: 'Summer in the city' }));
    store.recordScene(sampleScene(2, { title: 'Summer Night' }));
    store.recordScene(sampleScene(3, { title: 'Winter' }));
    expect(index.searchScenes(['summer', 'night', '1080p'], 10)).toEqual(['2', '1']);
  });

  it('takes search words as text, never as a query', () => {
    const { store, index } = openTestStore();
    store.recordScene(sampleScene(1, { title: 'AND "quoted" NEAR title: x*' }));
    for (const words of [['"'], ['*'], ['title:'], ['NEAR('], ['a" OR "b'], ['\u0000'], ['^x'], []])
      expect(() => index.searchScenes(words, 10)).not.toThrow();
    expect(index.searchScenes(['"quoted"', 'AND'], 10)).toEqual(['1']);
  });

  it('still searches when every word is in most of the library', () => {
    const { store, index } = openTestStore();
    store.transaction(() => {
      for (let id = 1; id <= 5_200; id += 1)
        store.recordScene(sampleScene(id, { title: 'the title', files: [] }));
    });
    expect(index.searchScenes(['the', 'title'], 5)).toHaveLength(5);
    expect(index.searchScenes(['the', 'absent'], 5)).toHaveLength(5);
  });

  it('holds ids beyond what a JavaScript number can', () => {
    const { store, index } = openTestStore();
    const id = sampleScene(1).id.replace('1', '900719925474099311') as Scene['id'];
    store.recordScene(sampleScene(1, { id, code: 'BIG-1', stashIds: [{ endpoint: 'e', id: 's' }] }));
    expect(index.findScene(id)?.id).toBe(id);
    expect(index.listFilesEndingIn(['scene 1.mp4'], 5)[0]?.sceneId).toBe(id);
    expect(index.listScenesByCode('big1', 5)).toEqual([id]);
    expect(index.searchScenes(['title'], 5)).toEqual([id]);
    expect(index.listScenesByStashBoxId('s')).toEqual([id]);
  });

  it('is complete once a full pass came to its end, and after a restart', () => {
    const first = openTestStore();
    first.store.startPass({ kind: 'FULL', startedAt: 1, total: 0 });
    expect(first.index.isComplete()).toBe(false);
    first.store.completePass(2);
    expect(first.index.isComplete()).toBe(true);
    first.close();
    expect(openTestStore(first.folder).index.isComplete()).toBe(true);
  });
});

/** Notes every query that the code under test runs. */
class RecordingDatabase extends Database {
  readonly queries: string[] = [];

  override find(sql: string, ...values: SqlValue[]) {
    this.queries.push(sql);
    return super.find(sql, ...values);
  }

  override list(sql: string, ...values: SqlValue[]) {
    this.queries.push(sql);
    return super.list(sql, ...values);
  }
}

describe('every look-up', () => {
  it.each<[string, (index: CatalogIndex, store: CatalogStore) => unknown]>([
    ['suffix', (index) => index.listFilesEndingIn(['a.mp4'], 5)],
    ['path', (index) => index.listFilesAt(asStashPath('/a/b.mp4'))],
    ['code', (index) => index.listScenesByCode('abc', 5)],
    ['date', (index) => index.listScenesByDate('2024-01-01', 5)],
    ['stash-box id', (index) => index.listScenesByStashBoxId('x')],
    ['id', (index) => index.findScene(sampleScene(1).id)],
    ['completeness', (index) => index.isComplete()],
    ['state', (_, store) => store.findState(sampleScene(1).id)],
    ['range of states', (_, store) => store.listStates(sampleScene(1).id, sampleScene(9).id)],
    ['queue', (_, store) => store.listQueued(5)],
    ['entity state', (_, store) => store.findEntityUpdatedAt('TAG', '1')],
  ])('by %s walks an index and sorts nothing', (_, lookUp) => {
    const { database } = openTestStore();
    const recording = new RecordingDatabase(database.file, { readOnly: true });
    onTestFinished(() => recording.close());
    lookUp(createCatalogIndex(recording), createCatalogStore(recording));
    expect(recording.queries).not.toEqual([]);
    for (const sql of recording.queries) {
      const details = database.list(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => String(detail));
      for (const detail of details)
        expect(detail).toMatch(/^(SEARCH|SCAN scenes_to_read USING COVERING INDEX)/);
    }
  });
});
