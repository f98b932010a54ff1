import { describe, expect, it } from 'vitest';
import { describeScene, type SceneDescriber } from '../../src/metadata/describe-scene.ts';
import { recordServed } from '../../src/metadata/record-served.ts';
import { toServedFingerprint } from '../../src/metadata/served-fingerprint.ts';
import type { ServedEntry, ServedLedger } from '../../src/metadata/served-ledger.ts';
import { toPlexMovie } from '../../src/metadata/to-plex-movie.ts';
import type { SceneReading } from '../../src/model/scene-reading.ts';
import { sampleContext } from '../support/metadata-context.ts';
import { fullScene } from '../support/metadata-scenes.ts';
import { SettableClock } from '../support/settable-clock.ts';

const context = sampleContext();
const movie = toPlexMovie(fullScene, context);
const { signal } = new AbortController();

/** A ledger in memory, as the port describes one. */
class MemoryLedger implements ServedLedger {
  readonly #entries = new Map<string, ServedEntry>();

  record(entry: ServedEntry): void {
    this.#entries.set(entry.sceneId, entry);
  }

  find(sceneId: string): ServedEntry | undefined {
    return this.#entries.get(sceneId);
  }
}

function toDescriber(reading: SceneReading, changes: Partial<SceneDescriber> = {}): SceneDescriber {
  return {
    readScene: () => Promise.resolve(reading),
    ledger: new MemoryLedger(),
    clock: new SettableClock(1_700_000_000_000),
    onLedgerFailure: (error) => {
      throw new Error('the ledger was expected to work', { cause: error });
    },
    ...changes,
  };
}

describe('describing a scene', () => {
  it.each(['STASH', 'COPY'] as const)('tells it as Plex is told it, read from %s', async (from) => {
    const describer = toDescriber({ kind: 'FOUND', scene: fullScene, from });
    expect(await describeScene(describer, fullScene.id, context, signal)).toEqual({
      kind: 'FOUND',
      movie,
      from,
    });
  });

  it('records what was served, when, and which version of the scene', async () => {
    const describer = toDescriber({ kind: 'FOUND', scene: fullScene, from: 'STASH' });
    await describeScene(describer, fullScene.id, context, signal);
    expect(describer.ledger.find(fullScene.id)).toEqual({
      sceneId: '6',
      servedAt: 1_700_000_000_000,
      fingerprint: toServedFingerprint(movie),
      sceneUpdatedAt: fullScene.updatedAt,
      via: 'METADATA',
    });
  });

  it.each<SceneReading>([
    { kind: 'GONE' },
    { kind: 'UNKNOWN', cause: { reason: 'STASH_UNREACHABLE', detail: 'Stash does not answer.' } },
  ])('passes on $kind and records nothing', async (reading) => {
    const describer = toDescriber(reading);
    expect(await describeScene(describer, fullScene.id, context, signal)).toEqual(reading);
    expect(describer.ledger.find(fullScene.id)).toBeUndefined();
  });

  it('asks for the scene it was asked for, under the same signal', async () => {
    const asked: unknown[] = [];
    const readScene: SceneDescriber['readScene'] = async (id, under) => {
      asked.push(id, under);
      return { kind: 'GONE' };
    };
    await describeScene(toDescriber({ kind: 'GONE' }, { readScene }), fullScene.id, context, signal);
    expect(asked).toEqual([fullScene.id, signal]);
  });

  it('answers all the same when the ledger refuses, and reports that', async () => {
    const full = new Error('database or disk is full');
    const reported: unknown[] = [];
    const ledger: ServedLedger = {
      record: () => {
        throw full;
      },
      find: () => undefined,
    };
    const describer = toDescriber(
      { kind: 'FOUND', scene: fullScene, from: 'STASH' },
      { ledger, onLedgerFailure: (error) => reported.push(error) },
    );
    expect((await describeScene(describer, fullScene.id, context, signal)).kind).toBe('FOUND');
    expect(reported).toEqual([full]);
  });
});

describe('a match', () => {
  it('is recorded as one', () => {
    const describer = toDescriber({ kind: 'GONE' });
    recordServed(describer, fullScene, movie, 'MATCH');
    expect(describer.ledger.find(fullScene.id)?.via).toBe('MATCH');
  });
});
