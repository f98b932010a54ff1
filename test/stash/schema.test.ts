import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, introspectionFromSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { startScriptedStash, readGraphql } from '../support/scripted-stash.ts';
import { composeBatch, MAX_BATCH } from '../../src/stash/scene-batch.ts';
import { checkSchema } from '../../src/stash/schema/check-schema.ts';
import { loadOperations } from '../../src/stash/schema/load-operations.ts';
import { splitByOffer } from '../../src/stash/schema/offered-operations.ts';
import { schemaFolder } from '../../src/stash/schema/package-folders.ts';
import { pullSchema, SchemaPullError } from '../../src/stash/schema/pull-schema.ts';
import { SchemaSourceError } from '../../src/stash/schema/schema-source.ts';
import { compareVersionKeys, toVersionKey } from '../../src/stash/schema/version-key.ts';

const newest = readFileSync(join(schemaFolder, 'stash/develop.graphql'), 'utf8');
const versions = readdirSync(join(schemaFolder, 'stash')).map((file) => file.replace('.graphql', ''));

/** A folder of its own with the given file in it; gone afterwards. */
async function withFile(name: string, text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'stash-schema-'));
  const file = join(folder, name);
  await writeFile(file, text);
  return { folder, file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

/** The newest schema with some text replaced, which must be there. */
function alter(from: string | RegExp, to: string): string {
  const altered = newest.replace(from, to);
  if (altered === newest) throw new Error(`expected the schema to hold ${String(from)}`);
  return altered;
}

async function check(sdl: string, name = 'develop.graphql') {
  await using world = await withFile(name, sdl);
  return await checkSchema({ from: world.file });
}

describe('the operations', () => {
  it('are those of the folder, with the fragments they spread and what they require', () => {
    const operations = loadOperations();
    expect(operations.length).toBeGreaterThan(15);
    expect(operations.find(({ name }) => name === 'FindFileByPath')).toMatchObject({
      file: 'operations/find-file-by-path.graphql',
      requires: 'Query.findFile',
    });
    expect(operations.find(({ name }) => name === 'FindScene')?.document.definitions).toHaveLength(2);
  });

  it.each(versions)('are valid in every committed version: %s', (version) => {
    const schema = buildSchema(readFileSync(join(schemaFolder, `stash/${version}.graphql`), 'utf8'));
    const { asked, spared } = splitByOffer([schema], loadOperations());
    expect(
      asked.flatMap(({ file, document }) =>
        validate(schema, document).map(({ message }) => `${file}: ${message}`),
      ),
    ).toEqual([]);
    expect(validate(schema, parse(composeBatch(MAX_BATCH)))).toEqual([]);
    expect(spared.length).toBeLessThan(3);
  });

  it('cover the five versions we promise', () => {
    expect([...versions].sort(compareVersionKeys)).toEqual(['0.27', '0.28', '0.29', '0.30', 'develop']);
  });
});

describe('a check', () => {
  it('of the same schema finds nothing', async () => {
    expect(await check(newest)).toEqual({
      version: 'develop',
      snapshot: 'develop',
      operations: loadOperations().length,
      spared: [],
      findings: [],
      harmless: 0,
    });
  });

  it('names type, field, operations and files of a field that was removed', async () => {
    const { findings } = await check(alter('  disambiguation: String\n', ''));
    expect(findings).toContainEqual({
      type: 'Performer',
      field: 'disambiguation',
      operation: 'ListScenesAfter',
      file: 'operations/list-scenes-after.graphql',
      what: expect.stringContaining('disambiguation') as unknown,
    });
    expect(findings.every(({ field }) => field === 'disambiguation')).toBe(true);
    expect(findings.map(({ operation }) => operation)).not.toContain('CountScenes');
  });

  it.each([
    ['a field that may be null now', /(type Tag \{[^}]*name: String)!/, '$1', 'Tag', 'name', 'FindScene'],
    [
      'a field of another type',
      /(type SystemStatus \{[^}]*appSchema: )Int!/,
      '$1String!',
      'SystemStatus',
      'appSchema',
      'GetServerState',
    ],
    ['a required new argument', 'findScene(', 'findScene(now: Int!, ', 'Query', 'findScene.now', 'FindScene'],
    [
      'an argument that was renamed',
      'findFile(path: String',
      'findFile(where: String',
      'Query',
      'findFile.path',
      'FindFileByPath',
    ],
    [
      'a required new input field',
      'input FindFilterType {',
      'input FindFilterType {\n  must: Int!',
      'FindFilterType',
      'must',
      'CountScenes',
    ],
    ['an input field that was removed', '  per_page: Int\n', '', 'FindFilterType', 'per_page', 'CountScenes'],
    [
      'an enum value that we send',
      '  MATCHES_REGEX\n',
      '',
      'CriterionModifier',
      'MATCHES_REGEX',
      'FindScenesByPathPattern',
    ],
    [
      'an enum value that we may receive',
      '  NEEDS_MIGRATION\n',
      '',
      'SystemStatusEnum',
      'NEEDS_MIGRATION',
      'GetServerState',
    ],
  ])('finds %s', async (_name, from, to, type, field, operation) => {
    const { findings } = await check(alter(from, to));
    expect(findings).toContainEqual(expect.objectContaining({ type, field, operation }));
  });

  it('counts what is harmless and does not complain of it', async () => {
    const { findings, harmless } = await check(
      alter('  NOT_NULL\n', '').replace(/(type Performer \{[^}]*image_path: String)/, '$1!'),
    );
    expect({ findings, harmless }).toEqual({ findings: [], harmless: 2 });
  });

  it('says nothing of what no operation reaches', async () => {
    const more = alter('type Tag {', 'type Tag {\n  colour: String!').concat('\ntype Unused { a: Int }\n');
    expect(await check(more)).toMatchObject({ findings: [], harmless: 0 });
  });

  it('compares with the snapshot of the same version, and spares what that lacks', async () => {
    const old = await readFile(join(schemaFolder, 'stash/0.27.graphql'), 'utf8');
    expect(await check(old, 'v0.27.2.graphql')).toMatchObject({
      snapshot: '0.27',
      findings: [],
      spared: ['FindFileByPath', 'ListScenesWithFilesChangedSince'],
    });
    expect(await check(old, 'somewhere.graphql')).toMatchObject({ snapshot: 'develop', findings: [] });
  });

  it('finds it when a version lost a look-up that it had', async () => {
    const { findings } = await check(alter(/  findFile\([^\n]*\n/, ''));
    expect(findings.map(({ operation, type, field }) => [operation, type, field])).toContainEqual([
      'FindFileByPath',
      'Query',
      'findFile',
    ]);
  });

  it('asks a live Stash for its schema and version', async () => {
    const schema = buildSchema(newest);
    await using stash = await startScriptedStash((request) => {
      const isVersion = readGraphql(request).query.includes('GetVersion');
      return {
        body: { data: isVersion ? { version: { version: 'v0.30.1' } } : introspectionFromSchema(schema) },
      };
    });
    expect(await checkSchema({ from: stash.url })).toMatchObject({
      version: 'v0.30.1',
      snapshot: '0.30',
      findings: [],
    });
  });

  it('of a Stash that cannot be asked throws what happened', async () => {
    await using stash = await startScriptedStash(() => ({ status: 401 }));
    await expect(checkSchema({ from: stash.url })).rejects.toMatchObject({ kind: 'UNAUTHORIZED' });
  });

  it.each(['{"hello": 1}', '{', 'type {', ''])('of a file that is no schema (%j) says so', async (text) => {
    await expect(check(text)).rejects.toThrow(SchemaSourceError);
  });
});

describe('a pull', () => {
  const introspection = JSON.stringify({
    data: introspectionFromSchema(
      buildSchema(newest.replace('type Tag {', '"A tag." type Tag {\n  colour: String')),
    ),
  });

  it('writes the pruned schema as the snapshot of its version, and of the newest also as stash.graphql', async () => {
    await using world = await withFile('saved.json', introspection);
    const options = { from: world.file, schemaFolder: world.folder };
    const files = ['stash/0.30.graphql', 'stash.graphql'];
    const first = await pullSchema({ ...options, version: 'v0.30.1' });
    expect(first).toEqual({ key: '0.30', files: files.map((path) => ({ path, changed: true })), spared: [] });
    expect(await readFile(join(world.folder, 'stash.graphql'), 'utf8')).toBe(newest);
    const again = await pullSchema({ ...options, version: 'v0.30.1' });
    expect(again.files).toEqual(files.map((path) => ({ path, changed: false })));
    const older = await pullSchema({ ...options, version: '0.29' });
    expect(older.files).toEqual([{ path: 'stash/0.29.graphql', changed: true }]);
  });

  it('needs to know the version', async () => {
    await using world = await withFile('saved.json', introspection);
    await expect(pullSchema({ from: world.file, schemaFolder: world.folder })).rejects.toThrow(
      SchemaPullError,
    );
    await expect(
      pullSchema({ from: world.file, schemaFolder: world.folder, version: '../x' }),
    ).rejects.toThrow('../x');
  });

  it('writes nothing when an operation would not work there', async () => {
    await using world = await withFile('v0.26.2.graphql', alter(/  groups: \[SceneGroup!\]!\n/, ''));
    const pull = pullSchema({ from: world.file, schemaFolder: world.folder });
    await expect(pull).rejects.toThrow('operations/find-scene.graphql');
    expect(readdirSync(world.folder)).toEqual(['v0.26.2.graphql']);
  });
});

describe('a version', () => {
  it.each([
    ['v0.30.1', '0.30'],
    ['0.27', '0.27'],
    ['v0.30.1-80-gcf3489efd', 'develop'],
    ['develop', 'develop'],
    ['', undefined],
    ['../../x', undefined],
    ['v0.30.1/..', undefined],
  ])('%s is kept as %s', (version, key) => {
    expect(toVersionKey(version)).toBe(key);
  });

  it('comes after all smaller ones, by number and not by text', () => {
    expect(['develop', '0.30', '0.9', '1.0', '0.27'].sort(compareVersionKeys)).toEqual([
      '0.9',
      '0.27',
      '0.30',
      '1.0',
      'develop',
    ]);
  });
});
