import type { Database, Row } from '../../src/store/database.ts';

/** What the database holds that a kill must not take away. */
export interface KeptState {
  /** Milliseconds since the epoch at which it was read. */
  readonly at: number;
  readonly pass: { readonly number: number; readonly kind: string | undefined; readonly seen: number };
  /** The end of the last pass of either kind. */
  readonly passCompletedAt: number;
  readonly ruleHits: number;
  readonly gaps: number;
  readonly sceneCount: number;
  readonly signingKey: string;
}

export function readKeptState(database: Database): KeptState {
  const pull = get(database, 'SELECT * FROM pull_state');
  const key = get(database, 'SELECT hex(secret) AS secret FROM secrets ORDER BY name LIMIT 1');
  const count = (sql: string): number => Number(get(database, sql)['n'] ?? 0);
  return {
    at: Date.now(),
    pass: {
      number: Number(pull['last_pass']),
      kind: typeof pull['kind'] === 'string' ? pull['kind'] : undefined,
      seen: Number(pull['seen'] ?? 0),
    },
    passCompletedAt: Math.max(Number(pull['full_completed_at'] ?? 0), Number(pull['diff_completed_at'] ?? 0)),
    ruleHits: count('SELECT sum(hits) AS n FROM rule_hits'),
    gaps: count('SELECT count(*) AS n FROM gaps'),
    sceneCount: count('SELECT count(*) AS n FROM scenes'),
    signingKey: String(key['secret']),
  };
}

/** What is lost of an earlier state, each in a sentence. */
export function listLostState(before: KeptState, now: KeptState): string[] {
  const lost: string[] = [];
  const isSamePass = now.pass.number === before.pass.number;
  if (isSamePass && now.pass.seen < before.pass.seen)
    lost.push(`pass ${now.pass.number} fell back from ${before.pass.seen} to ${now.pass.seen} scenes`);
  if (!isSamePass && before.pass.kind !== undefined && now.passCompletedAt === before.passCompletedAt)
    lost.push(`pass ${before.pass.number} was given up at ${before.pass.seen} scenes`);
  if (now.passCompletedAt < before.passCompletedAt) lost.push('the catalog is no longer complete');
  if (now.ruleHits < before.ruleHits) lost.push(`rule hits fell from ${before.ruleHits} to ${now.ruleHits}`);
  if (now.gaps < before.gaps) lost.push(`gaps fell from ${before.gaps} to ${now.gaps}`);
  if (now.sceneCount < before.sceneCount)
    lost.push(`scenes fell from ${before.sceneCount} to ${now.sceneCount}`);
  if (now.signingKey !== before.signingKey) lost.push('the signing key is another one');
  return lost;
}

function get(database: Database, sql: string): Row {
  const row = database.find(sql);
  if (!row) throw new Error(`expected a row, but got: none for ${sql}`);
  return row;
}
