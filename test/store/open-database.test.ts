import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { findSetting, recordSetting } from '../../src/store/settings-table.ts';
import { DatabaseVersionError, DataFolderError, DataFolderInUseError } from '../../src/store/store-errors.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { openTestStore } from '../support/open-test-store.ts';

const DATABASE = 'stash2plex.sqlite';

function reopen(folder: string) {
  const opened = openDatabase({ folder, clock: new SettableClock() });
  onTestFinished(() => opened.close());
  return opened;
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
    expect(() => reopen(folder)).not.toThrow();
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
