import type { Database } from './database.ts';

/**
 * Temporary tables live in a file of their own that SQLite deletes as soon as it has opened it: what a sweep sets aside
 * is written once and never synced, and is gone with the process however that ends
 * (https://sqlite.org/tempfiles.html). They are emptied and not dropped, which open readers would forbid.
 */
const CREATE = `
  PRAGMA temp.cache_size = -32768;
  CREATE TEMP TABLE IF NOT EXISTS sweep_files (
    n INTEGER PRIMARY KEY,
    rating_key TEXT NOT NULL,
    library TEXT NOT NULL,
    agent TEXT NOT NULL,
    shows_something INTEGER NOT NULL,
    shown_scene INTEGER,
    plex_path TEXT NOT NULL,
    stash_path TEXT,
    by_rule INTEGER NOT NULL,
    stash_key TEXT,
    lead INTEGER
  ) STRICT;

  CREATE TEMP TABLE IF NOT EXISTS sweep_order (
    place INTEGER PRIMARY KEY,
    n INTEGER NOT NULL
  ) STRICT;

  CREATE TEMP TABLE IF NOT EXISTS sweep_found (
    n INTEGER PRIMARY KEY,
    hits INTEGER NOT NULL,
    scene_id INTEGER,
    shown_scene INTEGER
  ) STRICT;

  CREATE TEMP TABLE IF NOT EXISTS sweep_held_scenes (scene_id INTEGER PRIMARY KEY) STRICT;

  CREATE TEMP TABLE IF NOT EXISTS sweep_shown_scenes (
    scene_id INTEGER PRIMARY KEY,
    n INTEGER NOT NULL
  ) STRICT;

  CREATE TEMP TABLE IF NOT EXISTS sweep_gaps (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT NOT NULL,
    plex_path TEXT,
    stash_path TEXT,
    plex_rating_key TEXT,
    plex_library TEXT,
    scene_id INTEGER,
    path_text TEXT NOT NULL,
    studio_text TEXT,
    name_key TEXT,
    PRIMARY KEY (kind, subject)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS temp.sweep_gaps_by_name ON sweep_gaps (kind, name_key) WHERE name_key IS NOT NULL;
`;

const TABLES = [
  'sweep_files',
  'sweep_order',
  'sweep_found',
  'sweep_held_scenes',
  'sweep_shown_scenes',
  'sweep_gaps',
];

/** Makes the tables that a sweep works in, once a connection, and empties them. */
export function clearStaging(database: Database): void {
  database.runAll(CREATE);
  for (const table of TABLES) database.run(`DELETE FROM temp.${table}`);
}
