import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that holds package.json: two above this file, both in `src` and in the built `dist`. */
export const packageFolder = join(import.meta.dirname, '..', '..');

/** This program's version, as package.json states it. */
export function readProgramVersion(): string {
  const parsed = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return parsed.version;
}
