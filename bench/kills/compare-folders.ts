import { join } from 'node:path';
import { Database } from '../../src/store/database.ts';

/** What must be alike in both, whatever happened on the way there. */
const VIEWS: Readonly<Record<string, string>> = {
  'open gaps': `SELECT kind, subject, reason, plex_path, stash_path, plex_rating_key, scene_id FROM %.gaps
    WHERE state <> 'CLOSED'`,
  scenes: 'SELECT id, updated_at, code_key, full_date, has_cover FROM %.scenes',
  copies: 'SELECT * FROM %.scene_copies',
  files: 'SELECT scene_id, position, file_id, path, suffix_key FROM %.scene_files',
  'stash ids': 'SELECT * FROM %.scene_stash_ids',
  'searchable titles': 'SELECT id, sz FROM %.scene_search_docsize',
};

/** Rows that only one of two data folders has, told by what they are rows of. */
export function listDifferences(dataDir: string, referenceDir: string): string[] {
  const database = new Database(join(dataDir, 'stash2plex.sqlite'));
  try {
    database.run('ATTACH DATABASE ? AS reference', join(referenceDir, 'stash2plex.sqlite'));
    return Object.entries(VIEWS).flatMap(([name, view]) => {
      const [ours, theirs] = [view.replace('%', 'main'), view.replace('%', 'reference')];
      const only = (one: string, other: string) => database.list(`${one} EXCEPT ${other} LIMIT 3`);
      return [
        ...only(ours, theirs).map((row) => `${name}: only after kills: ${JSON.stringify(row)}`),
        ...only(theirs, ours).map((row) => `${name}: missing after kills: ${JSON.stringify(row)}`),
      ];
    });
  } finally {
    database.close();
  }
}

/** Gives one data folder the ledger of another: which scenes are stale depends on what was served. */
export function copyLedger(fromDir: string, toDir: string): void {
  const database = new Database(join(toDir, 'stash2plex.sqlite'));
  try {
    database.run('ATTACH DATABASE ? AS source', join(fromDir, 'stash2plex.sqlite'));
    database.run('INSERT OR REPLACE INTO served_scenes SELECT * FROM source.served_scenes');
  } finally {
    database.close();
  }
}
