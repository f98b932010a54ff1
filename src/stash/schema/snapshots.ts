import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compareVersionKeys, type VersionKey } from './version-key.ts';

/** One committed snapshot: its name, its file relative to the schema folder, and its SDL. */
export interface SchemaSnapshot {
  readonly key: VersionKey;
  readonly file: string;
  readonly sdl: string;
}

/** The versions that have a snapshot, from old to new. A folder that does not exist yet has none. */
export async function listSnapshotKeys(schemaFolder: string): Promise<readonly VersionKey[]> {
  const files = await readdir(join(schemaFolder, 'stash')).catch(() => []);
  return files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => file.slice(0, -'.graphql'.length))
    .sort(compareVersionKeys);
}

/** The snapshot of that version, else the newest. Throws when there is none at all. */
export async function getSnapshot(schemaFolder: string, key: VersionKey | undefined): Promise<SchemaSnapshot> {
  const keys = await listSnapshotKeys(schemaFolder);
  const chosen = keys.find((other) => other === key) ?? keys.at(-1);
  if (chosen === undefined) throw new Error(`expected schema snapshots in ${schemaFolder}, but got: none`);
  const file = `stash/${chosen}.graphql`;
  return { key: chosen, file, sdl: await readFile(join(schemaFolder, file), 'utf8') };
}
