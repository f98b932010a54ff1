import type { Clock } from '../lib/clock.ts';
import type { ServedEntry, ServedLedger } from '../metadata/served-ledger.ts';
import type { Database } from './database.ts';
import { findServed, upsertServed } from './served-scenes-table.ts';
import { WriteBehind } from './write-behind.ts';

/** A scan serves hundreds of scenes a second: one transaction for each would cost more than serving it. */
const MOST_ITEMS = 200;
const MOST_DELAY_MS = 50;

export interface StoredLedger extends ServedLedger {
  /** Writes what is still to be written. */
  close(): void;
}

/**
 * The ledger in the database. An entry is durable within 50 ms; one that a kill takes away leaves the entry before it,
 * so that the scene may be called stale and is never called fresh by mistake. Reading sees what was just recorded.
 */
export function createServedLedger(
  database: Database,
  { clock, onFailure }: { readonly clock: Clock; readonly onFailure: (error: unknown) => void },
): StoredLedger {
  const write = (entries: readonly ServedEntry[]) =>
    database.transaction(() => {
      for (const entry of entries) upsertServed(database, entry);
    });
  const behind = new WriteBehind({
    clock,
    write,
    mostItems: MOST_ITEMS,
    mostDelayMs: MOST_DELAY_MS,
    onFailure,
  });
  return {
    record: (entry) => behind.add(entry),
    find: (id) => behind.pending.findLast(({ sceneId }) => sceneId === id) ?? findServed(database, id),
    close: () => behind.close(),
  };
}
