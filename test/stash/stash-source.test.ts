import { describe, expect, it } from 'vitest';
import { startScriptedStash, readGraphql, type ScriptedAnswer } from '../support/scripted-stash.ts';
import { createTestAdapter } from '../support/stash-adapter.ts';
import { answerScenes, operationOf } from '../support/stash-library.ts';
import { wholeScene } from '../support/whole-scene.ts';
import { asStashPath } from '../../src/model/file-paths.ts';
import { toSceneId } from '../../src/model/ids.ts';
import type { StashCallEvent } from '../../src/stash/stash-client.ts';
import { createStashSource } from '../../src/stash/stash-source.ts';

type Answers = Readonly<
  Record<string, ScriptedAnswer | ((variables: Readonly<Record<string, unknown>>) => ScriptedAnswer)>
>;

const library = new Map(Array.from({ length: 40 }, (_, n) => [String(n + 1), wholeScene(String(n + 1))]));
const scenes = (list: unknown): ScriptedAnswer => ({ body: { data: { findScenes: { scenes: list } } } });
const failed = (message: string): ScriptedAnswer => ({
  body: { data: null, errors: [{ message, path: ['findScenes'] }] },
});

async function setUp(answers: Answers, broken: readonly string[] = []) {
  const stash = await startScriptedStash((request) => {
    const scripted = answers[operationOf(request)];
    if (typeof scripted === 'function') return scripted(readGraphql(request).variables);
    return scripted ?? answerScenes(request, library, new Set(broken));
  });
  const calls: StashCallEvent[] = [];
  const unreadable: string[] = [];
  const { client } = createTestAdapter(stash.url, { onCall: (event) => calls.push(event) });
  const source = createStashSource({
    client,
    capabilities: () => ({ findFile: true, filesFilter: true }),
    onUnreadable: (ids) => unreadable.push(...ids),
  });
  return { stash, source, calls, unreadable, [Symbol.asyncDispose]: () => stash[Symbol.asyncDispose]() };
}

const idsAfter = ({ after, perPage }: Readonly<Record<string, unknown>>) =>
  scenes(
    [...library.keys()]
      .map((id) => ({ id }))
      .filter(({ id }) => Number(id) > Number(after))
      .slice(0, Number(perPage)),
  );

describe('listing scenes', () => {
  it('counts, and begins with the first when there is no cursor', async () => {
    await using world = await setUp({
      CountScenes: { body: { data: { findScenes: { count: 40 } } } },
      ListScenesAfter: ({ after }) => scenes([library.get(String(Number(after) + 1))]),
    });
    expect(await world.source.countScenes()).toBe(40);
    expect((await world.source.listScenesAfter(undefined, 1)).map(({ id }) => id)).toEqual(['1']);
    expect((await world.source.listScenesAfter(toSceneId('7'), 1)).map(({ id }) => id)).toEqual(['8']);
    expect(world.calls.map(({ lane, operation, outcome }) => `${lane} ${operation} ${outcome}`)).toEqual([
      'BACKGROUND CountScenes OK',
      'BACKGROUND ListScenesAfter OK',
      'BACKGROUND ListScenesAfter OK',
    ]);
  });

  it('fills a page up around a scene that Stash cannot read, and tells of that scene', async () => {
    await using world = await setUp(
      { ListScenesAfter: failed('sql: no rows'), ListSceneIdsAfter: idsAfter },
      ['3', '5'],
    );
    const page = await world.source.listScenesAfter(toSceneId('1'), 6);
    expect(page.map(({ id }) => id)).toEqual(['2', '4', '6', '7', '8', '9']);
    expect(world.unreadable).toEqual(['3', '5']);
  });

  it('ends the last page where the library ends, broken scenes or not', async () => {
    await using world = await setUp(
      { ListScenesAfter: failed('sql: no rows'), ListSceneIdsAfter: idsAfter },
      ['40'],
    );
    expect((await world.source.listScenesAfter(toSceneId('37'), 6)).map(({ id }) => id)).toEqual([
      '38',
      '39',
    ]);
  });

  it('does not go on scene by scene when Stash as a whole is in trouble', async () => {
    await using world = await setUp({
      ListScenesAfter: failed('database is locked'),
      ListSceneIdsAfter: idsAfter,
    });
    await expect(world.source.listScenesAfter(undefined, 6)).rejects.toMatchObject({
      code: 'DATABASE_LOCKED',
    });
  });

  it.each([
    { body: { data: {} } },
    { body: { data: { findScenes: null } } },
    scenes(null),
    scenes([{ title: 'no id' }]),
  ])(
    'throws for an answer without the list (%j): an empty page would mean that the library ended',
    async (answer) => {
      await using world = await setUp({
        ListScenesAfter: answer,
        ListSceneStatesAfter: answer,
        CountScenes: answer,
      });
      await expect(world.source.listScenesAfter(undefined, 5)).rejects.toMatchObject({ kind: 'GARBAGE' });
      await expect(world.source.listSceneStatesAfter(undefined, 5)).rejects.toMatchObject({
        kind: 'GARBAGE',
      });
      await expect(world.source.countScenes()).rejects.toMatchObject({ kind: 'GARBAGE' });
    },
  );

  it('gives slim states, also around a broken scene', async () => {
    const states = [...library.values()]
      .slice(0, 2)
      .map(({ id, updated_at, files }) => ({ id, updated_at, files }));
    const expected = {
      id: '1',
      updatedAt: '2026-11-21T03:28:00+11:00',
      files: [{ id: 'f1', path: '/library/1.mp4' }],
    };
    await using whole = await setUp({ ListSceneStatesAfter: scenes(states) });
    expect((await whole.source.listSceneStatesAfter(undefined, 2))[0]).toMatchObject(expected);
    await using broken = await setUp({ ListSceneStatesAfter: failed('sql'), ListSceneIdsAfter: idsAfter }, [
      '2',
    ]);
    const rest = await broken.source.listSceneStatesAfter(undefined, 2);
    expect(rest[0]).toMatchObject(expected);
    expect(rest.map(({ id }) => id)).toEqual(['1', '3']);
  });

  it('gives changes, file changes, scenes without cover and library roots', async () => {
    const since = '2026-11-21T03:28:00+11:00';
    const row = { id: '4', updated_at: since };
    await using world = await setUp({
      ListScenesChangedSince: (variables) => (variables.since === since ? scenes([row]) : { status: 500 }),
      ListScenesWithFilesChangedSince: scenes([
        { id: '4', files: [{ id: '1', path: '/a', updated_at: since }] },
      ]),
      ListScenesWithoutCoverAfter: scenes([{ id: '4' }]),
      ListPerformersChangedSince: { body: { data: { findPerformers: { performers: [row, null, {}] } } } },
      ListStudiosChangedSince: { body: { data: { findStudios: { studios: [row] } } } },
      ListTagsChangedSince: { body: { data: { findTags: { tags: [row] } } } },
      ListGroupsChangedSince: { body: { data: { findGroups: { groups: [] } } } },
      ListLibraryRoots: {
        body: {
          data: {
            configuration: { general: { stashes: [{ path: '/v' }, { path: '/p', excludeVideo: true }] } },
          },
        },
      },
    });
    const { source } = world;
    const changed = [{ id: '4', updatedAt: since }];
    expect(await source.listScenesChangedSince(since, undefined, 5)).toEqual(changed);
    expect(await source.listScenesWithFilesChangedSince?.(since, undefined, 5)).toEqual([
      { id: '4', files: [{ id: '1', path: '/a', updatedAt: since }] },
    ]);
    expect(await source.listScenesWithoutCoverAfter(undefined, 5)).toEqual(['4']);
    expect(await source.listPerformersChangedSince(since, 1, 5)).toEqual(changed);
    expect(await source.listStudiosChangedSince(since, 1, 5)).toEqual(changed);
    expect(await source.listTagsChangedSince(since, 1, 5)).toEqual(changed);
    expect(await source.listGroupsChangedSince(since, 1, 5)).toEqual([]);
    expect(await source.listLibraryRoots()).toEqual(['/v']);
  });
});

describe('reading scenes whole', () => {
  it('reads any number in batches, each once, and leaves out what does not exist', async () => {
    await using world = await setUp({});
    const ids = [...library.keys(), '1', '999'].map(toSceneId);
    const read = await world.source.readScenes(ids);
    expect([...read.keys()]).toEqual([...library.keys()]);
    expect(world.stash.requests).toHaveLength(2);
    expect((await world.source.readScenes([])).size).toBe(0);
    expect(world.stash.requests).toHaveLength(2);
  });

  it('leaves out a scene that Stash cannot read only after it failed twice', async () => {
    await using world = await setUp({}, ['2']);
    expect([...(await world.source.readScenes(['1', '2', '3'].map(toSceneId))).keys()]).toEqual(['1', '3']);
    expect([world.stash.requests.length, world.unreadable]).toEqual([2, ['2']]);
  });

  it('throws rather than leave a scene out over trouble of Stash as a whole', async () => {
    const errors = [{ message: 'database is locked', path: ['s0'] }];
    await using world = await setUp({ ReadScenes: { body: { data: { s0: null }, errors } } });
    await expect(world.source.readScenes([toSceneId('1')])).rejects.toMatchObject({
      code: 'DATABASE_LOCKED',
    });
  });
});

describe('finding a scene by path', () => {
  const path = asStashPath('/library/4.mp4');
  const file = (found: unknown): ScriptedAnswer => ({ body: { data: { findFile: found } } });
  const byHash = (found: unknown): ScriptedAnswer => ({ body: { data: { findSceneByHash: found } } });
  const found = file({ id: '1', path, fingerprint: 'abc' });

  it('goes by the file and its hash, in the lane of requests', async () => {
    await using world = await setUp({ FindFileByPath: found, FindSceneByOshash: byHash(library.get('4')) });
    expect(await world.source.findFileThenScene?.(path)).toMatchObject({ id: '4' });
    expect(world.calls.map(({ lane }) => lane)).toEqual(['REQUEST', 'REQUEST']);
  });

  const misses: readonly (readonly [string, Answers])[] = [
    [
      'no such file',
      {
        FindFileByPath: { body: { data: null, errors: [{ message: 'file not found', path: ['findFile'] }] } },
      },
    ],
    [
      'another file than asked for',
      { FindFileByPath: file({ id: '1', path: '/library/4x.mp4', fingerprint: 'abc' }) },
    ],
    ['a file without hash', { FindFileByPath: file({ id: '1', path, fingerprint: null }) }],
    ['no scene of that hash', { FindFileByPath: found, FindSceneByOshash: byHash(null) }],
    [
      'a scene that holds other files',
      { FindFileByPath: found, FindSceneByOshash: byHash(library.get('5')) },
    ],
  ];

  it.each(misses)('finds nothing when Stash has %s', async (_name, answers) => {
    await using world = await setUp(answers);
    expect(await world.source.findFileThenScene?.(path)).toBeUndefined();
  });

  it.each(['/library/100%.mp4', '/library/a*b.mp4'])(
    'does not ask for %s, where Stash would see a wildcard',
    async (odd) => {
      await using world = await setUp({});
      expect(await world.source.findFileThenScene?.(asStashPath(odd))).toBeUndefined();
      expect(world.stash.requests).toHaveLength(0);
    },
  );

  it('throws when Stash cannot answer', async () => {
    await using world = await setUp({ FindFileByPath: { status: 401 } });
    await expect(world.source.findFileThenScene?.(path)).rejects.toMatchObject({ kind: 'UNAUTHORIZED' });
  });

  it('finds scenes by pattern, in the lane of requests', async () => {
    await using world = await setUp({ FindScenesByPathPattern: scenes([library.get('4')]) });
    expect((await world.source.findScenesByPathPattern('4\\.mp4$', 20)).map(({ id }) => id)).toEqual(['4']);
    expect(readGraphql(world.stash.requests[0] ?? fail()).variables).toEqual({
      pattern: '4\\.mp4$',
      perPage: 20,
    });
    expect(world.calls[0]?.lane).toBe('REQUEST');
  });
});

function fail(): never {
  throw new Error('expected a request, but got: none');
}
