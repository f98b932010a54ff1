import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateLibrary } from '../../../simulators/library/generate-library.ts';
import { startStashSimulator } from '../../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../../simulators/stash/stash-simulator.ts';
import { askStash, findSceneIds } from './ask-stash.ts';

const library = generateLibrary({ scenes: 300, difficultShare: 0 });
const ids = (...scenes: { id: number }[]): string[] => scenes.map((scene) => String(scene.id));
const one = library.addScene({ paths: ['/data/wild/clip_one.mp4'] });
const twin = library.addScene({ paths: ['/data/wild/clipXone.mp4'] });
const both = library.addScene({ paths: ['/data/a/first copy.mp4', '/data/b/second copy.mp4'] });
const fileless = library.addScene({ paths: [], cover: 'NONE' });

const equals = (value: string) => ({ path: { value, modifier: 'EQUALS' } });

let stash: StashSimulator;
beforeAll(async () => {
  stash = await startStashSimulator({ library });
});
afterAll(() => stash.stop());

describe('findScenes by path', () => {
  it('takes wildcards in EQUALS for wildcards', async () => {
    expect(await findSceneIds(stash.url, equals('/data/wild/clip_one.mp4'))).toEqual(ids(one, twin));
    expect(await findSceneIds(stash.url, equals('/data/wild/clipXone.mp4'))).toEqual(ids(twin));
  });

  it('finds a scene by any of its files, once', async () => {
    expect(await findSceneIds(stash.url, equals('/data/b/second copy.mp4'))).toEqual(ids(both));
    const pattern = { path: { value: ' copy\\.mp4$', modifier: 'MATCHES_REGEX' } };
    expect(await findSceneIds(stash.url, pattern)).toEqual(ids(both));
  });

  it('joins unquoted words of INCLUDES with OR and takes quoted ones as a phrase', async () => {
    const includes = (value: string) => findSceneIds(stash.url, { path: { value, modifier: 'INCLUDES' } });

    expect(await includes('clip_one copy.mp4')).toEqual(ids(one, twin, both));
    expect(await includes('"first copy"')).toEqual(ids(both));
  });

  it('looks at each file for NOT_EQUALS, so that a scene with another file still fits', async () => {
    const found = await findSceneIds(stash.url, {
      path: { value: '/data/a/first copy.mp4', modifier: 'NOT_EQUALS' },
    });

    expect(found).toContain(String(both.id));
    expect(found).not.toContain(String(fileless.id));
  });

  it('reports a pattern it cannot read, look-ahead among them, as a plain error', async () => {
    const search = (value: string) => findSceneIds(stash.url, { path: { value, modifier: 'MATCHES_REGEX' } });

    await expect(search('scene(')).rejects.toThrow('error parsing regexp: missing closing )');
    await expect(search('^(?!x)')).rejects.toThrow('error parsing regexp');
  });

  it('panics on modifiers that text does not have', async () => {
    const search = findSceneIds(stash.url, { path: { value: 'a', modifier: 'GREATER_THAN' } });

    await expect(search).rejects.toThrow('Internal system error. Error <unsupported string filter modifier>');
  });
});

describe('findScenes in pages', () => {
  it('walks the whole library in keyset pages without a repetition or an omission', async () => {
    const seen: string[] = [];
    for (let after = 0, page = ['']; page.length > 0; after = Number(seen.at(-1))) {
      page = await findSceneIds(stash.url, { id: { value: after, modifier: 'GREATER_THAN' } }, 37);
      seen.push(...page);
    }

    expect(seen).toEqual(ids(...library.scenes));
  });

  it('gives 25 scenes unless told otherwise, all for a negative size and none for 0', async () => {
    const rows = async (filter: string): Promise<unknown[]> => {
      const { data } = await askStash(stash.url, `{findScenes(filter:${filter}){count scenes{id}}}`);
      const { findScenes } = data as { findScenes: { count: number; scenes: unknown[] } };
      expect(findScenes.count).toBe(library.scenes.length);
      return findScenes.scenes;
    };

    expect(await rows('{}')).toHaveLength(25);
    expect(await rows('{per_page:-1}')).toHaveLength(library.scenes.length);
    expect(await rows('{per_page:0}')).toHaveLength(0);
    expect(await rows('{sort:"id" per_page:300 page:2}')).toHaveLength(library.scenes.length - 300);
  });

  it('answers in no order of ids when no sort is given', async () => {
    const { data } = await askStash(stash.url, '{findScenes(filter:{per_page:-1}){scenes{id}}}');
    const found = (data as { findScenes: { scenes: { id: string }[] } }).findScenes.scenes.map(({ id }) =>
      Number(id),
    );

    expect(found).not.toEqual(found.toSorted((a, b) => a - b));
  });

  it('refuses a sort it does not know', async () => {
    const { errors } = await askStash(stash.url, '{findScenes(filter:{sort:"toString"}){scenes{id}}}');

    expect(errors[0]?.message).toBe('invalid sort: toString');
  });
});

describe('findScenes by time', () => {
  it('compares timestamps as text, also when they are no times', async () => {
    const edited = library.editScene(one.id, { title: 'Edited' });
    const since = (value: string) =>
      findSceneIds(stash.url, { updated_at: { value, modifier: 'GREATER_THAN' } });
    const utc = new Date(Date.parse(twin.updatedAt)).toISOString().replace('.000Z', 'Z');

    expect(await since(both.updatedAt)).toEqual(ids(one, fileless));
    expect(await since(edited.updatedAt)).toEqual([]);
    expect((await since(utc)).length).toBeGreaterThan(ids(one, both, fileless).length);
    expect(await since('yesterday')).toEqual([]);
  });

  it('finds moved files by the time of the file, not of the scene', async () => {
    const before = library.findScene(twin.id)?.updatedAt ?? '';
    const moved = library.moveFile('/data/wild/clipXone.mp4', '/data/wild/moved.mp4');
    const sinceTheMove = { value: before, modifier: 'GREATER_THAN' };
    const movedIds = await findSceneIds(stash.url, { files_filter: { updated_at: sinceTheMove } });

    expect(moved.updatedAt > before).toBe(true);
    expect(movedIds).toContain(String(twin.id));
    expect(await findSceneIds(stash.url, { updated_at: sinceTheMove })).not.toContain(String(twin.id));
  });
});

describe('other scene queries', () => {
  it('finds the scenes without a cover', async () => {
    const coverless = library.scenes.filter((scene) => scene.cover === 'NONE');

    expect(coverless).toContainEqual(fileless);
    expect(await findSceneIds(stash.url, { is_missing: 'cover' })).toEqual(ids(...coverless));
  });

  it('answers aliased findScene one by one: null for what is missing, an error for what is no id', async () => {
    const good = await askStash(stash.url, `{a:findScene(id:${one.id}){id} b:findScene(id:999999){id}}`);
    const bad = await askStash(stash.url, '{findScene(id:"abc"){id}}');

    expect(good.data).toEqual({ a: { id: String(one.id) }, b: null });
    expect(bad).toMatchObject({ status: 200, data: { findScene: null } });
    expect(bad.errors[0]?.message).toBe('strconv.Atoi: parsing "abc": invalid syntax');
  });

  it('finds a scene by oshash in lower case only', async () => {
    const oshash = both.files[0]?.oshash ?? '';
    const ask = (hash: string) =>
      askStash(stash.url, `{findSceneByHash(input:{oshash:"${hash}"}){id files{path}}}`);

    expect((await ask(oshash)).data).toMatchObject({ findSceneByHash: { id: String(both.id) } });
    expect((await ask(oshash.toUpperCase())).data).toEqual({ findSceneByHash: null });
  });

  it('prints absent text as "", an absent date as null and no files as an empty list', async () => {
    const { data } = await askStash(
      stash.url,
      `{findScene(id:${fileless.id}){title code details director date files{id} studio{id}}}`,
    );

    expect(data).toEqual({
      findScene: { title: '', code: '', details: '', director: '', date: null, files: [], studio: null },
    });
  });
});

describe('findFile', () => {
  const ask = (path: string) =>
    askStash(stash.url, 'query($p:String!){findFile(path:$p){path}}', { p: path });

  it('is exact about case', async () => {
    expect((await ask('/data/a/first copy.mp4')).data).toEqual({
      findFile: { path: '/data/a/first copy.mp4' },
    });
    expect((await ask('/data/A/first copy.mp4')).errors[0]?.message).toBe('file not found');
  });

  it('loses the whole answer when one file is missing', async () => {
    const reply = await askStash(
      stash.url,
      '{a:findFile(path:"/data/a/first copy.mp4"){id} b:findFile(path:"/x"){id}}',
    );

    expect(reply).toMatchObject({ status: 200, data: null });
  });

  it('answers a path with % or * with another file that fits', async () => {
    expect((await ask('/data/a/f%.mp4')).data).toEqual({ findFile: { path: '/data/a/first copy.mp4' } });
    expect((await ask('/data/a/*copy.mp4')).data).toEqual({ findFile: { path: '/data/a/first copy.mp4' } });
  });
});

describe('lists of performers, studios, tags and groups', () => {
  it.each(['performer', 'studio', 'tag', 'group'] as const)(
    'show a renamed %s and nothing else',
    async (noun) => {
      const plural = `${noun}s` as const;
      const newest = library[plural].reduce(
        (latest, row) => (row.updatedAt > latest ? row.updatedAt : latest),
        '',
      );
      const rename = {
        performer: 'renamePerformer',
        studio: 'renameStudio',
        tag: 'renameTag',
        group: 'renameGroup',
      } as const;
      library[rename[noun]](2, 'Renamed');
      const root = `find${noun.charAt(0).toUpperCase()}${noun.slice(1)}s`;
      const query = `query($s:String!){${root}(${noun}_filter:{updated_at:{value:$s,modifier:GREATER_THAN}}
      filter:{sort:"updated_at",direction:ASC}){${plural}{id updated_at}}}`;
      const { data } = await askStash(stash.url, query, { s: newest });

      expect(data).toMatchObject({ [root]: { [plural]: [{ id: '2' }] } });
      expect(JSON.stringify(data).match(/"id"/g)).toHaveLength(1);
    },
  );
});
