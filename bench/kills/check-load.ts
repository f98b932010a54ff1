import type { Database } from '../../src/store/database.ts';
import type { FailedRequest, SteadyLoadReply } from '../processes/steady-load-process.ts';

/** From a kill to the first answer after it. Instants are milliseconds since the epoch. */
export interface Down {
  readonly from: number;
  readonly to: number;
}

/**
 * How long after its write was due a fact may still be lost: a process under load comes to its timers late. The delays
 * themselves are documented at the stores: 50 ms for the ledger, 1 s for rule hits, 2 s for explanations.
 */
const LATE_MS = 500;
const LEDGER_MS = 50 + LATE_MS;
const HITS_MS = 1_000 + LATE_MS;
const EXPLANATIONS_MS = 2_000 + LATE_MS;

/** Answers that were wrong, and requests that failed although nobody killed the service meanwhile. */
export function listFailures({ wrong, failed }: SteadyLoadReply, downs: readonly Down[]): string[] {
  const isCut = ({ startedAt, endedAt }: FailedRequest): boolean =>
    downs.some(({ from, to }) => startedAt <= to && endedAt >= from);
  const unexplained = failed.filter((each) => !isCut(each));
  return [
    ...wrong,
    ...unexplained.map(({ what, endedAt }) => `${what} (at ${new Date(endedAt).toISOString()})`),
  ];
}

export interface LedgerLosses {
  readonly breaches: readonly string[];
  /** Entries that the kill took away, all within what is documented if there are no breaches. */
  readonly lost: number;
  /** How long before the kill the oldest of them was answered. */
  readonly oldestMs: number;
}

/** Served scenes without their entry in the ledger. */
export function findLedgerLosses(
  database: Database,
  { described }: SteadyLoadReply,
  killedAt: number,
): LedgerLosses {
  const sql = 'SELECT served_at FROM served_scenes WHERE scene_id = CAST(? AS INTEGER)';
  const lost = described.filter(({ sceneId, askedAt, answeredAt }) => {
    const servedAt = Number(database.find(sql, sceneId)?.['served_at'] ?? 0);
    return answeredAt <= killedAt && servedAt < askedAt;
  });
  const ages = lost.map(({ answeredAt }) => killedAt - answeredAt);
  const tooOld = lost.filter(({ answeredAt }) => killedAt - answeredAt > LEDGER_MS);
  return {
    breaches: tooOld.map(({ sceneId }) => `scene ${sceneId} is missing from the ledger`),
    lost: lost.length,
    oldestMs: Math.max(0, ...ages),
  };
}

/** Hits of rules and explanations that should have been written long before the kill. */
export function listLostMatches(
  database: Database,
  { matchedAt }: SteadyLoadReply,
  since: { readonly at: number; readonly ruleHits: number },
  killedAt: number,
): string[] {
  const lost: string[] = [];
  const matched = matchedAt.filter((at) => at > since.at && at < killedAt - HITS_MS).length;
  const hits = Number(database.find('SELECT sum(hits) AS n FROM rule_hits')?.['n'] ?? 0);
  if (hits < since.ruleHits + matched)
    lost.push(`expected at least ${matched} more rule hits, but got: ${hits - since.ruleHits}`);
  const explainable = Math.max(
    0,
    ...matchedAt.filter((at) => at > since.at && at < killedAt - EXPLANATIONS_MS),
  );
  const newest = findNewestExplanation(database, killedAt);
  if (newest < explainable - LATE_MS)
    lost.push(`the newest explanation is ${killedAt - newest} ms older than the kill`);
  return lost;
}

function findNewestExplanation(database: Database, until: number): number {
  const sql = `SELECT max(explanation ->> 'at') AS at FROM match_explanations WHERE explanation ->> 'at' <= ?`;
  return Number(database.find(sql, until)?.['at'] ?? 0);
}
