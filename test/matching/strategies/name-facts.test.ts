import { describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/model/scene.ts';
import { MatchingWorld, OUTAGE, toMatchScene } from '../../support/matching-world.ts';
import { ReferenceCatalog } from '../../support/reference-catalog.ts';

const RAIN = {
  title: 'A Walk in the Rain',
  date: '2024-01-02',
  studio: { id: '1', name: 'Some Studio' },
  performers: [{ id: '1', name: 'Jane Doe', hasImage: false }],
} satisfies Partial<Scene>;

const SCENES = [
  toMatchScene(1, ['/nas/a.mp4'], RAIN),
  toMatchScene(2, ['/nas/b.mp4'], { ...RAIN, title: 'Another Day', date: '2024-05-06' }),
  toMatchScene(3, ['/nas/c.mp4'], { title: 'Coded', code: 'ABC-123' }),
  toMatchScene(4, ['/nas/d.mp4'], { title: 'Sun' }),
];

const LOOSE = { scenes: SCENES, policy: 'loose' } as const;

describe('matching by what the name says', () => {
  it.each([
    ['SomeStudio.24.01.02.Jane.Doe.XXX.1080p.mp4', '1'],
    ['some studio - 2024-01-02 - a walk in the rain.mp4', '1'],
    ['SomeStudio/2024.05.06/jane doe.mp4', '2'],
    ['[abc 123] whatever.mp4', '3'],
    ['abc00123.mp4', '3'],
    ['ABC-1234.mp4', undefined],
    ['abc123 1080p.mp4', '3'],
  ])('reads %j as scene %j where the policy is loose', async (filename, sceneId) => {
    const outcome = await new MatchingWorld(LOOSE).outcomeOf({ filename });
    if (sceneId === undefined) expect(outcome).toMatchObject({ kind: 'MISSED', reason: 'NOT_IN_STASH' });
    else expect(outcome).toEqual({ kind: 'MATCHED', sceneId, strategy: 'NAME_FACTS' });
  });

  it.each([
    'Sun.mp4',
    'Jane Doe.mp4',
    'Some Studio Jane Doe.mp4',
    'A Walk in the Rain.mp4',
    '2024-01-02.mp4',
  ])('does not take %j for enough', async (filename) => {
    expect(await new MatchingWorld(LOOSE).outcomeOf({ filename })).toMatchObject({ kind: 'MISSED' });
  });

  it('does not take a scene of another date', async () => {
    const filename = 'Some Studio 2023-12-31 Jane Doe A Walk in the Rain.mp4';
    expect(await new MatchingWorld(LOOSE).outcomeOf({ filename })).toMatchObject({ kind: 'MISSED' });
  });

  it('does not choose between scenes that fit about equally', async () => {
    const scenes = [toMatchScene(1, ['/nas/a.mp4'], RAIN), toMatchScene(2, ['/nas/b.mp4'], RAIN)];
    const outcome = await new MatchingWorld({ scenes, policy: 'loose' }).outcomeOf({
      filename: 'SomeStudio.24.01.02.Jane.Doe.mp4',
    });
    expect(outcome).toMatchObject({ kind: 'AMBIGUOUS', candidates: [{ sceneId: '1' }, { sceneId: '2' }] });
  });

  it('asks Stash for the file before it settles for a guess', async () => {
    const filename = 'SomeStudio.24.01.02.Jane.Doe.mp4';
    const fresh = toMatchScene(9, [`/nas/new/${filename}`]);
    const world = new MatchingWorld({
      ...LOOSE,
      scenes: [...SCENES, fresh],
      catalog: new ReferenceCatalog(SCENES),
    });
    expect(await world.outcomeOf({ filename })).toEqual({
      kind: 'MATCHED',
      sceneId: '9',
      strategy: 'FILE_NAME',
    });
    const down = new MatchingWorld({ ...LOOSE, isStashDown: true });
    expect(await down.outcomeOf({ filename })).toEqual({ kind: 'UNKNOWN', cause: OUTAGE });
  });

  it('is not certain of a guess while the catalog is being filled', async () => {
    const world = new MatchingWorld({ ...LOOSE, catalog: new ReferenceCatalog(SCENES, false) });
    expect(await world.outcomeOf({ filename: 'SomeStudio.24.01.02.Jane.Doe.mp4' })).toMatchObject({
      kind: 'AMBIGUOUS',
      candidates: [{ sceneId: '1' }, { sceneId: '2' }],
    });
  });

  it('says that only the policy stands in the way', async () => {
    const outcome = await new MatchingWorld({ scenes: SCENES }).outcomeOf({ filename: 'abc-123.mp4' });
    expect(outcome).toEqual({ kind: 'MISSED', reason: 'POLICY_FORBIDS' });
  });

  it('finds the title that a person types, best first', async () => {
    const world = new MatchingWorld({ scenes: SCENES });
    const outcome = await world.outcomeOf({ title: 'walk in the rain', year: 2024, manual: 1 });
    expect(outcome).toMatchObject({ kind: 'CANDIDATES', candidates: [{ sceneId: '1' }] });
  });

  it('ranks the year that a person names first', async () => {
    const old = toMatchScene(1, [], { title: 'Sunset', date: '1999-01-01' });
    const recent = toMatchScene(2, [], { title: 'Sunset', date: '2024-01-01' });
    const world = new MatchingWorld({ scenes: [old, recent] });
    expect(await world.outcomeOf({ title: 'Sunset', year: 2024, manual: 1 })).toMatchObject({
      candidates: [{ sceneId: '2' }, { sceneId: '1' }],
    });
  });
});
