import { describe, expect, it } from 'vitest';
import type { MatchExplanation } from '../../src/matching/explanation.ts';
import type { ServedEntry } from '../../src/metadata/served-ledger.ts';
import { toSceneId } from '../../src/model/ids.ts';
import { createPictureStore } from '../../src/store/create-picture-store.ts';
import { createRecentMatchStore } from '../../src/store/create-recent-match-store.ts';
import { createRuleHits, listRuleHits } from '../../src/store/create-rule-hits.ts';
import { createServedLedger } from '../../src/store/create-served-ledger.ts';
import { streamServed } from '../../src/store/served-scenes-table.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { sampleScenes } from '../support/sample-scene.ts';
import { SettableClock } from '../support/settable-clock.ts';

const unexpected = (error: unknown) => {
  throw error;
};

function entry(sceneId: string, servedAt: number, via: ServedEntry['via'] = 'MATCH'): ServedEntry {
  const fingerprint = `print ${servedAt}`;
  return { sceneId: toSceneId(sceneId), servedAt, fingerprint, sceneUpdatedAt: 'then', via };
}

describe('the ledger', () => {
  it('forgets what was served of a scene that is gone, once everything was read without it', () => {
    const { database, store } = openTestStore();
    const ledger = createServedLedger(database, { clock: new SettableClock(), onFailure: unexpected });
    for (const scene of sampleScenes(2)) store.recordScene(scene);
    for (const { id } of sampleScenes(2)) ledger.record(entry(id, 10));
    ledger.close();
    store.removeScene(toSceneId('1'));
    const readAll = (kind: 'DIFF' | 'FULL') => {
      store.startPass({ kind, startedAt: 1, total: 1 });
      store.completePass(2);
      return [...streamServed(database)].map(({ sceneId }) => sceneId);
    };
    expect(readAll('DIFF')).toEqual(['1', '2']);
    expect(readAll('FULL')).toEqual(['2']);
  });

  it('shows what was just recorded, and keeps the newest of each scene over a restart', () => {
    const first = openTestStore();
    const ledger = createServedLedger(first.database, { clock: new SettableClock(), onFailure: unexpected });
    ledger.record(entry('1', 10));
    ledger.record(entry('1', 20, 'METADATA'));
    ledger.record(entry('2', 15));
    expect(ledger.find(toSceneId('1'))).toEqual(entry('1', 20, 'METADATA'));
    ledger.close();
    first.close();
    const second = openTestStore(first.folder);
    const reopened = createServedLedger(second.database, {
      clock: new SettableClock(),
      onFailure: unexpected,
    });
    expect(reopened.find(toSceneId('1'))).toEqual(entry('1', 20, 'METADATA'));
    expect(reopened.find(toSceneId('3'))).toBeUndefined();
    expect([...streamServed(second.database)]).toEqual([entry('1', 20, 'METADATA'), entry('2', 15)]);
  });

  it('is durable within 50 milliseconds', async () => {
    const { database } = openTestStore();
    const clock = new SettableClock();
    createServedLedger(database, { clock, onFailure: unexpected }).record(entry('1', 10));
    expect([...streamServed(database)]).toEqual([]);
    await clock.advance(50);
    expect([...streamServed(database)]).toEqual([entry('1', 10)]);
  });
});

describe('rule hits', () => {
  it('add up by rule and direction, also over restarts', () => {
    const { database } = openTestStore();
    const clock = new SettableClock(1_000);
    const first = createRuleHits(database, { clock, onFailure: unexpected });
    first.record('main', 'TO_STASH');
    first.record('main', 'TO_STASH');
    first.record('main', 'TO_PLEX');
    first.close();
    clock.set(5_000);
    const second = createRuleHits(database, { clock, onFailure: unexpected });
    second.record('main', 'TO_STASH');
    const expected = [
      { rule: 'main', direction: 'TO_PLEX', hits: 1, lastAt: 1_000 },
      { rule: 'main', direction: 'TO_STASH', hits: 3, lastAt: 5_000 },
    ];
    expect(second.list()).toEqual(expected);
    expect(listRuleHits(database)).toEqual(expected);
  });
});

describe('recent matches', () => {
  it('are kept to the last thousand, newest first', () => {
    const { database } = openTestStore();
    const recent = createRecentMatchStore(database);
    const explain = (at: number): MatchExplanation => ({
      at,
      manual: false,
      outcome: { kind: 'MISSED', reason: 'NOT_IN_STASH' },
      steps: [],
      tookMs: 1,
    });
    for (let from = 0; from < 1_200; from += 300)
      recent.recordMatches(Array.from({ length: 300 }, (_, index) => explain(from + index)));
    expect(recent.listMatches(2)).toEqual([explain(1_199), explain(1_198)]);
    expect(recent.listMatches(5_000)).toHaveLength(1_000);
    expect(recent.listMatches(-1)).toEqual([]);
  });

  it('leave the database alone while there are none', () => {
    const { database, close } = openTestStore();
    const recent = createRecentMatchStore(database);
    close();
    expect(() => recent.recordMatches([])).not.toThrow();
  });
});

describe('pictures', () => {
  const picture = (key: string, size: number) => ({
    key,
    sourceEtag: `"${key}"`,
    contentType: 'image/jpeg',
    bytes: new Uint8Array(size).fill(7),
  });

  function makePictures(mostBytes: number) {
    const { database } = openTestStore();
    const clock = new SettableClock();
    return { clock, pictures: createPictureStore(database, { clock, mostBytes, onFailure: unexpected }) };
  }

  it('come back as they were kept', () => {
    const { pictures } = makePictures(1_000);
    pictures.save(picture('a', 10));
    expect(pictures.find('a')).toEqual(picture('a', 10));
    expect(pictures.find('b')).toBeUndefined();
    pictures.save({ ...picture('a', 20), sourceEtag: '"new"' });
    expect(pictures.find('a')?.sourceEtag).toBe('"new"');
  });

  it('that were not used for longest make room', async () => {
    const { pictures, clock } = makePictures(100);
    for (const key of ['a', 'b', 'c']) {
      pictures.save(picture(key, 30));
      await clock.advance(10);
    }
    pictures.find('a');
    await clock.advance(10);
    pictures.save(picture('d', 60));
    expect(['a', 'b', 'c', 'd'].filter((key) => pictures.find(key))).toEqual(['a', 'd']);
  });

  it('keep the newest of those that were saved at one instant', () => {
    const { pictures } = makePictures(100);
    for (const key of ['z', 'y', 'x']) pictures.save(picture(key, 60));
    expect(['x', 'y', 'z'].filter((key) => pictures.find(key))).toEqual(['x']);
  });

  it('larger than the bound are not kept and push nothing out', () => {
    const { pictures } = makePictures(100);
    pictures.save(picture('a', 50));
    pictures.save(picture('huge', 101));
    expect(pictures.find('huge')).toBeUndefined();
    expect(pictures.find('a')).toBeDefined();
  });
});
