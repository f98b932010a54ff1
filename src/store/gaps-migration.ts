/** The step that adds gaps and the history of sweeps. */
export const gapsMigration = `
  CREATE TABLE gaps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    by_name INTEGER NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    found_by TEXT NOT NULL,
    plex_path TEXT,
    stash_path TEXT,
    plex_rating_key TEXT,
    plex_library TEXT,
    scene_id INTEGER,
    path_text TEXT NOT NULL,
    studio_text TEXT,
    first_seen_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    closed_at INTEGER,
    suppressed_at INTEGER,
    suppressed_until INTEGER,
    suppressed_reason TEXT,
    suppressed_scene_updated_at TEXT,
    UNIQUE (kind, subject)
  ) STRICT;
  CREATE INDEX gaps_by_first_seen ON gaps (first_seen_at);
  CREATE INDEX gaps_by_last_seen ON gaps (last_seen_at);
  CREATE INDEX gaps_by_state ON gaps (state, kind, reason);
  CREATE INDEX gaps_by_end ON gaps (suppressed_until) WHERE suppressed_until IS NOT NULL;
  CREATE INDEX gaps_suppressed ON gaps (id) WHERE suppressed_at IS NOT NULL;
  CREATE INDEX gaps_by_name ON gaps (id) WHERE by_name = 1;

  CREATE TABLE sweeps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    trigger TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    phase TEXT,
    ended_at INTEGER,
    cause_reason TEXT,
    cause_detail TEXT,
    plex_items INTEGER NOT NULL DEFAULT 0,
    plex_items_expected INTEGER,
    stash_files INTEGER NOT NULL DEFAULT 0,
    opened INTEGER NOT NULL DEFAULT 0,
    closed INTEGER NOT NULL DEFAULT 0,
    unchanged INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX sweeps_running ON sweeps (id) WHERE state = 'RUNNING';

  CREATE TABLE sweep_sections (
    section_key TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    items INTEGER NOT NULL,
    held_items INTEGER
  ) STRICT, WITHOUT ROWID;
`;
