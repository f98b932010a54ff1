import { describe, expect, it } from 'vitest';
import { createLiveLookup } from '../../src/catalog/live-lookup.ts';
import { tellTrouble } from '../../src/catalog/stash-trouble.ts';
import { asStashPath } from '../../src/model/file-paths.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { sampleFile, sampleScene, sampleScenes } from '../support/sample-scene.ts';
import { SceneListSource, toTestPattern } from '../support/scene-list-source.ts';
import { SettableClock } from '../support/settable-clock.ts';

const never = new AbortController().signal;

function openLookup(scenes = sampleScenes(60)) {
  const { store, index } = openTestStore();
  const source = new SceneListSource(scenes);
  const clock = new SettableClock();
  const told = tellTrouble(source, () => ({
    reason: 'STASH_UNREACHABLE',
    detail: 'Stash cannot be reached.',
  }));
  const { lookUp, forgetMisses } = createLiveLookup({ source: told, store, clock, toPattern: toTestPattern });
  const ask = (name: string, signal = never, paths: string[] = []) =>
    lookUp({ paths: paths.map(asStashPath), suffix: name.split('/') }, signal);
  return { store, index, source, clock, ask, lookUp, forgetMisses };
}

describe('a live look-up', () => {
  it('brings a scene into the catalog before it answers', async () => {
    const { ask, clock, index } = openLookup();
    const answer = ask('folder 3/scene 3.mp4');
    await clock.advance(25);
    expect(await answer).toEqual({ kind: 'BROUGHT', scenes: 1 });
    expect(index.listFilesEndingIn(['scene 3.mp4'], 5)).toHaveLength(1);
  });

  it('forgives letter case as the catalog does, and takes no character of a name for a pattern', async () => {
    const { ask, clock } = openLookup([sampleScene(1, { files: [sampleFile('1', '/d/a[1]+(x).mp4')] })]);
    const answers = [ask('A[1]+(X).MP4'), ask('a1x.mp4')];
    await clock.advance(25);
    expect((await Promise.all(answers)).map(({ kind }) => kind)).toEqual(['BROUGHT', 'NOTHING']);
  });

  it('shares one request with its neighbours, and each hears of its own', async () => {
    const { ask, clock, source } = openLookup();
    const answers = Array.from({ length: 20 }, (_, index) => ask(`scene ${index + 51}.mp4`));
    await clock.advance(25);
    const kinds = (await Promise.all(answers)).map(({ kind }) => kind);
    expect(kinds).toEqual(Array.from({ length: 20 }, (_, index) => (index < 10 ? 'BROUGHT' : 'NOTHING')));
    expect(source.count('findScenesByPathPattern')).toBe(1);
  });

  it('never puts more than twenty names into one pattern', async () => {
    const { ask, clock, source } = openLookup();
    const answers = Array.from({ length: 45 }, (_, index) => ask(`scene ${index + 1}.mp4`));
    await clock.advance(25);
    await Promise.all(answers);
    expect(source.patterns.map((pattern) => pattern.split('scene ').length - 1)).toEqual([20, 20, 5]);
  });

  it('joins an equal question that is under way', async () => {
    const { ask, clock, source } = openLookup();
    const answers = [ask('scene 3.mp4'), ask('scene 3.mp4'), ask('SCENE 3.mp4')];
    await clock.advance(25);
    expect((await Promise.all(answers)).every(({ kind }) => kind === 'BROUGHT')).toBe(true);
    expect(source.patterns).toHaveLength(1);
    expect(source.patterns[0]?.split('scene ')).toHaveLength(2);
  });

  it('remembers for a minute that nothing was there', async () => {
    const { ask, clock, source } = openLookup();
    const first = ask('absent.mp4');
    await clock.advance(25);
    expect(await first).toEqual({ kind: 'NOTHING' });
    await clock.advance(59_000);
    expect(await ask('absent.mp4')).toEqual({ kind: 'NOTHING' });
    expect(source.asked).toHaveLength(1);
    source.put(sampleScene(99, { files: [sampleFile('a', '/data/absent.mp4')] }));
    await clock.advance(1_001);
    const later = ask('absent.mp4');
    await clock.advance(25);
    expect(await later).toEqual({ kind: 'BROUGHT', scenes: 1 });
  });

  it('asks again when something came in since, also while it was asking', async () => {
    const { ask, clock, source, forgetMisses } = openLookup();
    for (let round = 0; round < 2; round += 1) {
      const answer = ask('absent.mp4');
      await clock.advance(25);
      await answer;
      forgetMisses();
    }
    expect(source.asked).toHaveLength(2);
    source.beforeAnswer = () => forgetMisses();
    for (let round = 0; round < 2; round += 1) {
      const answer = ask('absent.mp4');
      await clock.advance(25);
      await answer;
    }
    expect(source.asked).toHaveLength(4);
  });

  it('says UNKNOWN when Stash is in trouble, and asks again the next time', async () => {
    const { ask, clock, source } = openLookup();
    source.beforeAnswer = () => {
      throw new Error('connection refused at http://secret');
    };
    const answer = ask('scene 3.mp4');
    await clock.advance(25);
    expect(await answer).toEqual({
      kind: 'UNKNOWN',
      cause: { reason: 'STASH_UNREACHABLE', detail: 'Stash cannot be reached.' },
    });
    source.beforeAnswer = () => undefined;
    const next = ask('scene 3.mp4');
    await clock.advance(25);
    expect(await next).toEqual({ kind: 'BROUGHT', scenes: 1 });
  });

  it('uses the indexed look-up where Stash offers it, and the pattern only after that found nothing', async () => {
    const { ask, clock, source } = openLookup();
    source.isNew = true;
    const paths = ['/elsewhere/scene 3.mp4', '/data/folder 3/scene 3.mp4'];
    expect(await ask('scene 3.mp4', never, paths)).toEqual({ kind: 'BROUGHT', scenes: 1, truncated: true });
    expect(source.asked).toEqual(['findFileThenScene', 'findFileThenScene']);
    const answer = ask('scene 4.mp4', never, ['/elsewhere/scene 4.mp4']);
    await clock.advance(25);
    expect(await answer).toEqual({ kind: 'BROUGHT', scenes: 1 });
    expect(source.asked.slice(2)).toEqual(['findFileThenScene', 'findScenesByPathPattern']);
  });

  it('asks for every path the file may have, and says that the pattern was spared', async () => {
    const { ask, source, index } = openLookup([
      sampleScene(1, { files: [sampleFile('1', '/one/clip.mp4')] }),
      sampleScene(2, { files: [sampleFile('2', '/two/clip.mp4')] }),
    ]);
    source.isNew = true;
    const answer = await ask('clip.mp4', never, ['/one/clip.mp4', '/two/clip.mp4']);
    expect(answer).toEqual({ kind: 'BROUGHT', scenes: 2, truncated: true });
    expect(index.listFilesEndingIn(['clip.mp4'], 5)).toHaveLength(2);
  });

  it('asks for a path whose last segments a rule changed, also where Stash has no indexed look-up', async () => {
    const { ask, clock, source } = openLookup([
      sampleScene(1, { files: [sampleFile('1', '/data/renamed.mp4')] }),
    ]);
    const answer = ask('2024/original.mp4', never, ['/data/renamed.mp4']);
    await clock.advance(25);
    expect(await answer).toEqual({ kind: 'BROUGHT', scenes: 1 });
    expect(source.count('findScenesByPathPattern')).toBe(1);
  });

  it('says when Stash has more than it brought, and does not take a neighbour for absent', async () => {
    const many = Array.from({ length: 250 }, (_, index) =>
      sampleScene(index + 1, { files: [sampleFile(`${index}`, `/d${index}/video.mp4`)] }),
    );
    const rare = sampleScene(900, { files: [sampleFile('rare', '/d/rare.mp4')] });
    const { ask, clock, source } = openLookup([...many, rare]);
    const answers = [ask('video.mp4'), ask('rare.mp4'), ask('absent.mp4')];
    await clock.advance(25);
    expect(await Promise.all(answers)).toEqual([
      { kind: 'BROUGHT', scenes: 200, truncated: true },
      { kind: 'BROUGHT', scenes: 1 },
      { kind: 'NOTHING' },
    ]);
    expect(source.count('findScenesByPathPattern')).toBeLessThanOrEqual(5);
  });

  it('answers a caller that gives up at once, and leaves the others their answer', async () => {
    const { ask, clock, source } = openLookup();
    const giveUp = new AbortController();
    const [impatient, patient] = [ask('scene 3.mp4', giveUp.signal), ask('scene 3.mp4')];
    giveUp.abort(new Error('too late'));
    expect(await impatient).toMatchObject({ kind: 'UNKNOWN', cause: { reason: 'BUDGET_SPENT' } });
    await clock.advance(25);
    expect(await patient).toEqual({ kind: 'BROUGHT', scenes: 1 });
    expect(source.asked).toHaveLength(1);
  });

  it('cuts the request when nobody waits for it any more', async () => {
    const { ask, clock, source } = openLookup();
    const giveUp = new AbortController();
    const cut = Promise.withResolvers<string>();
    source.beforeAnswer = (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          cut.resolve('cut');
          reject(signal.reason as Error);
        });
      });
    const answers = [ask('scene 3.mp4', giveUp.signal), ask('scene 4.mp4', giveUp.signal)];
    await clock.advance(25);
    giveUp.abort(new Error('too late'));
    expect((await Promise.all(answers)).map(({ kind }) => kind)).toEqual(['UNKNOWN', 'UNKNOWN']);
    expect(await cut.promise).toBe('cut');
    expect(await ask('scene 5.mp4', giveUp.signal)).toMatchObject({ kind: 'UNKNOWN' });
  });

  it('does not ask at all when everyone gave up before the question was put', async () => {
    const { ask, clock, source } = openLookup();
    const giveUp = new AbortController();
    const answer = ask('scene 3.mp4', giveUp.signal);
    giveUp.abort(new Error('too late'));
    await answer;
    await clock.advance(25);
    expect(source.asked).toEqual([]);
  });
});
