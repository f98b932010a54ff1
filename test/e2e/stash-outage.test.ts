import { describe, expect, it } from 'vitest';
import { createScanner } from '../../simulators/plex/scanner/create-scanner.ts';
import type { StashSimulator } from '../../simulators/stash/stash-simulator.ts';
import { type ProviderTalk, codeOf, moviesOf, talkTo } from '../support/provider-talk.ts';
import { filesOfStash, startScanWorld, toScanFile } from '../support/scan-world.ts';
import { SkippableClock } from '../support/skippable-clock.ts';
import { until } from '../support/until.ts';

function scanner(providerUri: string, concurrency = 8) {
  return createScanner({ providerUri, filenameForm: 'RELATIVE', concurrency });
}

async function expectCannotKnow(talk: ProviderTalk, path: string, codes: readonly string[]): Promise<void> {
  const answer = await talk.get(path);
  expect(answer).toMatchObject({ status: 500, headers: { 'retry-after': '30' } });
  expect(codes).toContain(codeOf(answer));
}

const AWAY = ['STASH_UNREACHABLE', 'BREAKER_OPEN'];

describe('a Stash that is away from the first second of a scan', () => {
  it('keeps no file of a filled catalog from being matched and described', async () => {
    await using world = await startScanWorld({ scenes: 300 });
    await world.stash.stop();
    await using plex = scanner(world.service.provider);
    const files = filesOfStash(world);
    const report = await plex.scan(files.map(toScanFile));
    expect(report.violations).toEqual([]);
    expect(report.counts).toEqual({ MATCHED: files.length, UNMATCHED: 0, TRANSIENT: 0, FAILED: 0 });
    const right = new Map(files.map(({ path, sceneId }) => [path, sceneId]));
    expect(report.files.filter(({ file, ratingKey }) => ratingKey !== right.get(file.path))).toEqual([]);
    expect(report.files.every(({ metadata, images }) => metadata !== undefined && images !== undefined)).toBe(
      true,
    );
  });

  it('is still away for a service that was started anew on the filled data folder', async () => {
    await using first = await startScanWorld({ scenes: 60 });
    await first.service.stop();
    await first.stash.stop();
    const { dataDir } = first.service;
    await using second = await startScanWorld({ scenes: 60, dataDir, prepare: (stash) => stash.stop() });
    await using plex = scanner(second.service.provider);
    const files = filesOfStash(second);
    const report = await plex.scan(files.map(toScanFile));
    expect(report.violations).toEqual([]);
    expect(report.counts).toMatchObject({ MATCHED: files.length });
  });
});

describe('an empty catalog while Stash is away', () => {
  it('answers 500 with Retry-After and never an empty list, and recovers by itself', async () => {
    const clock = new SkippableClock();
    const prepare = (stash: StashSimulator) => stash.stop();
    await using world = await startScanWorld({ scenes: 60, clock, prepare, filled: false });
    const { service, stash } = world;
    using talk = talkTo(service.provider);
    const [file] = filesOfStash(world);
    const hints = { filename: file?.path, title: 'whatever' };
    const answer = await talk.match(hints);
    expect(answer).toMatchObject({ status: 500, headers: { 'retry-after': '30' } });
    expect(AWAY).toContain(codeOf(answer));
    expect((await talk.match({ ...hints, manual: 1 })).status).toBe(500);
    await expectCannotKnow(talk, `/library/metadata/${file?.sceneId}`, AWAY);
    await expectCannotKnow(talk, `/library/metadata/${file?.sceneId}/images`, AWAY);
    expect((await talk.get(`/library/metadata/${file?.sceneId}/extras`)).status).toBe(200);

    await stash.restart();
    await until(async () => {
      clock.skip(31_000);
      return (await talk.match(hints)).status === 200;
    });
    expect(moviesOf(await talk.match(hints))).toMatchObject([{ ratingKey: file?.sceneId }]);
    await until(async () => {
      clock.skip(31_000);
      const ready = (await (await fetch(`${service.admin}/health/ready`)).json()) as { catalog: object };
      return JSON.stringify(ready.catalog).includes('COMPLETE');
    });
    expect(talk.violations).toEqual([]);
  });

  it('answers 500 with Retry-After for a picture that was never fetched', async () => {
    await using world = await startScanWorld({ scenes: 20 });
    using talk = talkTo(world.service.provider);
    const movies = await Promise.all(
      world.library.scenes.map(async ({ id }) => moviesOf(await talk.get(`/library/metadata/${id}`))[0]),
    );
    const poster = movies.map((movie) => movie?.['thumb']).find((thumb) => typeof thumb === 'string');
    await world.stash.stop();
    await expectCannotKnow(talk, new URL(String(poster)).pathname, AWAY);
    expect(talk.violations).toEqual([]);
  });
});

describe('a Stash in trouble', () => {
  const ways = [
    ['answers too slowly', { kind: 'SLOW', ms: 2000 }, ['STASH_TOO_SLOW']],
    ['hangs', { kind: 'HANG' }, ['STASH_TOO_SLOW']],
    ['fails', { kind: 'HTTP_500' }, ['STASH_FAILED']],
    ['sends garbage', { kind: 'GARBAGE' }, ['STASH_GARBAGE']],
    ['refuses our key', { kind: 'UNAUTHORIZED' }, ['STASH_UNAUTHORIZED']],
    ['was never set up', { kind: 'SETUP' }, ['STASH_NOT_SET_UP']],
    ['waits for a migration', { kind: 'MIGRATION' }, ['STASH_NEEDS_MIGRATION']],
    ['cuts its answers short', { kind: 'CUT' }, ['STASH_UNREACHABLE']],
    ['never ends an answer', { kind: 'HUGE' }, ['STASH_GARBAGE', 'STASH_TOO_SLOW']],
  ] as const;

  it.each(ways)(
    'that %s is named in a 500, and all is well when it is well again',
    async (_way, fault, codes) => {
      const clock = new SkippableClock();
      const env = { STASH_TIMEOUT_MS: '300' };
      const prepare = ({ faults }: StashSimulator) => faults.set(fault);
      await using world = await startScanWorld({ scenes: 20, clock, env, prepare, filled: false });
      const { service, stash } = world;
      using talk = talkTo(service.provider);
      const [file] = filesOfStash(world);
      const answer = await talk.match({ filename: file?.path });
      expect(answer).toMatchObject({ status: 500, headers: { 'retry-after': '30' } });
      expect(codes).toContain(codeOf(answer));
      await expectCannotKnow(talk, `/library/metadata/${file?.sceneId}`, [...codes, 'BREAKER_OPEN']);
      expect((await talk.get('')).status).toBe(200);
      stash.faults.clear();
      await until(async () => {
        clock.skip(31_000);
        return (await talk.match({ filename: file?.path })).status === 200;
      });
      expect((await talk.get(`/library/metadata/${file?.sceneId}`)).status).toBe(200);
      expect(talk.violations).toEqual([]);
    },
  );

  it('is answered for within the budget, however long Stash hangs', async () => {
    const env = { REQUEST_BUDGET_MS: '1000', STASH_TIMEOUT_MS: '80000' };
    const prepare = ({ faults }: StashSimulator) => faults.set({ kind: 'HANG' });
    await using world = await startScanWorld({ scenes: 20, env, prepare, filled: false });
    using talk = talkTo(world.service.provider);
    const answers = await Promise.all([
      talk.match({ filename: 'not there/at all.mp4' }),
      talk.get('/library/metadata/1'),
      talk.get('/library/metadata/1/images'),
    ]);
    for (const answer of answers) {
      expect(answer).toMatchObject({ status: 500, headers: { 'retry-after': '30' } });
      expect(codeOf(answer)).toBe('BUDGET_SPENT');
    }
    expect(talk.violations).toEqual([]);
  });
});

describe('a Stash that is restarted in the middle of a scan', () => {
  it('leaves transient errors that the next scan makes good, and nothing is lost', async () => {
    const clock = new SkippableClock();
    // Keeps the catalog from filling, so that every file depends on Stash.
    const prepare = ({ faults }: StashSimulator) =>
      faults.set({ kind: 'HANG' }, { operationName: 'ListScenesAfter' });
    await using world = await startScanWorld({ scenes: 120, clock, prepare, filled: false });
    const { service, stash } = world;
    const files = filesOfStash(world);
    let stopping: Promise<void> | undefined;
    await using plex = createScanner({
      providerUri: service.provider,
      filenameForm: 'RELATIVE',
      concurrency: 4,
      onProgress: ({ done }) => {
        if (done === 30) stopping = stash.stop();
      },
    });
    const first = await plex.scan(files.map(toScanFile));
    await stopping;
    expect(first.violations).toEqual([]);
    expect(first.counts).toMatchObject({ UNMATCHED: 0, FAILED: 0 });
    expect(first.counts.MATCHED).toBeGreaterThanOrEqual(26);
    expect(first.counts.TRANSIENT).toBeGreaterThan(0);
    const transient = first.files.flatMap((report) => report.transient);
    const asked = transient.map(({ reason, retryAfterS }) => `${reason}, again in ${retryAfterS} s`);
    expect([...new Set(asked)]).toEqual(['HTTP_500, again in 30 s']);

    stash.faults.clear();
    await stash.restart();
    await until(async () => {
      clock.skip(31_000);
      const { counts, violations } = await plex.rescanTransient();
      expect(violations).toEqual([]);
      expect(counts).toMatchObject({ UNMATCHED: 0, FAILED: 0 });
      return counts.TRANSIENT === 0;
    });
    const ours = (sceneId: string | null) => `tv.plex.agents.custom.stash2plex://movie/${sceneId}`;
    expect(files.filter(({ path, sceneId }) => plex.findGuid(path) !== ours(sceneId))).toEqual([]);
  });
});
