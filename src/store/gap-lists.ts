import type { GapKind, GapReason } from '../gaps/gap.ts';
import type {
  GapCounts,
  GapFilter,
  GapGauge,
  GapOrder,
  GapRequest,
  GapState,
  PlacedGap,
} from '../gaps/gap-query.ts';
import { toFoldedText } from '../gaps/gap-text.ts';
import type { Database, Row, SqlValue } from './database.ts';
import { GAP_COLUMNS, toGapRecord } from './gap-rows.ts';
import { getNumber, getText } from './rows.ts';

interface Condition {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const ORDER_COLUMNS: Readonly<Record<GapOrder['field'], string>> = {
  FIRST_SEEN: 'first_seen_at',
  LAST_SEEN: 'last_seen_at',
  PATH: 'path_text',
};

/** One page in an order that ids complete, so that equal values have their places too. */
export function listGaps(
  database: Database,
  { filter, order, limit, after }: GapRequest,
): readonly PlacedGap[] {
  const column = ORDER_COLUMNS[order.field];
  const { sql, values } = toConditions(filter);
  const beyond = order.direction === 'ASC' ? '>' : '<';
  const page = after ? ` AND (${column}, id) ${beyond} (?, CAST(? AS INTEGER))` : '';
  const rows = database.list(
    `SELECT ${GAP_COLUMNS} FROM gaps WHERE ${sql}${page}
      ORDER BY ${column} ${order.direction}, id ${order.direction} LIMIT ?`,
    ...values,
    ...(after ? [after.value, after.id] : []),
    limit,
  );
  return rows.map((row) => toPlaced(row, column));
}

export function countGaps(database: Database, filter: GapFilter): GapCounts {
  const { sql, values } = toConditions(filter);
  const select = `SELECT state, kind, reason, count(*) AS gaps FROM gaps WHERE ${sql} GROUP BY state, kind, reason`;
  const rows = database.list(select, ...values);
  return {
    total: rows.reduce((sum, row) => sum + getNumber(row, 'gaps'), 0),
    byKind: sumBy<GapKind>(rows, 'kind'),
    byReason: sumBy<GapReason>(rows, 'reason'),
    byState: sumBy<GapState>(rows, 'state'),
  };
}

export function listGauges(database: Database): readonly GapGauge[] {
  const rows = database.list('SELECT kind, state, count(*) AS gaps FROM gaps GROUP BY state, kind');
  return rows.map((row) => ({
    kind: getText(row, 'kind') as GapKind,
    state: getText(row, 'state') as GapState,
    count: getNumber(row, 'gaps'),
  }));
}

/** Text is searched with `instr`, which knows no wildcards. */
function toConditions(filter: GapFilter): Condition {
  const { kinds, states = ['OPEN'], reasons, pathContains, studio, firstSeenSince } = filter;
  const conditions: Condition[] = [toOneOf('state', states)];
  if (kinds) conditions.push(toOneOf('kind', kinds));
  if (reasons) conditions.push(toOneOf('reason', reasons));
  if (pathContains !== undefined)
    conditions.push({ sql: 'instr(path_text, ?) > 0', values: [toFoldedText(pathContains)] });
  if (studio !== undefined) conditions.push({ sql: 'studio_text = ?', values: [toFoldedText(studio)] });
  if (firstSeenSince !== undefined) conditions.push({ sql: 'first_seen_at >= ?', values: [firstSeenSince] });
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  };
}

function toOneOf(column: string, tokens: readonly string[]): Condition {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(tokens)] };
}

function toPlaced(row: Row, column: string): PlacedGap {
  const value = column === 'path_text' ? getText(row, column) : getNumber(row, column);
  return { gap: toGapRecord(row), place: { id: getText(row, 'gap_id'), value } };
}

function sumBy<Token extends string>(rows: readonly Row[], column: string): ReadonlyMap<Token, number> {
  const sums = new Map<Token, number>();
  for (const row of rows) {
    const token = getText(row, column) as Token;
    sums.set(token, (sums.get(token) ?? 0) + getNumber(row, 'gaps'));
  }
  return sums;
}
