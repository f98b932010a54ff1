import { existsSync, renameSync, rmSync } from 'node:fs';
import { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { type RescuedTable, rescueRows } from './rescue-rows.ts';
import { setAside } from './set-aside.ts';

/** A damaged database that was moved out of the way; it is kept for whoever wants to look at it. */
export interface ReplacedDatabase {
  /** Where the damaged file is now. */
  readonly path: string;
  /** One sentence for people. */
  readonly reason: string;
  readonly rescued: readonly RescuedTable[];
}

/**
 * Puts a new database in the place of a damaged one, with what could be read of it, and sets the damaged one aside.
 *
 * The new one is made whole beside it first: where that fails, as on a full disk, the damaged file stays for the next try.
 *
 * @param now milliseconds since the epoch.
 */
export function replaceDamaged(file: string, reason: string, now: number): ReplacedDatabase {
  const successor = toSuccessor(file);
  for (const ending of ['', '-wal', '-shm']) rmSync(successor + ending, { force: true });
  const rescued = fill(successor, file);
  const path = setAside(file, now);
  renameSync(successor, file);
  return { path, reason, rescued };
}

/** Ends a replacement that was killed between its last two steps. */
export function finishReplacement(file: string): void {
  if (!existsSync(file) && existsSync(toSuccessor(file))) renameSync(toSuccessor(file), file);
}

function toSuccessor(file: string): string {
  return `${file}.new`;
}

function fill(successor: string, damagedFile: string): readonly RescuedTable[] {
  const database = new Database(successor);
  try {
    migrate(database);
    return rescueRows(database, damagedFile);
  } finally {
    database.close();
  }
}
