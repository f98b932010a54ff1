import type { Gap, GapKind } from '../gaps/gap.ts';
import type { GapRecord } from '../gaps/gap-life.ts';
import type { GapNotes } from '../gaps/gap-store.ts';
import type { Database, SqlValue } from './database.ts';
import { toFoundValues } from './found-values.ts';
import { FOUND_COLUMNS, GAP_COLUMNS, toGapRecord } from './gap-rows.ts';

const STATUS_COLUMNS = `state, closed_at, suppressed_at, suppressed_until, suppressed_reason,
  suppressed_scene_updated_at`;

const INSERT = `INSERT INTO gaps (${FOUND_COLUMNS}, ${STATUS_COLUMNS}, found_by, by_name, first_seen_at, last_seen_at,
  changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  RETURNING CAST(id AS TEXT) AS gap_id`;

const UPDATE = `UPDATE gaps SET (${FOUND_COLUMNS}) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
  (${STATUS_COLUMNS}) = (?, ?, ?, ?, ?, ?), last_seen_at = ?, changed_at = coalesce(?, changed_at) WHERE id = ?`;

const ABOUT = `SELECT ${GAP_COLUMNS} FROM gaps
  WHERE kind IN (SELECT value FROM json_each(?)) AND subject IN (SELECT value FROM json_each(?)) ORDER BY id`;

const DUE = `SELECT ${GAP_COLUMNS} FROM gaps
  WHERE suppressed_until IS NOT NULL AND suppressed_until <= ? AND state = 'SUPPRESSED' ORDER BY id`;

const CHANGED = `SELECT ${GAP_COLUMNS} FROM gaps WHERE changed_at = ? ORDER BY id DESC LIMIT ?`;

const PRUNE = `DELETE FROM gaps WHERE state = 'CLOSED' AND closed_at < ? AND suppressed_at IS NULL`;

export function findGap(database: Database, id: string): GapRecord | undefined {
  const row = database.find(`SELECT ${GAP_COLUMNS} FROM gaps WHERE id = CAST(? AS INTEGER)`, id);
  return row && toGapRecord(row);
}

export function listGapsAbout(
  database: Database,
  kinds: readonly GapKind[],
  subjects: readonly string[],
): readonly GapRecord[] {
  return database.list(ABOUT, JSON.stringify(kinds), JSON.stringify(subjects)).map(toGapRecord);
}

export function hasAnyGap(database: Database, kinds: readonly GapKind[]): boolean {
  const listed = kinds.map(() => '?').join(', ');
  const sql = `SELECT 1 FROM gaps WHERE state IN ('OPEN', 'SUPPRESSED') AND kind IN (${listed}) LIMIT 1`;
  return database.find(sql, ...kinds) !== undefined;
}

export function insertGap(
  database: Database,
  gap: Omit<GapRecord, 'id'>,
  { byName, changedAt }: GapNotes,
): GapRecord {
  const values = [...toFoundValues(database, gap), ...toStatusValues(gap)];
  const times = [gap.firstSeenAt, gap.lastSeenAt, changedAt];
  const row = database.find(INSERT, ...values, gap.foundBy, byName ? 1 : 0, ...times);
  return { ...gap, id: String(row?.['gap_id']) };
}

export function updateGap(database: Database, gap: GapRecord, changedAt: number | undefined): void {
  const values = [...toFoundValues(database, gap), ...toStatusValues(gap)];
  database.run(UPDATE, ...values, gap.lastSeenAt, changedAt ?? null, gap.id);
}

export function listDueGaps(database: Database, now: number): readonly GapRecord[] {
  return database.list(DUE, now).map(toGapRecord);
}

export function listGapsChangedAt(database: Database, changedAt: number, limit: number): readonly Gap[] {
  return database.list(CHANGED, changedAt, limit).map(toGapRecord);
}

export function pruneGaps(database: Database, closedBefore: number): void {
  database.run(PRUNE, closedBefore);
}

/** A closed gap keeps what it was suppressed with. */
function toStatusValues({ status, keptSuppression }: Omit<GapRecord, 'id'>): SqlValue[] {
  const closedAt = status.state === 'CLOSED' ? status.closedAt : null;
  const kept = status.state === 'CLOSED' ? keptSuppression : undefined;
  const suppression = status.state === 'SUPPRESSED' ? status.suppression : kept;
  const { at = null, until = null, reason = null, sceneUpdatedAt = null } = suppression ?? {};
  return [status.state, closedAt, at, until, reason, sceneUpdatedAt];
}
