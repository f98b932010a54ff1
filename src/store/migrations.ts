import { gapsMigration } from './gaps-migration.ts';

/**
 * The database, step by step; the number of steps a database has seen is its `user_version`.
 * A step that was ever released is never edited: a change is a new step at the end.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE scenes (
    id INTEGER PRIMARY KEY,
    updated_at TEXT NOT NULL,
    code_key TEXT,
    full_date TEXT,
    has_cover INTEGER NOT NULL DEFAULT 1,
    seen_pass INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX scenes_by_code ON scenes (code_key) WHERE code_key IS NOT NULL;
  CREATE INDEX scenes_by_date ON scenes (full_date) WHERE full_date IS NOT NULL;

  CREATE TABLE scene_copies (
    scene_id INTEGER PRIMARY KEY REFERENCES scenes (id) ON DELETE CASCADE,
    copy TEXT NOT NULL
  ) STRICT;

  CREATE TABLE scene_files (
    scene_id INTEGER NOT NULL REFERENCES scenes (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    file_id TEXT NOT NULL,
    path TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    suffix_key TEXT NOT NULL,
    PRIMARY KEY (scene_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX scene_files_by_suffix ON scene_files (suffix_key);

  CREATE TABLE scene_stash_ids (
    stash_id TEXT NOT NULL,
    scene_id INTEGER NOT NULL,
    PRIMARY KEY (stash_id, scene_id)
  ) STRICT, WITHOUT ROWID;

  CREATE VIRTUAL TABLE scene_entities USING fts5 (
    entities,
    content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
  );

  CREATE VIRTUAL TABLE scene_search USING fts5 (
    title, studio, performers, code, date,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  );

  CREATE VIRTUAL TABLE scene_words USING fts5vocab (scene_search, row);

  CREATE TABLE scenes_to_read (
    scene_id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX scenes_to_read_by_seq ON scenes_to_read (seq);

  CREATE TABLE entity_states (
    kind TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    PRIMARY KEY (kind, entity_id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE watermarks (
    name TEXT PRIMARY KEY,
    text TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pull_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last_pass INTEGER NOT NULL,
    kind TEXT,
    phase TEXT,
    cursor INTEGER,
    started_at INTEGER,
    seen INTEGER,
    total INTEGER,
    full_started_at INTEGER,
    full_completed_at INTEGER,
    diff_completed_at INTEGER,
    held_pass INTEGER,
    held_scenes INTEGER
  ) STRICT;
  INSERT INTO pull_state (id, last_pass) VALUES (1, 0);

  CREATE TABLE served_scenes (
    scene_id INTEGER PRIMARY KEY,
    served_at INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    scene_updated_at TEXT NOT NULL,
    via TEXT NOT NULL
  ) STRICT;

  CREATE TABLE match_explanations (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    explanation TEXT NOT NULL
  ) STRICT;

  CREATE TABLE rule_hits (
    rule TEXT NOT NULL,
    direction TEXT NOT NULL,
    hits INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (rule, direction)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    secret BLOB NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE pictures (
    key TEXT PRIMARY KEY,
    source_tag TEXT NOT NULL,
    content_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    used_at INTEGER NOT NULL,
    picture BLOB NOT NULL
  ) STRICT;
  CREATE INDEX pictures_by_use ON pictures (used_at, bytes);

  CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  gapsMigration,
];
