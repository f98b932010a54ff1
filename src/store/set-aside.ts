import { existsSync, renameSync } from 'node:fs';

/** Renames a database file and its log, marked with the instant (milliseconds since the epoch); returns the new name. */
export function setAside(file: string, now: number): string {
  const name = findFreeName(`${file}.damaged-${new Date(now).toISOString().replaceAll(':', '-')}`);
  for (const ending of ['', '-wal']) {
    if (existsSync(file + ending)) renameSync(file + ending, name + ending);
  }
  return name;
}

/** A machine without a clock of its own may live through the same instant at every start. */
function findFreeName(wanted: string): string {
  let name = wanted;
  for (let n = 2; existsSync(name); n += 1) name = `${wanted}-${n}`;
  return name;
}
