import { afterAll, describe, expect, it } from 'vitest';
import { createScanner } from '../../simulators/plex/scanner/create-scanner.ts';
import type { FileNameForm } from '../../simulators/plex/scanner/file-name-form.ts';
import { type AnsweredMovie, moviesOf, talkTo } from '../support/provider-talk.ts';
import { PLEX_ROOT, type ScanWorld, startScanWorld, toScanFile } from '../support/scan-world.ts';

/** Adds scenes that are hard to tell apart: one title, several studios, dates and folders. */
function addLookalikes({ library }: Pick<ScanWorld, 'library'>): readonly number[] {
  return Array.from({ length: 25 }, (_, n) => {
    const { id } = library.addScene({
      paths: [`/data/lookalikes/${n}/scene.mp4`],
      title: 'Lighthouse Keepers Holiday',
      date: `2020-01-${String(n + 1).padStart(2, '0')}`,
      studioId: library.studios[n % 3]?.id ?? null,
    });
    return id;
  });
}

const ids: number[] = [];
const world = await startScanWorld({
  scenes: 60,
  prepare: ({ library }) => {
    ids.push(...addLookalikes({ library }));
  },
});
const { service, library } = world;
afterAll(() => world[Symbol.asyncDispose]());

function scannerOf(providerUri: string, options: { form?: FileNameForm; includeAdult?: 0 | 1 } = {}) {
  const { form = 'RELATIVE', includeAdult } = options;
  return createScanner({
    providerUri,
    filenameForm: form,
    concurrency: 2,
    ...(includeAdult !== undefined && { includeAdult }),
  });
}

const nowhere = (name: string) => toScanFile({ path: `${PLEX_ROOT}/unsorted/${name}` });

describe('Fix Match', () => {
  it('lists at most twenty candidates whose titles tell them apart', async () => {
    await using plex = scannerOf(service.provider);
    const { candidates, violations } = await plex.fixMatch(nowhere('Lighthouse Keepers Holiday.mp4'));
    expect(violations).toEqual([]);
    expect(candidates).toHaveLength(20);
    const titles = candidates.map(({ title }) => String(title));
    expect(new Set(titles).size).toBe(20);
    for (const title of titles) expect(title).toMatch(/Lighthouse Keepers Holiday.*2020-01-\d\d/);
    const studios = library.studios.slice(0, 3).map(({ name }) => name);
    expect(titles.every((title) => studios.some((name) => title.includes(name)))).toBe(true);
  });

  it('puts the scene first that the name says most about', async () => {
    await using plex = scannerOf(service.provider);
    const name = 'Lighthouse Keepers Holiday 2020-01-07.mp4';
    const { candidates } = await plex.fixMatch(nowhere(name));
    expect(candidates[0]).toMatchObject({ ratingKey: String(ids[6]), originallyAvailableAt: '2020-01-07' });
  });

  it('puts the scene first whose file it is', async () => {
    await using plex = scannerOf(service.provider);
    const file = toScanFile({ path: `${PLEX_ROOT}/lookalikes/3/scene.mp4` });
    const { candidates } = await plex.fixMatch(file);
    expect(candidates[0]).toMatchObject({ ratingKey: String(ids[3]) });
  });

  it('finds nothing for words that no scene has', async () => {
    await using plex = scannerOf(service.provider);
    const { candidates, failure, transient } = await plex.fixMatch(nowhere('Qwxyz Vbnmk Zzyzx.mp4'));
    expect({ candidates, failure, transient }).toEqual({ candidates: [], failure: undefined, transient: [] });
  });

  it('lets a person pick a candidate, whose plain title is shown from then on', async () => {
    await using plex = scannerOf(service.provider);
    const file = nowhere('Lighthouse Keepers Holiday.mp4');
    expect((await plex.scan([file])).counts).toMatchObject({ UNMATCHED: 1 });
    const { candidates } = await plex.fixMatch(file);
    const picked = candidates[4] as AnsweredMovie;
    const report = await plex.applyMatch(file, picked.guid);
    expect(report).toMatchObject({ outcome: 'MATCHED', ratingKey: picked.ratingKey, violations: [] });
    expect(report.metadata).toMatchObject({ guid: picked.guid, title: 'Lighthouse Keepers Holiday' });
    expect((await plex.scan([file])).files[0]).toMatchObject({ guid: picked.guid, outcome: 'MATCHED' });
  });

  it('still lists what the catalog knows while Stash is away', async () => {
    await using away = await startScanWorld({ scenes: 60 });
    const scene = away.library.scenes.find(({ title, files }) => title !== '' && files.length > 0);
    await away.stash.stop();
    await using plex = scannerOf(away.service.provider);
    const { candidates } = await plex.fixMatch(nowhere(`${scene?.title}.mp4`));
    expect(candidates.map(({ ratingKey }) => ratingKey)).toContain(String(scene?.id));
  });
});

describe('ADULT_RESULTS=respect', () => {
  it('shows a scene only to a request that asks for explicit results', async () => {
    await using strict = await startScanWorld({ scenes: 20, env: { ADULT_RESULTS: 'respect' } });
    const known = strict.files.find(({ origin }) => origin === 'STASH');
    if (!known) throw new Error('expected a file of Stash');
    const file = toScanFile(known);
    for (const [includeAdult, outcome, most] of [
      [undefined, 'UNMATCHED', 0],
      [0, 'UNMATCHED', 0],
      [1, 'MATCHED', 20],
    ] as const) {
      await using plex = scannerOf(
        strict.service.provider,
        includeAdult === undefined ? {} : { includeAdult },
      );
      const { files, violations } = await plex.scan([file]);
      expect(files[0]?.outcome).toBe(outcome);
      expect(violations).toEqual([]);
      const { candidates } = await plex.fixMatch(file);
      expect(candidates.length > 0).toBe(most > 0);
    }
  });
});

describe('MATCH_POLICY', () => {
  const moved = 'Some Studio - Northern Harbour Rehearsal (2021-05-06).mp4';
  const rearranged = 'Northern Harbour Rehearsal 2021-05-06 Some Studio Anna Lund.mp4';

  async function startWith(policy: string): Promise<ScanWorld> {
    return startScanWorld({
      scenes: 40,
      env: { MATCH_POLICY: policy },
      prepare: ({ library: scenes }) => {
        const [studio, performer] = [scenes.studios[0], scenes.performers[0]];
        if (!studio || !performer) throw new Error('expected a cast');
        scenes.renameStudio(studio.id, 'Some Studio');
        scenes.renamePerformer(performer.id, 'Anna Lund');
        const known = { studioId: studio.id, performerIds: [performer.id], date: '2021-05-06' };
        scenes.addScene({
          ...known,
          paths: [`/data/Some Studio/${moved}`],
          title: 'Northern Harbour Rehearsal',
        });
      },
    });
  }

  it.each([
    ['path', { here: true, moved: false, rearranged: false }],
    ['filename', { here: true, moved: true, rearranged: false }],
    ['loose', { here: true, moved: true, rearranged: true }],
  ])('%s decides what is certain without a person', async (policy, certain) => {
    await using strict = await startWith(policy);
    using talk = talkTo(strict.service.provider);
    const isMatched = async (filename: string) => moviesOf(await talk.match({ filename })).length === 1;
    expect({
      here: await isMatched(`Some Studio/${moved}`),
      moved: await isMatched(`elsewhere/${moved}`),
      rearranged: await isMatched(`elsewhere/${rearranged}`),
    }).toEqual(certain);
    const candidates = moviesOf(await talk.match({ filename: `elsewhere/${rearranged}`, manual: 1 }));
    expect(candidates[0]?.title).toContain('Northern Harbour Rehearsal');
    expect(talk.violations).toEqual([]);
  });
});
