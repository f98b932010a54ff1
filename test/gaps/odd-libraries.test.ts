import { describe, expect, it } from 'vitest';
import { GapWorld, ours, toRule } from '../support/gap-world.ts';

const RULES = [toRule('/media', '/nas')];

describe('a sweep over odd libraries', () => {
  it('takes one file in two sections, or two sections with one folder, for one gap', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.addScene(1, ['/nas/known.mp4']);
    const items = (key: string) => [
      { key: `${key}1`, files: ['/media/x.mp4'] },
      { key: `${key}2`, files: ['/media/known.mp4'], guid: 'plex://movie/1' },
    ];
    world.plex.add('One', ['/media'], items('1'));
    world.plex.add('Two', ['/media'], items('2'));
    expect((await world.sweepFully()).counts).toMatchObject({ plexItems: 4, opened: 2 });
    expect(await world.listOpen()).toEqual([
      'NOT_IN_STASH NO_SUCH_FILE /media/x.mp4',
      'UNMATCHED OTHER_AGENT /media/known.mp4',
    ]);
  });

  it('judges a merged item by each of its files, and an empty one once', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.addScene(1, ['/nas/b.mp4', '/nas/a.mp4'], { details: 'x' });
    world.addScene(2, ['/nas/other.mp4']);
    const files = ['/media/other.mp4', '/media/new.mp4', '/media/b.mp4', '/media/a.mp4'];
    world.plex.add('Adult', ['/media'], [{ key: '1', files, guid: ours(1), isBare: true }]);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual([
      'EMPTY NOTHING_SHOWN /media/a.mp4',
      'NOT_IN_STASH NO_SUCH_FILE /media/new.mp4',
      'WRONG_SCENE OTHER_SCENE /media/other.mp4',
    ]);
  });

  it('misses nothing in Plex that is switched off here', async () => {
    await using world = new GapWorld({ rules: RULES, fields: { summary: false } });
    world.addScene(1, ['/nas/a.mp4'], { details: 'only a summary' });
    world.plex.add('Adult', ['/media'], [{ key: '1', files: ['/media/a.mp4'], guid: ours(1), isBare: true }]);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual([]);
  });

  it('takes a scene for present when any of its files is', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.addScene(1, ['/nas/a.mp4', '/nas/b.mp4']);
    world.plex.add('Adult', ['/media'], [{ key: '1', files: ['/media/b.mp4'], guid: ours(1) }]);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual([]);
  });

  it.each([
    ['Windows', 'D:\\Adult', 'd:\\adult\\Sub\\X.mp4'],
    ['UNC', '\\\\nas\\Adult', '\\\\NAS\\adult\\Sub\\X.mp4'],
  ])('compares %s paths', async (_name, folder, file) => {
    const rule = { ...toRule(folder, '/data'), ignoreCase: true };
    await using world = new GapWorld({ rules: [rule] });
    world.addScene(1, ['/data/Sub/X.mp4']);
    world.addScene(2, ['/data/Sub/Y.mp4']);
    world.plex.add('Adult', [folder], [{ key: '1', files: [file], guid: ours(1) }]);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual(['NOT_IN_PLEX NO_PLEX_ITEM 2']);
    expect((await world.listAll())[0]?.plexPath).toBe(`${folder}\\Sub\\Y.mp4`);
  });

  it('tells a UNC path from a rooted one that reads alike', async () => {
    await using world = new GapWorld();
    world.addScene(1, ['//nas/x.mp4']);
    world.addScene(2, ['\\\\nas\\y.mp4']);
    world.addScene(3, ['/nas/z.mp4']);
    const items = ['/nas/x.mp4', '//nas/y.mp4', '/nas/z.mp4'].map((file, at) => ({
      key: String(at),
      files: [file],
      guid: ours(at + 90),
    }));
    world.plex.add('Adult', ['/nas'], items);
    await world.sweepFully();
    const wrong = (await world.listOpen()).filter((gap) => gap.startsWith('WRONG_SCENE'));
    expect(wrong).toEqual(['WRONG_SCENE SCENE_DELETED //nas/y.mp4', 'WRONG_SCENE SCENE_DELETED /nas/z.mp4']);
  });

  it('tells files that differ in case alone apart by the exact path', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.addScene(1, ['/nas/x.mp4']);
    world.addScene(2, ['/nas/X.mp4']);
    world.plex.add('Adult', ['/media'], [{ key: '1', files: ['/media/X.mp4'], guid: ours(2) }]);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual(['NOT_IN_PLEX NO_PLEX_ITEM 1']);
  });

  it('takes neither of two scenes for absent that one file may belong to', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.addScene(1, ['/nas/x.mp4']);
    world.addScene(2, ['/nas/X.mp4']);
    world.plex.add('Adult', ['/media'], [{ key: '1', files: ['/media/x.MP4'] }]);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual(['UNMATCHED NAME_AMBIGUOUS /media/x.mp4']);
  });

  it('takes neither for absent when two scenes have the very same file', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.addScene(1, ['/nas/x.mp4']);
    world.addScene(2, ['/nas/x.mp4']);
    world.plex.add('Adult', ['/media'], [{ key: '1', files: ['/media/x.mp4'], guid: ours(2) }]);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual([]);
  });

  it('lets the match by name stand where no rule says where Stash has the file', async () => {
    await using world = new GapWorld();
    world.addScene(1, ['/data/studio/x.mp4']);
    const items = [
      { key: '1', files: ['/plex/studio/x.mp4'], guid: ours(1) },
      { key: '2', files: ['/plex/studio/y.mp4'], guid: ours(1) },
    ];
    world.plex.add('Adult', ['/plex'], items);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual(['NOT_IN_STASH NO_SUCH_FILE /plex/studio/y.mp4']);
  });

  it('holds a rule to its word: a file elsewhere of the same name is another file', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.addScene(1, ['/nas/moved/x.mp4']);
    world.plex.add('Adult', ['/media'], [{ key: '1', files: ['/media/x.mp4'], guid: ours(1) }]);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual([
      'NOT_IN_PLEX NO_PLEX_ITEM 1',
      'NOT_IN_STASH NO_SUCH_FILE /media/x.mp4',
    ]);
  });

  it('does not call a scene absent whose very path Plex lists, though no rule leads back', async () => {
    const folders = {
      toStash: 'none',
      toPlex: { match: '^/nas/(?<rest>.+)$', replace: '/media/${rest}' },
    } as const;
    const oneWay = { kind: 'REGEX', name: 'one way', ignoreCase: false, samples: [], ...folders } as const;
    await using world = new GapWorld({ rules: [oneWay] });
    world.addScene(1, ['/nas/x.mp4']);
    world.plex.add('Adult', ['/media'], [{ key: '1', files: ['/media/x.mp4'] }]);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual(['NOT_IN_STASH NO_RULE_COVERS_PATH /media/x.mp4']);
  });

  it('takes a library that comes as one page in pieces', async () => {
    await using world = new GapWorld({ rules: RULES });
    world.plex.pageSize = 200_000;
    const items = Array.from({ length: 3_000 }, (_, at) => ({
      key: String(at),
      files: [`/media/${at}.mp4`],
    }));
    world.plex.add('Adult', ['/media'], items);
    let turns = 0;
    const count = () => {
      turns += 1;
      if (world.gaps.running() !== undefined) setImmediate(count);
    };
    world.gaps.startSweep('REQUEST');
    count();
    expect((await world.gaps.sweepEnded())?.counts.opened).toBe(3_000);
    expect(turns).toBeGreaterThan(12);
  });

  it('calls no scene stale that was served newer than the catalog is, or in another offset', async () => {
    await using world = new GapWorld({ rules: RULES });
    const served = ['2026-01-01T02:00:00+02:00', '2026-06-01T00:00:00Z', 'garbage'];
    for (const [at, updatedAt] of served.entries()) {
      world.addScene(at + 1, [`/nas/${at + 1}.mp4`]);
      world.serve(at + 1, updatedAt);
    }
    const items = [1, 2, 3].map((id) => ({ key: String(id), files: [`/media/${id}.mp4`], guid: ours(id) }));
    world.plex.add('Adult', ['/media'], items);
    await world.sweepFully();
    expect(await world.listOpen()).toEqual(['STALE CHANGED_SINCE_SERVED 3']);
  });
});
