import { describe, expect, it } from 'vitest';
import { MatchingWorld, toMatchScene } from '../../support/matching-world.ts';
import { ReferenceCatalog } from '../../support/reference-catalog.ts';

const RULES = { '/media/Adult': '/nas/content' };
const ROOTS = ['/media/Adult'];

describe('matching by path', () => {
  it.each([
    'Studio/x.mp4',
    '/Studio/x.mp4',
    './Studio/x.mp4',
    'Adult/Studio/x.mp4',
    '/media/Adult/Studio/x.mp4',
    'Studio\\x.mp4',
  ])('maps every form that %j may have', async (filename) => {
    const scenes = [toMatchScene(1, ['/nas/content/Studio/x.mp4']), toMatchScene(2, ['/else/Studio/x.mp4'])];
    const world = new MatchingWorld({ scenes, rules: RULES, roots: ROOTS });
    expect(await world.outcomeOf({ filename })).toEqual({ kind: 'MATCHED', sceneId: '1', strategy: 'PATH' });
    expect(world.lookups).toEqual([]);
  });

  it('maps Windows paths to POSIX ones', async () => {
    const scenes = [toMatchScene(1, ['/nas/content/Studio/x.mp4']), toMatchScene(2, ['/else/Studio/x.mp4'])];
    const world = new MatchingWorld({ scenes, rules: { 'D:\\Adult': '/nas/content' }, roots: ['D:\\Adult'] });
    for (const filename of ['Studio\\x.mp4', 'd:\\Adult\\Studio\\x.mp4', 'D:/Adult/Studio/x.mp4'])
      expect(await world.outcomeOf({ filename })).toMatchObject({ kind: 'MATCHED', sceneId: '1' });
  });

  it('takes composed and decomposed letters for the same', async () => {
    const world = new MatchingWorld({
      scenes: [toMatchScene(1, ['/nas/content/Café/é.mp4'.normalize('NFD')])],
      rules: RULES,
      roots: ROOTS,
    });
    const filename = 'Café/é.mp4'.normalize('NFC');
    expect(await world.outcomeOf({ filename })).toMatchObject({ kind: 'MATCHED', strategy: 'PATH' });
  });

  it('prefers the exact case and forgives another one only where it is unique', async () => {
    const lower = toMatchScene(1, ['/nas/content/studio/x.mp4']);
    const upper = toMatchScene(2, ['/nas/content/Studio/X.mp4']);
    const both = new MatchingWorld({ scenes: [lower, upper], rules: RULES, roots: ROOTS });
    expect(await both.outcomeOf({ filename: 'Studio/X.mp4' })).toMatchObject({
      kind: 'MATCHED',
      sceneId: '2',
    });
    expect(await both.outcomeOf({ filename: 'STUDIO/X.MP4' })).toMatchObject({ kind: 'AMBIGUOUS' });
    const one = new MatchingWorld({ scenes: [lower], rules: RULES, roots: ROOTS });
    expect(await one.outcomeOf({ filename: 'STUDIO/X.MP4' })).toMatchObject({
      kind: 'MATCHED',
      sceneId: '1',
    });
  });

  it('does not choose between two library folders that hold the same name', async () => {
    const world = new MatchingWorld({
      scenes: [toMatchScene(1, ['/a/Studio/x.mp4']), toMatchScene(2, ['/b/Studio/x.mp4'])],
      roots: ['/a', '/b'],
    });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({
      kind: 'AMBIGUOUS',
      candidates: [{ sceneId: '1' }, { sceneId: '2' }],
    });
    expect(world.lookups).toEqual([]);
  });

  it('counts several files of one scene as one', async () => {
    const world = new MatchingWorld({
      scenes: [toMatchScene(1, ['/a/Studio/x.mp4', '/b/Studio/x.mp4'])],
      roots: ['/a', '/b'],
    });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({
      kind: 'MATCHED',
      sceneId: '1',
    });
  });

  it('is certain of an exact full path also while the catalog is being filled', async () => {
    const scenes = [toMatchScene(1, ['/nas/content/Studio/x.mp4'])];
    const catalog = new ReferenceCatalog(scenes, false);
    const world = new MatchingWorld({ scenes, catalog, rules: RULES, roots: ROOTS, isStashDown: true });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({
      kind: 'MATCHED',
      sceneId: '1',
    });
    expect(world.lookups).toEqual([]);
  });

  it('asks Stash about the other library folder while the catalog is being filled', async () => {
    const first = toMatchScene(1, ['/a/Studio/x.mp4']);
    const other = toMatchScene(2, ['/b/Studio/x.mp4']);
    const world = new MatchingWorld({
      scenes: [first, other],
      catalog: new ReferenceCatalog([first], false),
      roots: ['/a', '/b'],
    });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
    expect(world.lookups).toHaveLength(1);
  });

  it('lets nothing weaker choose between two paths that both fit', async () => {
    const world = new MatchingWorld({
      scenes: [toMatchScene(1, ['/nas/other/x.mp4']), toMatchScene(2, ['/nas/Studio/x.mp4'])],
      roots: ['/a', '/b'],
      rules: { '/a/Studio': '/nas/other', '/b': '/nas' },
    });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
  });
});
