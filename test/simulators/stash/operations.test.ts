import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateLibrary } from '../../../simulators/library/generate-library.ts';
import { readSchemaSdl } from '../../../simulators/stash/build-schema.ts';
import { startStashSimulator } from '../../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../../simulators/stash/stash-simulator.ts';
import type { StashVersion } from '../../../simulators/stash/stash-version.ts';
import { askStash } from './ask-stash.ts';

const VERSIONS: readonly StashVersion[] = ['0.27', '0.28', '0.29', '0.30', 'develop'];
const FOLDER = join(import.meta.dirname, '../../../operations');
const FRAGMENT = readFileSync(join(FOLDER, 'fragments/whole-scene.graphql'), 'utf8');
const DOCUMENTS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => [file, readDocument(file)] as const);

const library = generateLibrary({ scenes: 200 });
const file = library.scenes[20]?.files[0];
const VARIABLES = {
  path: file?.path,
  oshash: file?.oshash,
  id: String(library.scenes[20]?.id),
  pattern: '(?i)\\.mp4$',
  since: '2020-01-01T00:00:00+01:00',
  after: 0,
  page: 1,
  perPage: 5,
};

function readDocument(file: string): string {
  const document = readFileSync(join(FOLDER, file), 'utf8');
  return document.includes('...WholeScene') ? document + FRAGMENT : document;
}

describe.each(VERSIONS)('a simulated Stash %s', (version) => {
  let stash: StashSimulator;
  beforeAll(async () => {
    stash = await startStashSimulator({ library, version });
  });
  afterAll(() => stash.stop());

  const schema = buildSchema(readSchemaSdl(version));
  const [offered, missing] = [true, false].map((fits) =>
    DOCUMENTS.filter(([, document]) => (validate(schema, parse(document)).length === 0) === fits),
  ) as [typeof DOCUMENTS, typeof DOCUMENTS];

  it.each(offered)('answers %s with data', async (_file, document) => {
    const { status, data, errors } = await askStash(stash.url, document, VARIABLES);

    expect(errors).toEqual([]);
    expect(status).toBe(200);
    expect(Object.keys(data ?? {})).not.toEqual([]);
  });

  it('refuses the operations that its schema lacks with 422 and a code', async () => {
    for (const [, document] of missing) {
      const { status, errors } = await askStash(stash.url, document, VARIABLES);

      expect(status).toBe(422);
      expect(errors[0]?.extensions?.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    expect(missing.length > 0).toBe(version.startsWith('0.2'));
  });
});

describe('a simulated Stash', () => {
  it('serves whatever schema it is given', async () => {
    const schemaSdl = readSchemaSdl('develop').replace('  director: String\n', '');
    await using stash = await startStashSimulator({ library, schemaSdl });
    const { status, errors } = await askStash(stash.url, '{findScene(id:1){director}}');

    expect(status).toBe(422);
    expect(errors[0]?.message).toContain('Cannot query field "director" on type "Scene"');
  });

  it('answers introspection', async () => {
    await using stash = await startStashSimulator({ library, version: '0.29' });
    const { data } = await askStash(stash.url, '{__type(name:"SceneFilterType"){inputFields{name}}}');

    expect(JSON.stringify(data)).toContain('is_missing');
    expect(JSON.stringify(data)).not.toContain('files_filter');
  });

  it('refuses an unknown field with 422 to older and to JSON callers and with 400 to all others', async () => {
    await using old = await startStashSimulator({ library, version: '0.28' });
    await using young = await startStashSimulator({ library, version: '0.29' });
    const ask = (url: string, accept: string) => askStash(url, '{findScene(id:1){nope}}', {}, { accept });

    expect((await ask(old.url, '*/*')).status).toBe(422);
    expect((await ask(young.url, 'application/json')).status).toBe(422);
    const refused = await ask(young.url, '*/*');
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toBe('application/graphql-response+json');
  });
});
