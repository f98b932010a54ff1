import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createScanner } from '../../simulators/plex/scanner/create-scanner.ts';
import { matchOnly } from '../support/match-only.ts';
import { moviesOf, talkTo } from '../support/provider-talk.ts';
import { PLEX_ROOT, filesOfStash, startScanWorld, toScanFile } from '../support/scan-world.ts';
import { SkippableClock } from '../support/skippable-clock.ts';
import { until } from '../support/until.ts';

const clock = new SkippableClock();
const world = await startScanWorld({ scenes: 300, extraSpecific: 30, clock });
const { stash, service, library } = world;
const talk = talkTo(service.provider);
afterAll(async () => {
  expect(talk.violations).toEqual([]);
  talk[Symbol.dispose]();
  await world[Symbol.asyncDispose]();
});

/** What follows the catalog in the background, and the doctor's look at the schema, are no part of a scan. */
const FOLLOWING = /ChangedSince$|^GetServerState$|^GetCapabilities$|^GetVersion$|^IntrospectionQuery$/;

function countRequestsOfScan(): Readonly<Record<string, number>> {
  const counted = Object.entries(stash.counts().byOperation).filter(([name]) => !FOLLOWING.test(name));
  return Object.fromEntries(counted);
}

async function describeScene(ratingKey: number): Promise<{ readonly [field: string]: unknown }> {
  const answer = await talk.get(`/library/metadata/${ratingKey}`);
  expect(answer.status).toBe(200);
  return moviesOf(answer)[0] ?? {};
}

function missing(name: string): Promise<unknown> {
  return talk.match({ filename: `${PLEX_ROOT}/Nowhere/${name}.mp4`, title: name });
}

beforeEach(() => stash.forgetRequests());

describe('what a scan asks of Stash', () => {
  it('is nothing at all for matching files that the catalog knows', async () => {
    const { matches } = await matchOnly(service.provider, filesOfStash(world), 'RELATIVE');
    expect(matches.filter(({ sceneId }) => sceneId === undefined)).toEqual([]);
    expect(countRequestsOfScan()).toEqual({});
  });

  it('is one indexed read a scene at the most, and no scan of all paths, when every file is known', async () => {
    await using scanner = createScanner({
      providerUri: service.provider,
      filenameForm: 'RELATIVE',
      concurrency: 8,
    });
    const files = filesOfStash(world);
    const report = await scanner.scan(files.map(toScanFile));
    expect(report.violations).toEqual([]);
    expect(report.counts).toMatchObject({ MATCHED: files.length });
    expect(stash.counts().pathScans).toBe(0);
    expect(Object.keys(countRequestsOfScan())).toEqual(['ReadScenes']);
    const scenesRead = stash.requests.flatMap((entry) =>
      entry.kind === 'GRAPHQL' && entry.operationName === 'ReadScenes' ? Object.values(entry.variables) : [],
    );
    expect(scenesRead.length).toBeLessThanOrEqual(files.length);
  });

  it('scans paths only for files that are not in the catalog', async () => {
    const strangers = world.files.filter(({ sceneId }) => sceneId === null);
    const { matches } = await matchOnly(service.provider, strangers, 'RELATIVE');
    expect(matches).toHaveLength(strangers.length);
    expect(stash.counts().pathScans).toBeGreaterThan(0);
    expect(stash.counts().pathScans).toBeLessThanOrEqual(strangers.length);
    expect(Object.keys(countRequestsOfScan()).sort()).toEqual(['FindFileByPath', 'FindScenesByPathPattern']);
  });

  it('is two scans of all paths for forty files that are missed at once', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `Never Heard Of It Before Number ${n}`);
    clock.hold();
    await Promise.all(names.map(missing));
    clock.release();
    expect(stash.counts().pathScans).toBe(2);
  });

  it('is nothing for a file that was missed within the last minute, and one look-up after it', async () => {
    await missing('Asked For Twice In A Minute');
    stash.forgetRequests();
    await missing('Asked For Twice In A Minute');
    expect(countRequestsOfScan()).toEqual({});
    clock.skip(61_000);
    await missing('Asked For Twice In A Minute');
    expect(stash.counts().pathScans).toBe(1);
  });

  it('is a few batched requests for the metadata of fifty scenes at once', async () => {
    stash.faults.set({ kind: 'SLOW', ms: 500 }, { operationName: 'ReadScenes' });
    const keys = library.scenes.slice(0, 50).map(({ id }) => id);
    const movies = await Promise.all(keys.map(describeScene));
    stash.faults.clear();
    expect(movies.map(({ ratingKey }) => ratingKey)).toEqual(keys.map(String));
    expect(stash.counts().pathScans).toBe(0);
    expect(stash.counts().byOperation['ReadScenes']).toBeLessThanOrEqual(12);
  });

  it('is nothing for the images and extras of an item that was just described', async () => {
    const [scene] = library.scenes;
    await describeScene(scene?.id ?? 0);
    stash.forgetRequests();
    expect((await talk.get(`/library/metadata/${scene?.id ?? 0}/images`)).status).toBe(200);
    expect((await talk.get(`/library/metadata/${scene?.id ?? 0}/extras`)).status).toBe(200);
    expect(countRequestsOfScan()).toEqual({});
  });
});

describe('what changed in Stash', () => {
  it('shows in the next metadata request when it is a scene', async () => {
    const { id } = library.addScene({ paths: ['/data/edits/edited.mp4'], title: 'Before the Edit' });
    expect(await describeScene(id)).toMatchObject({ title: 'Before the Edit' });
    library.editScene(id, { title: 'After the Edit', details: 'Now with a summary.', date: '2024-05-06' });
    expect(await describeScene(id)).toMatchObject({
      title: 'After the Edit',
      summary: 'Now with a summary.',
      originallyAvailableAt: '2024-05-06',
      year: 2024,
    });
  });

  it('shows in the next match, too, once the edited scene was described', async () => {
    const { id } = library.addScene({ paths: ['/data/edits/matched.mp4'], title: 'First Title' });
    const matched = async () => moviesOf(await talk.match({ filename: 'edits/matched.mp4' }))[0]?.title;
    expect(await matched()).toBe('First Title');
    library.editScene(id, { title: 'Second Title' });
    await describeScene(id);
    expect(await matched()).toBe('Second Title');
  });

  it('shows in matches after the next look when it is the name of a performer', async () => {
    const cast = library.scenes.find(
      ({ performerIds, files }) => performerIds.length > 0 && files.length > 0,
    );
    const [performer] = cast?.performerIds ?? [];
    if (!cast || performer === undefined) throw new Error('expected a scene with a performer');
    library.renamePerformer(performer, 'Somebody Entirely New');
    const path = cast.files[0]?.path.replace('/data', PLEX_ROOT);
    clock.skip(150_000);
    await until(async () => (await talk.match({ filename: path })).text.includes('Somebody Entirely New'));
    expect(stash.counts().pathScans).toBe(0);
  });

  it('is found by the next look when it is a new file, and then costs its match nothing', async () => {
    const { id } = library.addScene({ paths: ['/data/new arrivals/fresh.mp4'], title: 'Fresh' });
    const before = service.log.length;
    clock.skip(31_000);
    await until(() => service.log.slice(before).some(({ msg }) => msg === 'changes of Stash taken over'));
    stash.forgetRequests();
    const answer = await talk.match({ filename: 'new arrivals/fresh.mp4' });
    expect(moviesOf(answer)).toMatchObject([{ ratingKey: String(id) }]);
    expect(stash.counts().pathScans).toBe(0);
  });
});
