import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DiskFullError } from '../../src/store/store-errors.ts';
import { findSetting, recordSetting } from '../../src/store/settings-table.ts';
import { createSecretStore } from '../../src/store/create-secret-store.ts';
import { openTestStore } from '../support/open-test-store.ts';

describe('a transaction', () => {
  it('leaves nothing behind when its work throws', () => {
    const { database } = openTestStore();
    const work = () => {
      recordSetting(database, 'a', '1');
      throw new RangeError('no');
    };
    expect(() => database.transaction(work)).toThrow(RangeError);
    expect(findSetting(database, 'a')).toBeUndefined();
  });

  it('takes the inner ones down with it', () => {
    const { database } = openTestStore();
    const work = () => {
      database.transaction(() => recordSetting(database, 'inner', '1'));
      throw new RangeError('no');
    };
    expect(() => database.transaction(work)).toThrow(RangeError);
    expect(findSetting(database, 'inner')).toBeUndefined();
  });

  it('works again after one that failed', () => {
    const { database } = openTestStore();
    expect(() => database.transaction(() => database.run('INSERT INTO nowhere VALUES (1)'))).toThrow();
    database.transaction(() => recordSetting(database, 'a', '2'));
    expect(findSetting(database, 'a')).toBe('2');
  });
});

describe('the write-ahead log', () => {
  it('gives back what one large transaction took', () => {
    const { database } = openTestStore();
    const sizeOfLog = () => statSync(`${database.file}-wal`).size;
    database.transaction(() => {
      for (let i = 0; i < 60; i += 1) recordSetting(database, `n${i}`, 'x'.repeat(1024 * 1024));
    });
    expect(sizeOfLog()).toBeGreaterThan(60 * 1024 * 1024);
    recordSetting(database, 'next', 'small');
    expect(sizeOfLog()).toBeLessThan(48 * 1024 * 1024);
    expect(findSetting(database, 'n59')).toHaveLength(1024 * 1024);
  });
});

describe('a full disk', () => {
  it('is told by its own error, rolls the whole change back and leaves the database usable', () => {
    const { database } = openTestStore();
    recordSetting(database, 'before', 'kept');
    const pages = Number(database.find('PRAGMA page_count')?.['page_count']);
    database.find(`PRAGMA max_page_count = ${pages + 4}`);
    const tooMuch = () =>
      database.transaction(() => {
        for (let i = 0; i < 50; i += 1) recordSetting(database, `n${i}`, 'x'.repeat(10_000));
      });
    expect(tooMuch).toThrow(DiskFullError);
    expect(findSetting(database, 'n0')).toBeUndefined();
    expect(findSetting(database, 'before')).toBe('kept');
    recordSetting(database, 'after', 'small');
    expect(findSetting(database, 'after')).toBe('small');
  });
});

describe('settings and secrets', () => {
  it('replaces a setting', () => {
    const { database } = openTestStore();
    recordSetting(database, 'provider-id', 'a');
    recordSetting(database, 'provider-id', 'b');
    expect(findSetting(database, 'provider-id')).toBe('b');
  });

  it('makes a secret once and keeps it over a restart', () => {
    const first = openTestStore();
    const made = createSecretStore(first.database).ensure('key', () => new Uint8Array([1, 2, 3]));
    first.close();
    const second = createSecretStore(openTestStore(first.folder).database);
    expect([...second.ensure('key', () => new Uint8Array([9]))]).toEqual([...made]);
  });
});
