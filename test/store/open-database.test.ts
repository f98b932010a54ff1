import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Database } from '../../src/store/database.ts';
import { createSecretStore } from '../../src/store/create-secret-store.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { findSetting, recordSetting } from '../../src/store/settings-table.ts';
import { DatabaseVersionError, DataFolderError, DataFolderInUseError } from '../../src/store/store-errors.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { sampleScenes } from '../support/sample-scene.ts';

const DATABASE = 'stash2plex.sqlite';

const PAGE_BYTES = 4096;

/** A closed database with a secret and many scenes, and the pages that hold nothing but their copies. */
function makeFilledDatabase(): { folder: string; file: string; copyPages: readonly number[] } {
  const { folder, database, store, close } = openTestStore();
  createSecretStore(database).ensure('key', () => new Uint8Array([7, 7, 7]));
  store.transaction(() => sampleScenes(2_000).forEach((scene) => store.recordScene(scene)));
  database.checkpoint();
  const pages = database.list("SELECT pageno FROM dbstat WHERE name = 'scene_copies' AND pagetype = 'leaf'");
  close();
  return { folder, file: join(folder, DATABASE), copyPages: pages.map(({ pageno }) => Number(pageno) - 1) };
}

function overwrite(file: string, offset: number, text: string): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.from(text), 0, text.length, offset);
  closeSync(handle);
}

/** Waits for a check as long as it takes. */
function reopen(folder: string) {
  const opened = openDatabase({ folder, clock: new SettableClock(), waitForCheckMs: 60_000 });
  onTestFinished(() => opened.close());
  return opened;
}

function ensureSecret(database: Database): readonly number[] {
  return [...createSecretStore(database).ensure('key', () => new Uint8Array([1]))];
}

function readSecret(folder: string): readonly number[] {
  const looking = openDatabase({ folder, readOnly: true });
  const row = looking.database.find("SELECT secret FROM secrets WHERE name = 'key'");
  looking.close();
  return row?.['secret'] instanceof Uint8Array ? [...row['secret']] : [];
}

describe('the data folder', () => {
  it('is made when it is missing', () => {
    const folder = join(makeTempFolder(), 'a', 'b');
    reopen(folder);
    expect(readdirSync(folder)).toContain(DATABASE);
  });

  it('is refused with what to check when it cannot be one', () => {
    const file = join(makeTempFolder(), 'file');
    writeFileSync(file, '');
    expect(() => openDatabase({ folder: join(file, 'data') })).toThrow(DataFolderError);
    expect(() => openDatabase({ folder: join(file, 'data') })).toThrow(
      /DATA_DIR .* check its owner and mount/,
    );
  });

  it('is refused to a second opener of the same process, and free after closing', () => {
    const folder = makeTempFolder();
    const first = openDatabase({ folder });
    expect(() => openDatabase({ folder })).toThrow(DataFolderInUseError);
    first.close();
    expect(() => reopen(folder)).not.toThrow();
  });

  it('is refused while another process holds it, and free once that one is killed', async () => {
    const folder = makeTempFolder();
    const script = join(import.meta.dirname, '../support/hold-data-folder.ts');
    const holder = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await once(holder.stdout, 'data');
    expect(() => openDatabase({ folder })).toThrow(/another Stash2Plex works on it/);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(reopen(folder).setAside).toBeUndefined();
  });
});

describe('opening read-only', () => {
  it('looks into the database beside the service that writes it', () => {
    const { folder, database } = openTestStore();
    recordSetting(database, 'a', '1');
    const looking = openDatabase({ folder, readOnly: true });
    onTestFinished(() => looking.close());
    expect(findSetting(looking.database, 'a')).toBe('1');
    recordSetting(database, 'a', '2');
    expect(findSetting(looking.database, 'a')).toBe('2');
    expect(() => recordSetting(looking.database, 'a', '3')).toThrow(DataFolderError);
  });

  it('says to start the service when there is no database', () => {
    const folder = makeTempFolder();
    expect(() => openDatabase({ folder, readOnly: true })).toThrow(/start the service once/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a database that was not brought up to date', () => {
    const { folder, database, close } = openTestStore();
    database.runAll('PRAGMA user_version = 0');
    close();
    expect(() => openDatabase({ folder, readOnly: true })).toThrow(DatabaseVersionError);
  });
});

describe('versions', () => {
  it('refuses a database of a newer program and leaves it alone', () => {
    const { folder, database, close } = openTestStore();
    database.runAll(`PRAGMA user_version = ${migrations.length + 1}`);
    close();
    const before = readFileSync(join(folder, DATABASE));
    expect(() => openDatabase({ folder })).toThrow(/written by a newer Stash2Plex/);
    expect(readFileSync(join(folder, DATABASE)).equals(before)).toBe(true);
    expect(() => openDatabase({ folder, readOnly: true })).toThrow(/written by a newer Stash2Plex/);
  });

  it('takes the steps that are missing, each as a whole', () => {
    const { database } = openTestStore();
    const version = migrations.length;
    const good = 'CREATE TABLE extra (a TEXT) STRICT; INSERT INTO extra VALUES (1);';
    const bad = 'CREATE TABLE half (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);';
    expect(() => migrate(database, [...migrations, good, bad])).toThrow(/nowhere/);
    expect(database.find('PRAGMA user_version')?.['user_version']).toBe(version + 1);
    expect(database.list("SELECT name FROM sqlite_schema WHERE name IN ('extra', 'half')")).toEqual([
      { name: 'extra' },
    ]);
    migrate(database, [...migrations, good, 'DROP TABLE extra']);
    expect(database.find('PRAGMA user_version')?.['user_version']).toBe(version + 2);
  });
});

describe('a damaged database', () => {
  it('that is no database any more is set aside under the time, and a new one begun', () => {
    const { folder, file } = makeFilledDatabase();
    writeFileSync(file, 'this is not a database, and long enough to be looked at'.repeat(100));
    const { setAside, database } = reopen(folder);
    expect(setAside?.path).toBe(join(folder, `${DATABASE}.damaged-2026-01-01T00-00-00.000Z`));
    expect(existsSync(setAside?.path ?? '')).toBe(true);
    expect(setAside?.rescued).toEqual([]);
    expect(database.find('SELECT count(*) AS n FROM scenes')).toEqual({ n: 0 });
  });

  it('that was cut short is set aside, and a new one begun', () => {
    const { folder, file } = makeFilledDatabase();
    truncateSync(file, Math.floor(statSync(file).size / 2 / PAGE_BYTES) * PAGE_BYTES);
    const { setAside, database } = reopen(folder);
    expect(setAside?.reason).toMatch(/damaged or cut short/);
    expect(database.find('SELECT count(*) AS n FROM scenes')).toEqual({ n: 0 });
  });

  it('is found by a deep look after a process that did not end by itself, and the secrets come over', () => {
    const { folder, file, copyPages } = makeFilledDatabase();
    for (const page of copyPages) overwrite(file, page * PAGE_BYTES, 'damage'.repeat(600));
    writeFileSync(`${file}-wal`, '');
    const { setAside, database } = reopen(folder);
    expect(setAside?.rescued).toContain('secrets');
    expect(ensureSecret(database)).toEqual([7, 7, 7]);
  });

  it('that is met while running is told by its own error and set aside on closing', () => {
    const { folder, file, copyPages } = makeFilledDatabase();
    for (const page of copyPages) overwrite(file, page * PAGE_BYTES, 'damage'.repeat(600));
    const opened = openDatabase({ folder });
    expect(opened.setAside).toBeUndefined();
    expect(() => opened.database.list('SELECT * FROM scene_copies')).toThrow(/damaged file, restart/);
    opened.close();
    expect(readdirSync(folder).some((name) => name.startsWith(`${DATABASE}.damaged-`))).toBe(true);
    expect(reopen(folder).database.find('SELECT count(*) AS n FROM scenes')).toEqual({ n: 0 });
    expect(readSecret(folder)).toEqual([7, 7, 7]);
  });

  it('is told when the check ends after the opening, and set aside on closing with the secrets kept', async () => {
    const { folder, file, copyPages } = makeFilledDatabase();
    for (const page of copyPages) overwrite(file, page * PAGE_BYTES, 'damage'.repeat(600));
    writeFileSync(`${file}-wal`, '');
    const replaced: unknown[] = [];
    const opened = openDatabase({
      folder,
      waitForCheckMs: 0,
      onReplaced: (replacement) => void replaced.push(replacement),
    });
    await opened.damaged;
    opened.close();
    expect(replaced).toMatchObject([
      { reason: 'damage was found while running', rescued: expect.arrayContaining(['secrets']) as unknown },
    ]);
    expect(readSecret(folder)).toEqual([7, 7, 7]);
  });

  it('is found by the next opening when one was closed before its check ended', () => {
    const { folder, file, copyPages } = makeFilledDatabase();
    for (const page of copyPages) overwrite(file, page * PAGE_BYTES, 'damage'.repeat(600));
    writeFileSync(`${file}-wal`, '');
    openDatabase({ folder, waitForCheckMs: 0 }).close();
    expect(reopen(folder).setAside?.rescued).toContain('secrets');
  });

  it('is not suspected once a check found it sound', () => {
    const { folder, file } = makeFilledDatabase();
    writeFileSync(`${file}-wal`, '');
    const opened = reopen(folder);
    expect(opened.setAside).toBeUndefined();
    expect(opened.database.find('SELECT count(*) AS n FROM scenes')).toEqual({ n: 2_000 });
    opened.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('that is empty is simply begun', () => {
    const folder = makeTempFolder();
    writeFileSync(join(folder, DATABASE), '');
    expect(reopen(folder).setAside).toBeUndefined();
  });
});
