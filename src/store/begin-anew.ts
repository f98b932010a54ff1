import type { Database } from './database.ts';
import { rescueRows } from './rescue-rows.ts';
import { setAside, type SetAsideFile } from './set-aside.ts';

/** A damaged file that was set aside, and what of it is in the new one. */
export interface Replacement extends SetAsideFile {
  readonly rescued: readonly string[];
}

/** Sets a damaged database aside and begins a new one with what Stash cannot give again. */
export function beginAnew(
  file: string,
  open: (file: string) => Database,
  { reason, now }: { readonly reason: string; readonly now: number },
): { readonly database: Database; readonly replacement: Replacement } {
  const aside = setAside(file, reason, now);
  const database = open(file);
  const rescued = rescueRows(file, aside.path);
  return { database, replacement: { ...aside, rescued } };
}
