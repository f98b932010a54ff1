import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createCatalogStore } from '../../src/store/create-catalog-store.ts';
import { createGapStore } from '../../src/store/create-gap-store.ts';
import { createSecretStore } from '../../src/store/create-secret-store.ts';
import type { Database } from '../../src/store/database.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import type { ReplacedDatabase } from '../../src/store/replace-damaged.ts';
import { DatabaseCorruptError, DatabaseVersionError, DataFolderError } from '../../src/store/store-errors.ts';
import { PAGE_BYTES, overwrite, ruinPages } from '../support/damage-file.ts';
import { GapWorld } from '../support/gap-world.ts';
import { putGap } from '../support/api-world.ts';
import { moviesOf, talkTo } from '../support/provider-talk.ts';
import { serveProgram } from '../support/program.ts';
import { sampleScenes } from '../support/sample-scene.ts';
import { SCAN_SETTINGS, filesOfStash, startScanWorld } from '../support/scan-world.ts';
import { startService } from '../support/service-world.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { until } from '../support/until.ts';

const DATABASE = 'stash2plex.sqlite';
const SERVED = 1_000;
const SCENES = 400;

const sound = await makeSoundDatabase();
afterAll(() => rmSync(sound.folder, { recursive: true, force: true }));

/** A closed database with everything that Stash cannot give again, and many scenes; which pages hold what. */
async function makeSoundDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'sound-'));
  const world = new GapWorld({ folder });
  const { database } = world.opened;
  createSecretStore(database).ensure('key', () => new Uint8Array([7, 7, 7]));
  const gap = putGap(world, { subject: '/media/known.mp4' });
  world.gaps.suppress(gap, { reason: 'a trailer' });
  database.transaction(() => {
    for (let id = 1; id <= SERVED; id += 1) serve(database, id);
    sampleScenes(SCENES).forEach((scene) => world.catalog.recordScene(scene));
  });
  database.checkpoint();
  const pagesOf = (table: string): readonly number[] =>
    database
      .list("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path", table)
      .map(({ pageno }) => Number(pageno) - 1);
  const pages = { copies: pagesOf('scene_copies'), served: pagesOf('served_scenes'), gaps: pagesOf('gaps') };
  await world.close();
  return { folder, file: join(folder, DATABASE), pages };
}

function serve(database: Database, id: number): void {
  const facts = "1, 'fingerprint', '2026-01-01T00:00:00Z', 'METADATA'";
  database.run(`INSERT INTO served_scenes VALUES (?, ${facts})`, id);
}

/** A folder with a copy of the sound database, for a test to damage. */
function copySound(): { readonly folder: string; readonly file: string } {
  const folder = makeTempFolder();
  const file = join(folder, DATABASE);
  copyFileSync(sound.file, file);
  return { folder, file };
}

function reopen(folder: string) {
  const replaced: ReplacedDatabase[] = [];
  const opened = openDatabase({
    folder,
    clock: new SettableClock(),
    // As long as it takes: what is asked here is what the check finds, not how fast.
    waitForCheckMs: 60_000,
    onReplaced: (one) => replaced.push(one),
  });
  onTestFinished(() => opened.close());
  return { ...opened, replaced };
}

const count = (database: Database, table: string): number =>
  Number(database.find(`SELECT count(*) AS n FROM ${table}`)?.['n']);

function expectKeptWhole(database: Database): void {
  expect([...createSecretStore(database).ensure('key', () => new Uint8Array([1]))]).toEqual([7, 7, 7]);
  expect(count(database, 'served_scenes')).toBe(SERVED);
  const [gap] = database.list('SELECT id FROM gaps');
  expect(createGapStore(database).findGap(String(gap?.['id']))?.status).toMatchObject({
    state: 'SUPPRESSED',
    suppression: { reason: 'a trailer' },
  });
}

describe('a database', () => {
  it('that is no database any more is set aside under the time, and a new one begun', () => {
    const { folder, file } = copySound();
    writeFileSync(file, 'this is not a database, and long enough to be looked at'.repeat(100));
    const before = readFileSync(file);
    const { replaced, database } = reopen(folder);
    expect(replaced).toMatchObject([{ path: `${file}.damaged-2026-01-01T00-00-00.000Z`, rescued: [] }]);
    expect(readFileSync(replaced[0]?.path ?? '').equals(before)).toBe(true);
    expect(count(database, 'scenes')).toBe(0);
  });

  it('that was cut short is set aside, and what lies before the cut is kept', () => {
    const { folder, file } = copySound();
    truncateSync(file, Math.max(...sound.pages.served, ...sound.pages.gaps) * PAGE_BYTES + PAGE_BYTES);
    const { replaced, database } = reopen(folder);
    expect(replaced[0]?.reason).toMatch(/damaged or cut short/);
    expect(replaced[0]?.rescued.find(({ table }) => table === 'served_scenes')?.isWhole).toBe(true);
    expectKeptWhole(database);
    expect(count(database, 'scenes')).toBe(0);
  });

  it('with damage among its scenes is found after a process that did not end by itself, and loses nothing else', () => {
    const { folder, file } = copySound();
    ruinPages(file, sound.pages.copies);
    writeFileSync(`${file}-wal`, '');
    const { replaced, database } = reopen(folder);
    expect(replaced).toHaveLength(1);
    expectKeptWhole(database);
  });

  it('with damage in the middle of the ledger keeps what lies before and behind it, and says so', () => {
    const { folder, file } = copySound();
    const { served } = sound.pages;
    ruinPages(file, served.slice(1, 2));
    writeFileSync(`${file}-wal`, '');
    const { replaced, database } = reopen(folder);
    const { rows, isWhole } = replaced[0]?.rescued.find(({ table }) => table === 'served_scenes') ?? {};
    expect(isWhole).toBe(false);
    expect(rows).toBeLessThan(SERVED);
    const kept = database.find('SELECT min(scene_id) AS first, max(scene_id) AS last FROM served_scenes');
    expect(kept).toEqual({ first: 1, last: SERVED });
    expect(count(database, 'gaps')).toBe(1);
  });

  it('whose check ends after the opening says so, and is replaced on closing with all that can be read', async () => {
    const { folder, file } = copySound();
    ruinPages(file, sound.pages.copies);
    writeFileSync(`${file}-wal`, '');
    const { promise: damaged, resolve: onDamage } = Promise.withResolvers<undefined>();
    const opened = openDatabase({ folder, waitForCheckMs: 0, onDamage: () => onDamage(undefined) });
    await damaged;
    opened.close();
    const { database, replaced } = reopen(folder);
    expect(replaced).toEqual([]);
    expectKeptWhole(database);
  });

  it('is found by the next opening when it was closed before its check ended', () => {
    const { folder, file } = copySound();
    ruinPages(file, sound.pages.copies);
    writeFileSync(`${file}-wal`, '');
    openDatabase({ folder, waitForCheckMs: 0 }).close();
    const { database, replaced } = reopen(folder);
    expect(replaced).toHaveLength(1);
    expectKeptWhole(database);
  });

  it('is not suspected any more once a check found it sound', () => {
    const { folder, file } = copySound();
    writeFileSync(`${file}-wal`, '');
    const opened = reopen(folder);
    expect(opened.replaced).toEqual([]);
    opened.close();
    expect(readdirSync(folder)).not.toContain(`${DATABASE}-wal`);
  });

  it('whose damage is met in use says so once, and is replaced on closing with all that can be read', () => {
    const { folder, file } = copySound();
    ruinPages(file, sound.pages.copies);
    const told: string[] = [];
    const opened = openDatabase({
      folder,
      onDamage: () => told.push('damage'),
      onReplaced: ({ reason }) => told.push(reason),
    });
    for (let n = 0; n < 2; n += 1)
      expect(() => opened.database.list('SELECT * FROM scene_copies')).toThrow(/damaged file, restart/);
    expect(told).toEqual(['damage']);
    opened.close();
    expect(told).toEqual(['damage', 'damage was met while the database was in use']);
    const { replaced, database } = reopen(folder);
    expect(replaced).toEqual([]);
    expectKeptWhole(database);
  });

  it.each([
    ['without its version', 60, Buffer.alloc(4)],
    ['with an absurd version', 60, Buffer.from('7fffffff', 'hex')],
    ['with a version below zero', 60, Buffer.from('ffffffff', 'hex')],
    ['of a file format that was never written', 18, Buffer.from([9])],
  ])('%s is replaced with all that can be read', (_what, offset, bytes) => {
    const { folder, file } = copySound();
    overwrite(file, offset, bytes);
    const { replaced, database } = reopen(folder);
    expect(replaced).toHaveLength(1);
    expectKeptWhole(database);
  });

  it('whose log is damaged keeps what was written into the file before', () => {
    const { folder, file } = copySound();
    const first = openDatabase({ folder });
    createSecretStore(first.database).ensure('late', () => new Uint8Array([1]));
    const log = readFileSync(`${file}-wal`);
    first.close();
    writeFileSync(`${file}-wal`, log.fill(0xaa, 40));
    const { replaced, database } = reopen(folder);
    expect(replaced).toEqual([]);
    expectKeptWhole(database);
    expect(count(database, 'scenes')).toBe(SCENES);
  });

  it('that is empty is simply begun', () => {
    const folder = makeTempFolder();
    writeFileSync(join(folder, DATABASE), '');
    expect(reopen(folder).replaced).toEqual([]);
  });

  it.each([DATABASE, `${DATABASE}-wal`, 'stash2plex.lock'])(
    'is refused with what to check when there is a folder at %s',
    (name) => {
      const folder = makeTempFolder();
      mkdirSync(join(folder, name));
      expect(() => openDatabase({ folder })).toThrow(DataFolderError);
      expect(() => openDatabase({ folder })).toThrow(/check .*mount/);
    },
  );

  it('is not lost with a damaged lock file', () => {
    const { folder } = copySound();
    writeFileSync(join(folder, 'stash2plex.lock'), 'this is not a database'.repeat(1000));
    const { replaced, database } = reopen(folder);
    expect(replaced).toEqual([]);
    expectKeptWhole(database);
  });

  it('that is damaged again at the same instant is set aside beside the first', () => {
    const { folder, file } = copySound();
    for (let n = 0; n < 3; n += 1) {
      writeFileSync(file, `not a database, try ${n}`.repeat(100));
      const opened = openDatabase({ folder, clock: new SettableClock() });
      opened.close();
    }
    const aside = readdirSync(folder).filter((name) => name.includes('.damaged-') && !name.endsWith('-wal'));
    expect(aside).toHaveLength(3);
  });

  it('is whole after a process that was killed while it replaced one', () => {
    const { folder, file } = copySound();
    renameSync(file, `${file}.new`);
    expectKeptWhole(reopen(folder).database);
    expect(existsSync(`${file}.new`)).toBe(false);
  });
});

interface Damage {
  readonly what: 'CUT' | 'BYTES' | 'PAGE' | 'SCHEMA';
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly wasKilled: boolean;
}

const damages: fc.Arbitrary<Damage> = fc.record({
  what: fc.constantFrom('CUT' as const, 'BYTES' as const, 'PAGE' as const, 'SCHEMA' as const),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
  wasKilled: fc.boolean(),
});

function inflict(file: string, { what, at, bytes, wasKilled }: Damage): void {
  const { size } = statSync(file);
  if (what === 'CUT') truncateSync(file, Math.floor(size * at));
  if (what === 'BYTES') overwrite(file, Math.floor((size - bytes.length) * at), bytes);
  if (what === 'PAGE') ruinPages(file, [Math.floor((size / PAGE_BYTES) * at)]);
  if (what === 'SCHEMA') overwrite(file, Math.floor((PAGE_BYTES - bytes.length) * at), bytes);
  if (wasKilled) writeFileSync(`${file}-wal`, '');
}

/** Reads and writes everywhere; true unless damage was met. */
function use(database: Database): boolean {
  try {
    for (const table of ['scenes', 'scene_copies', 'scene_files', 'served_scenes', 'gaps', 'secrets'])
      database.list(`SELECT * FROM ${table}`);
    const catalog = createCatalogStore(database);
    catalog.transaction(() => sampleScenes(3).forEach((scene) => catalog.recordScene(scene)));
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(DatabaseCorruptError);
    return false;
  }
}

it('opens whatever was done to it, or says that another program wrote it, and works at the second start at the latest', () => {
  const { folder, file } = copySound();
  const check = (damage: Damage) => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    copyFileSync(sound.file, file);
    inflict(file, damage);
    try {
      const first = openDatabase({ folder });
      use(first.database);
      first.close();
      const second = openDatabase({ folder });
      const works = use(second.database);
      second.close();
      expect(works).toBe(true);
    } catch (error) {
      if (!(error instanceof DatabaseVersionError)) throw error;
      expect(error.message).toMatch(/newer Stash2Plex/);
    }
  };
  fc.assert(fc.property(damages, check), { numRuns: 30 });
});

describe('a service whose database is damaged', () => {
  it('ends when it meets the damage, so that its next start heals it, and Plex keeps its addresses', async () => {
    await using world = await startScanWorld({ scenes: 60 });
    const { stash, service } = world;
    const [file] = filesOfStash(world);
    const settings = { ...SCAN_SETTINGS, STASH_URL: stash.url, DATA_DIR: service.dataDir };
    const thumb = await readThumb(service.provider, file?.sceneId);
    await service.stop();
    ruinCopies(service.dataDir);

    await using damaged = await serveProgram({ settings });
    using talk = talkTo(damaged.provider);
    const answer = await talk.match({ filename: file?.path }).catch(() => undefined);
    expect(answer?.status ?? 500).toBe(500);
    expect(await damaged.ended()).toBe(1);
    expect(damaged.output()).toContain('The database was damaged. It was set aside');

    await using healed = await startService({
      stashUrl: stash.url,
      env: SCAN_SETTINGS,
      dataDir: service.dataDir,
    });
    using talkAgain = talkTo(healed.provider);
    await until(async () => moviesOf(await talkAgain.match({ filename: file?.path })).length === 1);
    expect(await readThumb(healed.provider, file?.sceneId)).toBe(thumb);
    expect([...talk.violations, ...talkAgain.violations]).toEqual([]);
  });
});

async function readThumb(provider: string, sceneId: string | null | undefined): Promise<string> {
  using talk = talkTo(provider);
  const [movie] = moviesOf(await talk.get(`/library/metadata/${sceneId ?? ''}`));
  return new URL(String(movie?.['thumb'])).pathname;
}

function ruinCopies(folder: string): void {
  const { database, close } = openDatabase({ folder });
  const pages = database.list("SELECT pageno FROM dbstat WHERE name = 'scene_copies' AND pagetype = 'leaf'");
  close();
  ruinPages(
    join(folder, DATABASE),
    pages.map(({ pageno }) => Number(pageno) - 1),
  );
}
