import { afterAll, describe, expect, it } from 'vitest';
import { type JudgedScanOptions, createJudgedScan } from '../../bench/load/judged-scan.ts';
import type { Unreliable } from '../../simulators/stash/faults.ts';
import { PLEX_ROOT, type ScanWorld, filesOfStash, startScanWorld } from '../support/scan-world.ts';
import { until } from '../support/until.ts';

const CONCURRENCY = 2;

const ENV = { STASH_CONCURRENCY: String(CONCURRENCY), CATALOG_FOLLOW_S: '3600' };

/** This seed makes one of the first ten answers wrong, so that not even the shortest scan goes without. */
const ERRORS = { kind: 'UNRELIABLE', ways: ['HTTP_500', 'CUT', 'GARBAGE'], seed: 7 } as const;

const NOTHING = { count: 0, examples: [] };
const ALL_WELL = { wrong: NOTHING, lost: NOTHING, unanswered: NOTHING, violations: NOTHING };

function makeUnreliable({ stash }: ScanWorld, how: Pick<Unreliable, 'ms' | 'errorsInHundred'>): void {
  stash.faults.set({ ...ERRORS, ...how }, { on: 'GRAPHQL' });
  stash.forgetRequests();
}

function judgedScan(world: ScanWorld, options: Partial<JudgedScanOptions> = {}) {
  return createJudgedScan({
    library: world.library,
    files: filesOfStash(world),
    location: PLEX_ROOT,
    url: world.service.provider,
    atATime: 8,
    forMs: 50_000,
    longestPauseMs: 0,
    ...options,
  });
}

/** Waits for the last thing that is asked after a pull: from then on nothing but the requests of a scan reaches Stash. */
function untilFollowed({ stash }: ScanWorld): Promise<void> {
  return until(() => stash.counts().byOperation['ListGroupsChangedSince'] === 1 && stash.inFlight === 0);
}

describe('a scan of known files while Stash is late and one of a hundred answers is wrong', async () => {
  const world = await startScanWorld({ scenes: 200, env: ENV });
  afterAll(() => world[Symbol.asyncDispose]());
  await untilFollowed(world);

  it.each([
    { atATime: 8, ms: 3, atLeast: 1 },
    { atATime: 64, ms: 3, atLeast: 1 },
    { atATime: 64, ms: 200, atLeast: CONCURRENCY },
  ])(
    'gives every file its own scene with $atATime at a time and $ms ms',
    async ({ atATime, ms, atLeast }) => {
      makeUnreliable(world, { ms, errorsInHundred: 1 });
      const result = await judgedScan(world, { atATime }).run();
      expect(result).toMatchObject({ ...ALL_WELL, files: filesOfStash(world).length, isCutShort: false });
      expect(world.stash.faults.errorsGiven).toBeGreaterThan(0);
      expect(world.stash.maxGraphqlInFlight).toBeLessThanOrEqual(CONCURRENCY);
      expect(world.stash.maxGraphqlInFlight).toBeGreaterThanOrEqual(atLeast);
    },
  );
});

describe('a scan that begins with an empty catalog while one of ten answers of Stash is wrong', () => {
  it('gives every file its own scene in the end', async () => {
    await using world = await startScanWorld({ scenes: 200, env: ENV, filled: false });
    makeUnreliable(world, { ms: 20, errorsInHundred: 10 });
    const result = await judgedScan(world, { atATime: 64 }).run();
    expect(result).toMatchObject({ ...ALL_WELL, files: filesOfStash(world).length });
    expect(world.stash.faults.errorsGiven).toBeGreaterThan(0);
  });
});

describe('the judge of a scan', () => {
  it('sees answers of another scene', async () => {
    await using world = await startScanWorld({ scenes: 20 });
    const files = filesOfStash(world);
    const rotated = files.map(({ path }, index) => ({ ...files.at(index - 1), path })) as typeof files;
    const { wrong, lost } = await judgedScan(world, { files: rotated }).run();
    expect(wrong.count).toBeGreaterThanOrEqual(files.length);
    expect(wrong.examples[0]).toContain('instead of tv.plex.agents.custom.stash2plex://movie/');
    expect(lost).toEqual(NOTHING);
  });

  it('sees files without a match', async () => {
    await using world = await startScanWorld({ scenes: 20, extraSpecific: 3 });
    const { lost } = await judgedScan(world, { files: world.files }).run();
    expect(lost.count).toBe(3);
    expect(lost.examples[0]).toMatch(/: UNMATCHED$/);
  });

  it('sees calls that nobody answers', async () => {
    await using world = await startScanWorld({ scenes: 20 });
    world.stash.faults.set({ kind: 'SLOW', ms: 100 });
    const scan = judgedScan(world, { atATime: 1 });
    const running = scan.run();
    await until(() => scan.progress().done > 0);
    await world.service.stop();
    const { unanswered, lost } = await running;
    expect(unanswered.count).toBeGreaterThan(0);
    expect(lost.count).toBeGreaterThan(0);
  });

  it('takes a poster that cannot be had now for missing, not for wrong', async () => {
    await using world = await startScanWorld({ scenes: 20 });
    const file = filesOfStash(world).find(
      ({ sceneId }) => world.library.findScene(Number(sceneId))?.cover === 'JPEG',
    );
    if (file === undefined) throw new Error('expected a scene with a picture');
    world.stash.faults.set({ kind: 'HTTP_500' }, { on: 'PICTURES' });
    const missing = await judgedScan(world, { files: [file] }).run();
    expect(missing).toMatchObject({ ...ALL_WELL, posters: { fetched: 0, missing: 1 } });
    world.stash.faults.clear();
    const fetched = await judgedScan(world, { files: [file] }).run();
    expect(fetched).toMatchObject({ ...ALL_WELL, posters: { fetched: 1, missing: 0 } });
  });

  it('has what was told to come back scanned again', async () => {
    await using world = await startScanWorld({ scenes: 20 });
    const { id } = world.library.addScene({ paths: ['/data/new/Just Now.mp4'], title: 'Just Now' });
    const [file] = filesOfStash(world);
    if (file === undefined) throw new Error('expected a file');
    world.stash.faults.set({ kind: 'GARBAGE' }, { operationName: 'FindFileByPath', next: 1 });
    const added = { ...file, path: `${PLEX_ROOT}/new/Just Now.mp4`, sceneId: String(id) };
    const result = await judgedScan(world, { files: [added] }).run();
    expect(result).toMatchObject({ ...ALL_WELL, files: 1, rescans: 1, transient: 1 });
  });

  it('takes up no more files once it is stopped', async () => {
    await using world = await startScanWorld({ scenes: 20 });
    const scan = judgedScan(world);
    scan.stop();
    expect(await scan.run()).toMatchObject({ files: 0, isCutShort: true });
  });
});
