import type { IncompleteCause, Sweep, SweepPhase, SweepStatus } from '../gaps/sweep.ts';
import type { Database, Row, SqlValue } from './database.ts';
import { findNumber, getNumber, getText } from './rows.ts';

const COLUMNS = `CAST(id AS TEXT) AS sweep_id, trigger, started_at, state, phase, ended_at, cause_reason, cause_detail,
  plex_items, plex_items_expected, stash_files, opened, closed, unchanged`;

const UPDATE = `UPDATE sweeps SET state = ?, phase = ?, ended_at = ?, cause_reason = ?, cause_detail = ?,
  plex_items = ?, plex_items_expected = ?, stash_files = ?, opened = ?, closed = ?, unchanged = ?
  WHERE id = CAST(? AS INTEGER)`;

export function insertSweep(database: Database, trigger: Sweep['trigger'], startedAt: number): Sweep {
  const sql = `INSERT INTO sweeps (trigger, started_at, state, phase) VALUES (?, ?, 'RUNNING', 'READING_STASH')
    RETURNING ${COLUMNS}`;
  const row = database.find(sql, trigger, startedAt);
  if (row) return toSweep(row);
  throw new TypeError('expected the row that was inserted, but got: none');
}

export function updateSweep(database: Database, { id, status, counts }: Sweep): void {
  const { plexItems, plexItemsExpected, stashFiles, opened, closed, unchanged } = counts;
  const numbers = [plexItems, plexItemsExpected ?? null, stashFiles, opened, closed, unchanged];
  database.run(UPDATE, ...toStatusValues(status), ...numbers, id);
}

export function listSweeps(
  database: Database,
  limit: number,
  beforeId: string | undefined,
): readonly Sweep[] {
  const sql = `SELECT ${COLUMNS} FROM sweeps WHERE id < CAST(? AS INTEGER) ORDER BY id DESC LIMIT ?`;
  return database.list(sql, beforeId ?? LAST_ID, limit).map(toSweep);
}

const LAST_ID = '9223372036854775807';

export function countSweeps(database: Database): number {
  return getNumber(database.find('SELECT count(*) AS sweeps FROM sweeps'), 'sweeps');
}

export function listRunningSweeps(database: Database): readonly Sweep[] {
  return database.list(`SELECT ${COLUMNS} FROM sweeps WHERE state = 'RUNNING' ORDER BY id`).map(toSweep);
}

export function pruneSweeps(database: Database, startedBefore: number): void {
  database.run(`DELETE FROM sweeps WHERE started_at < ? AND state <> 'RUNNING'`, startedBefore);
}

function toStatusValues(status: SweepStatus): SqlValue[] {
  const phase = status.state === 'RUNNING' ? status.phase : null;
  const endedAt = status.state === 'RUNNING' ? null : status.endedAt;
  const cause = status.state === 'INCOMPLETE' ? status.cause : undefined;
  return [status.state, phase, endedAt, cause?.reason ?? null, cause?.detail ?? null];
}

function toSweep(row: Row): Sweep {
  const expected = findNumber(row, 'plex_items_expected');
  return {
    id: getText(row, 'sweep_id'),
    trigger: getText(row, 'trigger') as Sweep['trigger'],
    startedAt: getNumber(row, 'started_at'),
    status: toStatus(row),
    counts: {
      plexItems: getNumber(row, 'plex_items'),
      ...(expected !== undefined && { plexItemsExpected: expected }),
      stashFiles: getNumber(row, 'stash_files'),
      opened: getNumber(row, 'opened'),
      closed: getNumber(row, 'closed'),
      unchanged: getNumber(row, 'unchanged'),
    },
  };
}

function toStatus(row: Row): SweepStatus {
  const state = getText(row, 'state') as SweepStatus['state'];
  if (state === 'RUNNING') return { state, phase: getText(row, 'phase') as SweepPhase };
  const endedAt = getNumber(row, 'ended_at');
  return state === 'INCOMPLETE' ? { state, endedAt, cause: toCause(row) } : { state, endedAt };
}

function toCause(row: Row): IncompleteCause {
  const reason = getText(row, 'cause_reason') as IncompleteCause['reason'];
  return { reason, detail: getText(row, 'cause_detail') };
}
