import type { MatchExplanation } from '../matching/explanation.ts';
import type { RecentMatchStore } from '../matching/recent-matches.ts';
import type { Database } from './database.ts';
import { getText } from './rows.ts';

const KEPT = 1_000;

/** The last 1,000 explained matches. They come in batches: what was not handed over yet is lost with a kill. */
export function createRecentMatchStore(database: Database): RecentMatchStore {
  return {
    recordMatches: (explanations) => {
      // Asked every other second, and an idle service has nothing to write.
      if (explanations.length > 0) database.transaction(() => insertAll(database, explanations));
    },
    listMatches: (limit) =>
      database
        .list('SELECT explanation FROM match_explanations ORDER BY seq DESC LIMIT ?', Math.max(0, limit))
        .map((row) => JSON.parse(getText(row, 'explanation')) as MatchExplanation),
  };
}

function insertAll(database: Database, explanations: readonly MatchExplanation[]): void {
  for (const explanation of explanations) insert(database, explanation);
  const sql = 'DELETE FROM match_explanations WHERE seq <= (SELECT max(seq) FROM match_explanations) - ?';
  database.run(sql, KEPT);
}

function insert(database: Database, explanation: MatchExplanation): void {
  database.run('INSERT INTO match_explanations (explanation) VALUES (?)', JSON.stringify(explanation));
}
