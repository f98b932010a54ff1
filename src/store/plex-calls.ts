import type { Database } from './database.ts';
import { findSetting, recordSetting } from './settings-table.ts';

/** The last calls that Plex Media Server made to us; instants in milliseconds since the epoch. */
export interface PlexCalls {
  readonly manifestAt?: number;
  readonly matchAt?: number;
  /** The host (and port) under which Plex reached us. */
  readonly host?: string;
  /** What Plex calls its own version, e.g. `1.43.0.10467`. */
  readonly version?: string;
}

const NAME = 'plex-calls';

/** Empty while Plex never called. */
export function findPlexCalls(database: Database): PlexCalls {
  const text = findSetting(database, NAME);
  return text === undefined ? {} : (JSON.parse(text) as PlexCalls);
}

/** Adds to what is known: members that are not given stay as they were. */
export function recordPlexCalls(database: Database, calls: PlexCalls): void {
  database.transaction(() => {
    recordSetting(database, NAME, JSON.stringify({ ...findPlexCalls(database), ...calls }));
  });
}
