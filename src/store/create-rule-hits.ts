import type { Clock } from '../lib/clock.ts';
import type { Database, Row } from './database.ts';
import { getNumber, getText } from './rows.ts';
import { WriteBehind } from './write-behind.ts';

/** How often a path rule translated a path, over all runs of the service. */
export interface RuleHits {
  readonly rule: string;
  readonly direction: 'TO_STASH' | 'TO_PLEX';
  readonly hits: number;
  /** Milliseconds since the epoch. */
  readonly lastAt: number;
}

export interface RuleHitStore {
  record(rule: string, direction: RuleHits['direction']): void;
  list(): readonly RuleHits[];
  /** Writes what is still to be written. */
  close(): void;
}

const MOST_ITEMS = 5_000;
const MOST_DELAY_MS = 1_000;

const ADD = `INSERT INTO rule_hits (rule, direction, hits, last_at) VALUES (?, ?, ?, ?)
  ON CONFLICT (rule, direction) DO UPDATE SET hits = hits + excluded.hits,
    last_at = max(last_at, excluded.last_at)`;

/** Counts hits by rule and direction. A kill may lose those of the last second. */
export function createRuleHits(
  database: Database,
  { clock, onFailure }: { readonly clock: Clock; readonly onFailure: (error: unknown) => void },
): RuleHitStore {
  const behind = new WriteBehind<RuleHits>({
    clock,
    write: (hits) => addAll(database, hits),
    mostItems: MOST_ITEMS,
    mostDelayMs: MOST_DELAY_MS,
    onFailure,
  });
  return {
    record: (rule, direction) => behind.add({ rule, direction, hits: 1, lastAt: clock.now() }),
    list: () => {
      behind.flush();
      return listRuleHits(database);
    },
    close: () => behind.close(),
  };
}

/** What is in the database, for commands that look on. */
export function listRuleHits(database: Database): readonly RuleHits[] {
  const rows = database.list('SELECT rule, direction, hits, last_at FROM rule_hits ORDER BY rule, direction');
  return rows.map(toRuleHits);
}

function addAll(database: Database, hits: readonly RuleHits[]): void {
  const groups = Map.groupBy(hits, ({ rule, direction }) => JSON.stringify([rule, direction]));
  database.transaction(() => {
    for (const group of groups.values()) {
      const last = group.at(-1);
      if (last) database.run(ADD, last.rule, last.direction, group.length, last.lastAt);
    }
  });
}

function toRuleHits(row: Row): RuleHits {
  return {
    rule: getText(row, 'rule'),
    direction: getText(row, 'direction') as RuleHits['direction'],
    hits: getNumber(row, 'hits'),
    lastAt: getNumber(row, 'last_at'),
  };
}
