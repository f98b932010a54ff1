import { describe, expect, it } from 'vitest';
import { toSceneId } from '../../src/model/ids.ts';
import { createServedLedger } from '../../src/store/create-served-ledger.ts';
import type { Database } from '../../src/store/database.ts';
import { DiskFullError } from '../../src/store/store-errors.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { moviesOf, talkTo } from '../support/provider-talk.ts';
import { serveProgram } from '../support/program.ts';
import { sampleScene, sampleScenes } from '../support/sample-scene.ts';
import { SCAN_SETTINGS, filesOfStash, startScanWorld } from '../support/scan-world.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { until } from '../support/until.ts';

interface Ready {
  readonly problems: readonly { readonly id: string }[];
  readonly catalog: { readonly kind: string };
}

async function readReady(admin: string): Promise<Ready> {
  return (await (await fetch(`${admin}/health/ready`)).json()) as Ready;
}

/** Lets the database file grow no further, which SQLite reports as it does a full disk. */
function fill(database: Database): void {
  const pages = Number(database.find('PRAGMA page_count')?.['page_count']);
  database.find(`PRAGMA max_page_count = ${pages}`);
}

function makeRoom(database: Database): void {
  database.find('PRAGMA max_page_count = 1000000');
}

describe('a catalog on a full disk', () => {
  const large = sampleScene(7, { details: 'x'.repeat(1_000_000) });

  it('takes a page of scenes whole or not at all, says so, and goes on answering', () => {
    const { database, store, index } = openTestStore();
    store.transaction(() => sampleScenes(20).forEach((scene) => store.recordScene(scene)));
    fill(database);
    const record = () =>
      store.transaction(() => {
        store.recordScene(sampleScene(3, { title: 'Changed' }));
        store.recordScene(large);
      });
    expect(record).toThrow(DiskFullError);
    expect(record).toThrow(/free some space/);
    expect(store.findCopy(toSceneId('3'))?.title).toBe('Title 3');
    expect(store.countScenes()).toBe(20);
    expect(index.listFilesEndingIn(['scene 3.mp4'], 5)).toHaveLength(1);
    expect(database.find('PRAGMA quick_check(1)')).toEqual({ quick_check: 'ok' });

    makeRoom(database);
    record();
    expect(store.findCopy(toSceneId('3'))?.title).toBe('Changed');
    expect(store.findCopy(large.id)?.details).toBe(large.details);
  });

  it('keeps what was served in memory, tells it, and writes it down when there is room', async () => {
    const { database } = openTestStore();
    const clock = new SettableClock();
    const failures: unknown[] = [];
    const ledger = createServedLedger(database, { clock, onFailure: (error) => failures.push(error) });
    fill(database);
    const fingerprint = 'f'.repeat(100_000);
    const facts = { sceneUpdatedAt: '2026-01-01T00:00:00Z', via: 'METADATA', servedAt: 1 } as const;
    for (let id = 1; id <= 5; id += 1)
      ledger.record({ ...facts, sceneId: toSceneId(String(id)), fingerprint });
    await clock.advance(60);
    expect(failures[0]).toBeInstanceOf(DiskFullError);
    expect(database.find('SELECT count(*) AS n FROM served_scenes')).toEqual({ n: 0 });
    expect(ledger.find(toSceneId('4'))?.fingerprint).toBe(fingerprint);

    makeRoom(database);
    await clock.advance(60);
    expect(database.find('SELECT count(*) AS n FROM served_scenes')).toEqual({ n: 5 });
    ledger.close();
  });
});

describe('a service on a full disk', () => {
  it('keeps no known file from being matched and described, and loses nothing', async () => {
    await using world = await startScanWorld({ scenes: 40 });
    const { stash, library, service } = world;
    await service.stop();
    const settings = { ...SCAN_SETTINGS, STASH_URL: stash.url, DATA_DIR: service.dataDir };
    await using program = await serveProgram({ settings, largestFile: 32 * 1024 });
    using talk = talkTo(program.provider);
    const known = filesOfStash(world);
    for (const { path, sceneId } of known) {
      library.editScene(Number(sceneId), { details: 'Edited while the disk was full.' });
      expect(moviesOf(await talk.match({ filename: path }))).toMatchObject([{ ratingKey: sceneId }]);
      const answer = await talk.get(`/library/metadata/${sceneId}`);
      expect(moviesOf(answer)).toMatchObject([
        { ratingKey: sceneId, summary: 'Edited while the disk was full.' },
      ]);
    }
    const described = await talk.get(`/library/metadata/${known[0]?.sceneId}`);
    const { pathname } = new URL(String(moviesOf(described)[0]?.['thumb']));
    expect((await talk.get(pathname)).status).toBe(200);

    library.addScene({ paths: ['/data/too late/for this disk.mp4'] });
    const unheardOf = await talk.match({ filename: 'too late/for this disk.mp4' });
    expect(unheardOf).toMatchObject({ status: 500, headers: { 'retry-after': '30' } });
    expect(program.output()).toContain('the database could not be written');
    await until(async () => {
      const { problems } = await readReady(program.admin);
      return problems.some(({ id }) => id === 'CATALOG_NOT_WRITABLE');
    });
    expect((await fetch(`${program.admin}/health/live`)).status).toBe(200);
    program.kill('SIGTERM');
    expect(await program.ended()).toBe(0);

    await using roomy = await serveProgram({ settings });
    expect(roomy.output()).not.toContain('damaged');
    await until(async () => (await readReady(roomy.admin)).catalog.kind === 'COMPLETE');
    using talkAgain = talkTo(roomy.provider);
    const late = await talkAgain.match({ filename: 'too late/for this disk.mp4' });
    expect(moviesOf(late)).toHaveLength(1);
    for (const { path, sceneId } of known)
      expect(moviesOf(await talkAgain.match({ filename: path }))).toMatchObject([{ ratingKey: sceneId }]);
    expect([...talk.violations, ...talkAgain.violations]).toEqual([]);
  });
});
