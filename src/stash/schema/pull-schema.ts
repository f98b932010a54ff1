import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { validate } from 'graphql';
import { loadOperations } from './load-operations.ts';
import { splitByOffer } from './offered-operations.ts';
import { schemaFolder as packageSchemaFolder } from './package-folders.ts';
import { pruneSchema } from './prune-schema.ts';
import { loadSchema, type SchemaSource } from './schema-source.ts';
import { listSnapshotKeys } from './snapshots.ts';
import { compareVersionKeys, toVersionKey, type VersionKey } from './version-key.ts';

export interface PullSchemaOptions extends SchemaSource {
  /** Needed where the source does not say its version: a private build, or a file named otherwise. */
  readonly version?: string | undefined;
  readonly schemaFolder?: string;
  readonly operationsFolder?: string;
}

/** What a pull wrote. */
export interface PulledSchema {
  readonly key: VersionKey;
  readonly files: readonly { readonly path: string; readonly changed: boolean }[];
  /** Operations that this version is not asked, since it lacks what they require. */
  readonly spared: readonly string[];
}

/** A pull that cannot be done with what it was given. */
export class SchemaPullError extends Error {
  override readonly name = 'SchemaPullError';
}

/**
 * Takes the schema of a Stash, prunes it to what `operations/` reaches and writes it as the snapshot of its version;
 * for the newest version also as `stash.graphql`, from which the SDK is generated. Nothing is written when an
 * operation would not work there. Throws as `loadSchema`, and `SchemaPullError`.
 */
export async function pullSchema(options: PullSchemaOptions): Promise<PulledSchema> {
  const folder = options.schemaFolder ?? packageSchemaFolder;
  const { schema, version } = await loadSchema(options);
  const key = getVersionKey(options.version ?? version);
  const { asked, spared } = splitByOffer([schema], loadOperations(options.operationsFolder));
  const broken = asked.filter(({ document }) => validate(schema, document).length > 0);
  if (broken.length > 0) throw toBrokenError(key, broken.map(({ file }) => file));
  const sdl = `${pruneSchema(schema, asked.map(({ document }) => document))}\n`;
  const paths = [`stash/${key}.graphql`, ...((await isNewest(folder, key)) ? ['stash.graphql'] : [])];
  const files = [];
  for (const path of paths) files.push({ path, changed: await writeIfChanged(join(folder, path), sdl) });
  return { key, files, spared: spared.map(({ name }) => name) };
}

function getVersionKey(version: string | undefined): VersionKey {
  const key = version === undefined ? undefined : toVersionKey(version);
  if (key !== undefined) return key;
  throw new SchemaPullError(
    `expected a version such as v0.30.1 or develop, but got: ${version ?? 'none'}; say which with --stash-version`,
  );
}

function toBrokenError(key: VersionKey, files: readonly string[]): SchemaPullError {
  return new SchemaPullError(
    `expected a Stash that understands every operation, but got: ${key} refuses ${files.join(', ')}; run schema check`,
  );
}

async function isNewest(folder: string, key: VersionKey): Promise<boolean> {
  return (await listSnapshotKeys(folder)).every((other) => compareVersionKeys(other, key) <= 0);
}

/** Written aside and renamed, so that a pull cut short leaves the old snapshot whole. */
async function writeIfChanged(path: string, text: string): Promise<boolean> {
  const before = await readFile(path, 'utf8').catch(() => undefined);
  if (before === text) return false;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
  return true;
}
