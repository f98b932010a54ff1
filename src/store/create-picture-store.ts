import type { Clock } from '../lib/clock.ts';
import type { Database, Row } from './database.ts';
import { getText } from './rows.ts';
import { WriteBehind } from './write-behind.ts';

/** A produced picture with the ETag of the one it was made from. */
export interface StoredPicture {
  readonly key: string;
  readonly sourceEtag: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface PictureStore {
  find(key: string): StoredPicture | undefined;
  /** Replaces what was kept under the key. A picture larger than the whole bound is not kept. */
  save(picture: StoredPicture): void;
  /** Writes what is still to be written. */
  close(): void;
}

export interface PictureStoreOptions {
  readonly clock: Clock;
  /** Bytes that all pictures together may take. */
  readonly mostBytes: number;
  readonly onFailure: (error: unknown) => void;
}

interface Use {
  readonly key: string;
  readonly at: number;
}

const INSERT = `INSERT OR REPLACE INTO pictures (key, source_tag, content_type, bytes, used_at, picture)
  VALUES (?, ?, ?, ?, ?, ?)`;

/** From the last used on, pictures stay as long as they fit the bound together. */
const EVICT = `DELETE FROM pictures WHERE key IN (
  SELECT key FROM (
    SELECT key, sum(bytes) OVER (ORDER BY used_at DESC, rowid DESC ROWS UNBOUNDED PRECEDING) AS together
    FROM pictures
  ) WHERE together > ?)`;

/** Keeps pictures within a bound of bytes, dropping the longest unused. When they were used is noted in batches. */
export function createPictureStore(database: Database, options: PictureStoreOptions): PictureStore {
  const { clock, mostBytes, onFailure } = options;
  const uses = new WriteBehind<Use>({
    clock,
    write: (batch) => recordUses(database, batch),
    mostItems: 500,
    mostDelayMs: 1_000,
    onFailure,
  });
  return {
    find: (key) => {
      const row = database.find('SELECT source_tag, content_type, picture FROM pictures WHERE key = ?', key);
      if (row) uses.add({ key, at: clock.now() });
      return row && toPicture(key, row);
    },
    save: (picture) => {
      if (picture.bytes.byteLength > mostBytes) return;
      uses.flush();
      save(database, picture, clock.now(), mostBytes);
    },
    close: () => uses.close(),
  };
}

function save(database: Database, picture: StoredPicture, now: number, mostBytes: number): void {
  const { key, sourceEtag, contentType, bytes } = picture;
  database.transaction(() => {
    database.run(INSERT, key, sourceEtag, contentType, bytes.byteLength, now, bytes);
    database.run(EVICT, mostBytes);
  });
}

function recordUses(database: Database, uses: readonly Use[]): void {
  const latest = new Map(uses.map(({ key, at }) => [key, at]));
  database.transaction(() => {
    for (const [key, at] of latest) database.run('UPDATE pictures SET used_at = ? WHERE key = ?', at, key);
  });
}

function toPicture(key: string, row: Row): StoredPicture | undefined {
  const bytes = row['picture'];
  if (!(bytes instanceof Uint8Array)) return undefined;
  return {
    key,
    sourceEtag: getText(row, 'source_tag'),
    contentType: getText(row, 'content_type'),
    bytes,
  };
}
