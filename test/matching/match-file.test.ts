import { describe, expect, it } from 'vitest';
import { MatchingWorld, OUTAGE, toMatchScene } from '../support/matching-world.ts';
import { ReferenceCatalog } from '../support/reference-catalog.ts';

const RULES = { '/media': '/nas' };
const ROOTS = ['/media'];
const SCENES = [toMatchScene(1, ['/nas/Studio/x.mp4']), toMatchScene(2, ['/nas/Studio/y.mp4'])];
const WORLD = { scenes: SCENES, rules: RULES, roots: ROOTS };

describe('an automatic match', () => {
  it('costs one catalog look-up and no Stash request for a file that the complete catalog knows', async () => {
    const world = new MatchingWorld({ ...WORLD, isStashDown: true });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4', title: 'x' })).toMatchObject({ sceneId: '1' });
    expect(world.catalog.asked).toBe(1);
    expect(world.lookups).toEqual([]);
  });

  it('asks Stash once for a file that the catalog does not know, then matches from the catalog', async () => {
    const world = new MatchingWorld({ ...WORLD, catalog: new ReferenceCatalog([], false) });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({
      kind: 'MATCHED',
      sceneId: '1',
      strategy: 'PATH',
    });
    expect(world.lookups).toEqual([{ paths: ['/nas/Studio/x.mp4'], suffix: ['Studio', 'x.mp4'] }]);
  });

  it('sees a file that is newer than the complete catalog', async () => {
    const world = new MatchingWorld({ ...WORLD, catalog: new ReferenceCatalog([]) });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({
      kind: 'MATCHED',
      sceneId: '1',
    });
  });

  it('is a miss only after Stash said so', async () => {
    const world = new MatchingWorld(WORLD);
    expect(await world.outcomeOf({ filename: 'Studio/z.mp4' })).toEqual({
      kind: 'MISSED',
      reason: 'NOT_IN_STASH',
    });
    expect(world.lookups).toHaveLength(1);
    world.isStashDown = true;
    expect(await world.outcomeOf({ filename: 'Studio/z.mp4' })).toEqual({ kind: 'UNKNOWN', cause: OUTAGE });
  });

  it('keeps a tie of a complete catalog without asking Stash', async () => {
    const scenes = [toMatchScene(1, ['/a/Studio/x.mp4']), toMatchScene(2, ['/b/Studio/x.mp4'])];
    const world = new MatchingWorld({ scenes, isStashDown: true });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ kind: 'AMBIGUOUS' });
    expect(world.lookups).toEqual([]);
  });

  it('does not know about a tie while the catalog is being filled and Stash is down', async () => {
    const scenes = [toMatchScene(1, ['/a/Studio/x.mp4']), toMatchScene(2, ['/b/Studio/x.mp4'])];
    const catalog = new ReferenceCatalog(scenes, false);
    const world = new MatchingWorld({ scenes, catalog, isStashDown: true });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toMatchObject({ kind: 'UNKNOWN' });
  });

  it.each([2, 3, 4, 8, 42, -1])('does not serve type %d', async (type) => {
    const world = new MatchingWorld(WORLD);
    const outcome = await world.outcomeOf({ type, title: 'x', filename: 'Studio/x.mp4' });
    expect(outcome).toEqual({ kind: 'MISSED', reason: 'TYPE_NOT_SERVED' });
    expect(world.explained).toHaveLength(1);
  });

  it('is a miss of its own kind without a file name', async () => {
    const world = new MatchingWorld(WORLD);
    expect(await world.outcomeOf({ title: 'x' })).toEqual({ kind: 'MISSED', reason: 'NO_FILE_NAME' });
    expect(await world.outcomeOf({ filename: '/' })).toEqual({ kind: 'MISSED', reason: 'NO_FILE_NAME' });
    expect(world.lookups).toEqual([]);
  });

  it('says when no rule covers the path', async () => {
    const world = new MatchingWorld({ ...WORLD, roots: ['/other'] });
    expect(await world.outcomeOf({ filename: 'Studio/z.mp4' })).toEqual({
      kind: 'MISSED',
      reason: 'NO_RULE_COVERS_PATH',
    });
  });

  it('lets a broken look-up break, since that is no outage', async () => {
    const world = new MatchingWorld({ ...WORLD, catalog: new ReferenceCatalog([], false) });
    world.lookups.push = () => {
      throw new Error('broken');
    };
    await expect(world.match({ filename: 'Studio/x.mp4' })).rejects.toThrow('broken');
  });
});

describe('a manual match', () => {
  it('lists what every strategy finds, each scene once, certain ones first', async () => {
    const scenes = [
      toMatchScene(1, ['/nas/Studio/x.mp4'], { title: 'The Perfect Storm' }),
      toMatchScene(2, ['/nas/Another/x.mp4'], { title: 'Something Else' }),
      toMatchScene(3, [], { title: 'Perfect Storm Again' }),
    ];
    const world = new MatchingWorld({ ...WORLD, scenes });
    const outcome = await world.outcomeOf({ filename: 'Studio/x.mp4', title: 'perfect storm', manual: 1 });
    expect(outcome).toMatchObject({
      kind: 'CANDIDATES',
      candidates: [
        { sceneId: '1', strategy: 'PATH', certain: true },
        { sceneId: '3', strategy: 'NAME_FACTS', certain: false },
        { sceneId: '2', strategy: 'FILE_NAME', certain: false },
      ],
    });
    expect(world.lookups).toEqual([]);
  });

  it('lists at most twenty', async () => {
    const scenes = Array.from({ length: 45 }, (_, n) => toMatchScene(n + 1, [`/nas/${n}/video.mp4`]));
    const world = new MatchingWorld({ scenes });
    const outcome = await world.outcomeOf({ filename: 'video.mp4', manual: 1 });
    expect(outcome.kind === 'CANDIDATES' && outcome.candidates).toHaveLength(20);
  });

  it('lists ties', async () => {
    const scenes = [toMatchScene(1, ['/a/Studio/x.mp4']), toMatchScene(2, ['/b/Studio/x.mp4'])];
    const outcome = await new MatchingWorld({ scenes }).outcomeOf({ filename: 'Studio/x.mp4', manual: 1 });
    expect(outcome).toMatchObject({
      kind: 'CANDIDATES',
      candidates: [{ certain: false }, { certain: false }],
    });
  });

  it('lists what the catalog knows while Stash is down', async () => {
    const catalog = new ReferenceCatalog(SCENES, false);
    const world = new MatchingWorld({ scenes: SCENES, catalog, isStashDown: true });
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4', manual: 1 })).toMatchObject({
      kind: 'CANDIDATES',
      candidates: [{ sceneId: '1', certain: false }],
    });
    expect(await world.outcomeOf({ filename: 'nowhere/z.mp4', manual: 1 })).toMatchObject({
      kind: 'UNKNOWN',
    });
  });

  it('is a miss when nothing fits', async () => {
    const world = new MatchingWorld(WORLD);
    expect(await world.outcomeOf({ filename: 'zzz/zzz.mp4', title: 'zzz', manual: 1 })).toEqual({
      kind: 'MISSED',
      reason: 'NOT_IN_STASH',
    });
  });
});

describe('ADULT_RESULTS=respect', () => {
  it('withholds every scene from requests that do not ask for explicit results', async () => {
    const world = new MatchingWorld({ ...WORLD, adultResults: 'respect' });
    const withheld = { kind: 'MISSED', reason: 'ADULT_NOT_REQUESTED' };
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4' })).toEqual(withheld);
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4', includeAdult: 0, manual: 1 })).toEqual(withheld);
    expect(await world.outcomeOf({ filename: 'Studio/x.mp4', includeAdult: 1 })).toMatchObject({
      sceneId: '1',
    });
  });

  it('leaves misses and outages what they are', async () => {
    const world = new MatchingWorld({ ...WORLD, adultResults: 'respect' });
    expect(await world.outcomeOf({ filename: 'a/z.mp4' })).toMatchObject({ reason: 'NOT_IN_STASH' });
    world.isStashDown = true;
    expect(await world.outcomeOf({ filename: 'a/z.mp4' })).toMatchObject({ kind: 'UNKNOWN' });
  });

  it('always answers where it is not set', async () => {
    expect(
      await new MatchingWorld(WORLD).outcomeOf({ filename: 'Studio/x.mp4', includeAdult: 0 }),
    ).toMatchObject({
      kind: 'MATCHED',
    });
  });
});

describe('the explanation', () => {
  it('tells every step of a match in the order it was made', async () => {
    const world = new MatchingWorld({ ...WORLD, catalog: new ReferenceCatalog([], false) });
    const { outcome, explanation } = await world.match({ filename: 'Studio/x.mp4', title: 'A title' });
    expect(explanation).toMatchObject({
      at: world.clock.now(),
      fileName: 'Studio/x.mp4',
      title: 'A title',
      manual: false,
      outcome,
      tookMs: 0,
    });
    expect(explanation.steps.map(({ strategy }) => strategy)).toEqual([
      ...['FORMS', 'PATHS', 'PATH', 'SUFFIX', 'FILE_NAME', 'NAME_FACTS'],
      ...['LIVE_LOOKUP', 'PATH', 'POLICY'],
    ]);
    expect(explanation.steps[1]).toEqual({
      strategy: 'PATHS',
      finding: 'Rule "rule 1" maps /media/Studio/x.mp4 to /nas/Studio/x.mp4.',
      tried: ['/media/Studio/x.mp4'],
    });
    expect(explanation.steps.at(-2)?.finding).toBe('The path is that of /nas/Studio/x.mp4 of scene 1.');
    expect(world.explained).toEqual([explanation]);
  });

  it('has a sentence for every step of every outcome', async () => {
    const world = new MatchingWorld({ ...WORLD, adultResults: 'respect' });
    const bodies = [
      { filename: 'Studio/x.mp4' },
      { filename: 'Studio/x.mp4', manual: 1, includeAdult: 1 },
      { filename: 'q/x.mp4' },
      { title: 'x' },
      { type: 2, title: 'x' },
      { guid: 'ours://movie/99' },
    ];
    for (const body of bodies) await world.match(body);
    world.isStashDown = true;
    await world.match({ filename: 'q/q.mp4' });
    for (const { steps } of world.explained) {
      expect(steps.at(-1)?.strategy).toBe('POLICY');
      for (const { finding } of steps) expect(finding).toMatch(/^[A-Z0-9].*\.$/s);
    }
  });
});
