import { readdirSync } from 'node:fs';
import type { Database } from '../../src/store/database.ts';

/** What is broken in the database itself. */
export function listDamage(database: Database): string[] {
  const findings = database
    .list('PRAGMA integrity_check(3)')
    .map((row) => String(row['integrity_check']))
    .filter((finding) => finding !== 'ok');
  const orphans = database.list('PRAGMA foreign_key_check').length;
  const twins = database.list('SELECT 1 FROM gaps GROUP BY kind, subject HAVING count(*) > 1').length;
  return [
    ...findings,
    ...(orphans > 0 ? [`${orphans} rows belong to nothing`] : []),
    ...(twins > 0 ? [`${twins} gaps are there twice`] : []),
  ];
}

/** Files that were set aside as damaged. */
export function listSetAside(dataDir: string): string[] {
  return readdirSync(dataDir)
    .filter((name) => name.includes('.damaged-'))
    .map((name) => `${name} was set aside`);
}

const ERROR_LEVEL = 50;

/** Lines of the log that tell of an error. */
export function listLoggedErrors(log: string): string[] {
  const lines = log.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
  return lines.filter((line) => (JSON.parse(line) as { level: number }).level >= ERROR_LEVEL);
}
