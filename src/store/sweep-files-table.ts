import type { StagedFile } from '../gaps/sweep-staging.ts';
import { toComparablePath } from '../paths/normal-form.ts';
import type { Database } from './database.ts';
import { getNumber } from './rows.ts';
import { toSuffixKey } from './suffix-key.ts';

const INSERT = `INSERT INTO sweep_files (rating_key, library, agent, shows_something, shown_scene, plex_path,
  stash_path, by_rule, stash_key, lead) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export function stageFiles(database: Database, files: readonly StagedFile[]): void {
  database.transaction(() => {
    for (const file of files) stageFile(database, file);
  });
}

export function getLastFile(database: Database): number {
  return getNumber(database.find('SELECT coalesce(max(n), 0) AS last FROM sweep_files'), 'last');
}

function stageFile(database: Database, file: StagedFile): void {
  const { ratingKey, library, agent, showsSomething, shownScene, plexPath, stashPath, byRule } = file;
  const item = [ratingKey, library, agent, showsSomething ? 1 : 0, shownScene ?? null];
  const mapped = stashPath === undefined ? [null, null] : [toSuffixKey(stashPath), countLead(stashPath)];
  database.run(INSERT, ...item, plexPath, stashPath ?? null, byRule ? 1 : 0, ...mapped);
}

/** The slashes before the first segment: two for a UNC path, one for a rooted one, none for a drive. */
function countLead(path: string): number {
  return /^\/*/.exec(toComparablePath(path))?.[0].length ?? 0;
}
