import type { FoundGap, GapKind } from '../gaps/gap.ts';
import type { GapRecord } from '../gaps/gap-life.ts';
import type { AppliedCounts, ClosingScope, FoundAgain } from '../gaps/sweep-staging.ts';
import type { Database, Row } from './database.ts';
import { toFoundValues } from './found-values.ts';
import { FOUND_COLUMNS, GAP_COLUMNS, toFoundGap, toGapRecord } from './gap-rows.ts';
import { findText, getNumber, getText } from './rows.ts';
import { toKeyRange, toSuffixKey } from './suffix-key.ts';

const RECORD = `INSERT OR IGNORE INTO sweep_gaps (${FOUND_COLUMNS}, name_key)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Kinds that a match tells of too, perhaps knowing no more than a name. */
const LIVE_KINDS: ReadonlySet<GapKind> = new Set(['NOT_IN_STASH', 'UNMATCHED']);

const NAMED = `SELECT CAST(id AS TEXT) AS gap_id, kind, subject FROM gaps WHERE by_name = 1
  ORDER BY state = 'CLOSED', id`;

const BY_NAME = `SELECT s.subject FROM sweep_gaps s WHERE s.kind = ? AND s.name_key >= ? AND s.name_key < ?
    AND NOT EXISTS (SELECT 1 FROM gaps g WHERE g.kind = s.kind AND g.subject = s.subject)
  ORDER BY s.name_key, s.subject LIMIT 1`;

const SUPPRESSED = `SELECT ${GAP_COLUMNS}, s.reason AS found_reason, s.plex_path AS found_plex_path,
    s.stash_path AS found_stash_path, s.plex_rating_key AS found_rating_key, s.plex_library AS found_library,
    CAST(s.scene_id AS TEXT) AS found_scene
  FROM gaps JOIN sweep_gaps s ON s.kind = gaps.kind AND s.subject = gaps.subject
  WHERE gaps.suppressed_at IS NOT NULL`;

const COUNT_FOUND = `SELECT count(*) FILTER (WHERE gaps.state = 'CLOSED') AS reopened,
    count(*) FILTER (WHERE gaps.state <> 'CLOSED') AS unchanged
  FROM sweep_gaps s JOIN gaps ON gaps.kind = s.kind AND gaps.subject = s.subject
  WHERE gaps.suppressed_at IS NULL`;

/** Apart from the time of sight, most gaps stay as they were: writing all their columns would cost their indexes. */
const REFRESH = `UPDATE gaps SET state = 'OPEN', closed_at = NULL, changed_at = ?1, reason = s.reason,
    plex_path = s.plex_path, stash_path = s.stash_path, plex_rating_key = s.plex_rating_key,
    plex_library = s.plex_library, scene_id = s.scene_id, path_text = s.path_text, studio_text = s.studio_text
  FROM sweep_gaps s
  WHERE gaps.kind = s.kind AND gaps.subject = s.subject AND gaps.suppressed_at IS NULL
    AND (gaps.state = 'CLOSED' OR gaps.reason <> s.reason OR gaps.plex_path IS NOT s.plex_path
      OR gaps.stash_path IS NOT s.stash_path OR gaps.plex_rating_key IS NOT s.plex_rating_key
      OR gaps.plex_library IS NOT s.plex_library OR gaps.scene_id IS NOT s.scene_id
      OR gaps.studio_text IS NOT s.studio_text)`;

const SEE = `UPDATE gaps SET last_seen_at = ?1 WHERE suppressed_at IS NULL AND last_seen_at <> ?1
  AND EXISTS (SELECT 1 FROM sweep_gaps s WHERE s.kind = gaps.kind AND s.subject = gaps.subject)`;

const OPEN = `INSERT INTO gaps (${FOUND_COLUMNS}, state, found_by, by_name, first_seen_at, last_seen_at, changed_at)
  SELECT ${FOUND_COLUMNS}, 'OPEN', 'SWEEP', 0, ?1, ?1, ?1 FROM sweep_gaps s
  WHERE NOT EXISTS (SELECT 1 FROM gaps g WHERE g.kind = s.kind AND g.subject = s.subject)`;

/** A folder stands with its slash at the end, so that only what lies in it begins with it. */
const CLOSE = `UPDATE gaps SET state = 'CLOSED', closed_at = ?1, changed_at = ?1
  WHERE state <> 'CLOSED' AND last_seen_at <= ?2
    AND NOT EXISTS (SELECT 1 FROM sweep_gaps s WHERE s.kind = gaps.kind AND s.subject = gaps.subject)
    AND (found_by = 'SWEEP' OR by_name = 1 OR EXISTS (
      SELECT 1 FROM json_each(?3) WHERE substr(gaps.subject, 1, length(value)) = value))`;

export function recordFound(database: Database, found: readonly FoundGap[]): void {
  database.transaction(() => {
    for (const gap of found) {
      const nameKey = LIVE_KINDS.has(gap.kind) ? toSuffixKey(gap.subject) : null;
      database.run(RECORD, ...toFoundValues(database, gap), nameKey);
    }
  });
}

export function isFound(database: Database, kind: GapKind, subject: string): boolean {
  const sql = 'SELECT 1 FROM sweep_gaps WHERE kind = ? AND subject = ?';
  return database.find(sql, kind, subject) !== undefined;
}

export function listNamedGaps(database: Database): readonly Pick<GapRecord, 'id' | 'kind' | 'subject'>[] {
  return database.list(NAMED).map((row) => ({
    id: getText(row, 'gap_id'),
    kind: getText(row, 'kind') as GapKind,
    subject: getText(row, 'subject'),
  }));
}

export function findFoundByName(database: Database, kind: GapKind, name: string): string | undefined {
  const { from, below } = toKeyRange(toSuffixKey(name));
  return findText(database.find(BY_NAME, kind, from, below), 'subject');
}

export function adoptGap(database: Database, id: string, subject: string): void {
  database.run('UPDATE gaps SET subject = ?, by_name = 0 WHERE id = CAST(? AS INTEGER)', subject, id);
}

export function listSuppressedFound(database: Database): readonly FoundAgain[] {
  return database.list(SUPPRESSED).map((row) => ({ known: toGapRecord(row), found: toFoundAgain(row) }));
}

export function applyFound(database: Database, at: number): AppliedCounts {
  const counts = database.find(COUNT_FOUND);
  database.run(REFRESH, at);
  database.run(SEE, at);
  const added = database.run(OPEN, at);
  return { opened: getNumber(counts, 'reopened') + added, unchanged: getNumber(counts, 'unchanged') };
}

export function closeUnfound(database: Database, { at, sweepStartedAt, folders }: ClosingScope): number {
  const prefixes = folders.map((folder) => (folder.endsWith('/') ? folder : `${folder}/`));
  return database.run(CLOSE, at, sweepStartedAt, JSON.stringify(prefixes));
}

function toFoundAgain(row: Row): FoundGap {
  return toFoundGap({
    kind: row['kind'] ?? null,
    subject: row['subject'] ?? null,
    reason: row['found_reason'] ?? null,
    plex_path: row['found_plex_path'] ?? null,
    stash_path: row['found_stash_path'] ?? null,
    plex_rating_key: row['found_rating_key'] ?? null,
    plex_library: row['found_library'] ?? null,
    scene_id: row['found_scene'] ?? null,
  });
}
