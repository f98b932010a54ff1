import type {
  CompletedPasses,
  HeldRemoval,
  PullKind,
  PullPhase,
  RunningPass,
} from '../catalog/catalog-store.ts';
import { toSceneId } from '../model/ids.ts';
import type { Database, Row } from './database.ts';
import { findNumber, findText, getNumber, getText } from './rows.ts';

const SELECT = `SELECT last_pass, kind, phase, CAST(cursor AS TEXT) AS cursor, started_at, seen, total,
  full_started_at, full_completed_at, diff_completed_at, held_pass, held_scenes FROM pull_state WHERE id = 1`;

const START = `UPDATE pull_state SET last_pass = last_pass + 1, kind = ?, phase = 'SCENES', cursor = NULL,
  started_at = ?, seen = 0, total = ?`;

const MOVE = 'UPDATE pull_state SET phase = ?, cursor = ?, seen = ?';

const COMPLETE_FULL = `UPDATE pull_state SET full_started_at = started_at, full_completed_at = ?, kind = NULL
  WHERE kind = 'FULL'`;

const COMPLETE_DIFF = `UPDATE pull_state SET diff_completed_at = ?, kind = NULL WHERE kind = 'DIFF'`;

/** The number of the running or the last pass; 0 before the first. */
export function getLastPass(database: Database): number {
  return getNumber(database.find('SELECT last_pass FROM pull_state'), 'last_pass');
}

export function findRunningPass(database: Database): RunningPass | undefined {
  const row = getState(database);
  if (row['kind'] === null) return undefined;
  const cursor = findText(row, 'cursor');
  return {
    pass: getNumber(row, 'last_pass'),
    kind: getText(row, 'kind') as PullKind,
    phase: getText(row, 'phase') as PullPhase,
    ...(cursor === undefined ? {} : { cursor: toSceneId(cursor) }),
    startedAt: getNumber(row, 'started_at'),
    seen: getNumber(row, 'seen'),
    total: getNumber(row, 'total'),
  };
}

export function startPass(
  database: Database,
  { kind, startedAt, total }: Pick<RunningPass, 'kind' | 'startedAt' | 'total'>,
): void {
  database.run(START, kind, startedAt, total);
}

export function movePass(
  database: Database,
  { phase, cursor, seen }: Pick<RunningPass, 'phase' | 'cursor' | 'seen'>,
): void {
  database.run(MOVE, phase, cursor ?? null, seen);
}

export function completePass(database: Database, completedAt: number): void {
  database.run(COMPLETE_FULL, completedAt);
  database.run(COMPLETE_DIFF, completedAt);
}

export function getCompletedPasses(database: Database): CompletedPasses {
  const row = getState(database);
  const startedAt = findNumber(row, 'full_started_at');
  const completedAt = findNumber(row, 'full_completed_at');
  const diffCompletedAt = findNumber(row, 'diff_completed_at');
  return {
    ...(startedAt === undefined || completedAt === undefined ? {} : { full: { startedAt, completedAt } }),
    ...(diffCompletedAt === undefined ? {} : { diffCompletedAt }),
  };
}

export function findHeldRemoval(database: Database): HeldRemoval | undefined {
  const row = getState(database);
  const pass = findNumber(row, 'held_pass');
  return pass === undefined ? undefined : { pass, scenes: getNumber(row, 'held_scenes') };
}

export function recordHeldRemoval(database: Database, held: HeldRemoval | undefined): void {
  const sql = 'UPDATE pull_state SET held_pass = ?, held_scenes = ?';
  database.run(sql, held?.pass ?? null, held?.scenes ?? null);
}

function getState(database: Database): Row {
  const row = database.find(SELECT);
  if (row) return row;
  throw new TypeError('expected one row in pull_state, but got: none, the database was changed by hand');
}
