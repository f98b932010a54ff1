import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startScriptedStash } from '../support/scripted-stash.ts';
import { toStashState } from '../../src/stash/capabilities.ts';
import type { GraphqlAnswer } from '../../src/stash/graphql-answer.ts';
import { StashError } from '../../src/stash/stash-error.ts';
import { toScene } from '../../src/stash/to-scene.ts';
import { createStashTransport, type ImagePath } from '../../src/stash/transport.ts';

interface Recording {
  readonly name: string;
  readonly request: { readonly method: string; readonly path: string };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  };
}

const folder = fileURLToPath(new URL('../../../shared/stash-recordings/', import.meta.url));
const versions = ['v0.25.1', 'v0.30.1', 'develop'];

/** What each exchange that went wrong must come to; all others must bring data. Exact for 0.30 and later. */
const FAILURES: Readonly<Record<string, string>> = {
  'auth-bearer': 'UNAUTHORIZED',
  'auth-missing': 'UNAUTHORIZED',
  'auth-wrong-key': 'UNAUTHORIZED',
  'error-batch': 'INVALID_OPERATION',
  'error-content-type': 'INVALID_OPERATION',
  'error-data-and-error': 'RESOLVER ID_NOT_FOUND',
  'error-no-query': 'INVALID_OPERATION',
  'error-not-json': 'INVALID_OPERATION',
  'error-syntax': 'INVALID_OPERATION',
  'error-validation': 'INVALID_OPERATION UNKNOWN_MEMBER Scene.nope',
  'error-validation-accept-any': 'INVALID_OPERATION UNKNOWN_MEMBER Scene.nope',
  'error-validation-no-accept': 'INVALID_OPERATION UNKNOWN_MEMBER Scene.nope',
  'error-variable-missing': 'INVALID_OPERATION',
  'error-variable-type': 'INVALID_OPERATION',
  'file-alias-one-missing': 'RESOLVER FILE_NOT_FOUND',
  'file-case': 'RESOLVER FILE_NOT_FOUND',
  'file-miss': 'RESOLVER FILE_NOT_FOUND',
  'folder-miss': 'RESOLVER FILE_NOT_FOUND',
  'migration-find-scenes': 'RESOLVER NIL_POINTER',
  'open-api-key': 'UNAUTHORIZED',
  'path-and-or-together': 'RESOLVER UNSUPPORTED_FILTER',
  'path-modifier-unsupported': 'RESOLVER UNSUPPORTED_FILTER',
  'path-or-31': 'RESOLVER TOO_MANY_TERMS',
  'path-regex-invalid': 'RESOLVER BAD_PATTERN',
  'path-regex-lookahead': 'RESOLVER BAD_PATTERN',
  'performers-ids-unknown': 'RESOLVER ID_NOT_FOUND',
  'public-access': 'TRIPWIRE',
  'public-access-after': 'TRIPWIRE',
  'scenes-ids-duplicate': 'RESOLVER ID_NOT_FOUND',
  'scenes-ids-unknown': 'RESOLVER ID_NOT_FOUND',
  'scenes-sort-unknown': 'RESOLVER INVALID_SORT',
  'setup-find-scenes': 'RESOLVER NIL_POINTER',
};

/** Where 0.25, which is below our floor, differs. */
const FAILURES_IN_025: Readonly<Record<string, string>> = {
  'error-no-query': 'RESOLVER OTHER',
  'file-hit': 'INVALID_OPERATION UNKNOWN_MEMBER Query.findFile',
  'scenes-sort-unknown': 'RESOLVER OTHER',
};

const IMAGES: Readonly<Record<string, string>> = {
  'auth-missing-image': 'UNAUTHORIZED',
  'auth-wrong-key-image': 'UNAUTHORIZED',
  'open-api-key-image': 'UNAUTHORIZED',
  'auth-login-page': 'UNAUTHORIZED WEB_PAGE',
  'migration-image': 'SERVER_ERROR',
  'setup-image': 'SERVER_ERROR',
  'public-access-after-image': 'TRIPWIRE',
  'image-not-modified': '304',
  'image-performer-unknown': '404',
  'image-scene-unknown': '404',
  'image-scene-not-a-number': 'GARBAGE NOT_JSON',
};

function listRecordings(version: string): readonly Recording[] {
  return readdirSync(folder + version).map(
    (file) => JSON.parse(readFileSync(`${folder}${version}/${file}`, 'utf8')) as Recording,
  );
}

function toBytes(body: unknown): unknown {
  const isBinary = typeof body === 'object' && body !== null && 'base64' in body;
  return isBinary ? Buffer.from(String(body.base64), 'base64') : body;
}

function toWords(error: unknown): string {
  if (!(error instanceof StashError)) throw error;
  const { kind, code, member } = error;
  const said = code === 'INVALID_DOCUMENT' ? undefined : code;
  return [kind, said, member].filter((word) => word !== undefined).join(' ');
}

async function replay<T>({ response }: Recording, ask: (url: string) => Promise<T>): Promise<T> {
  const headers = { ...response.headers };
  await using stash = await startScriptedStash(() => ({
    status: response.status,
    headers,
    body: toBytes(response.body),
  }));
  return await ask(stash.url);
}

const post = (recording: Recording) =>
  replay(recording, (url) => createStashTransport({ baseUrl: url }).post({ query: '{recorded}' }));

/** Everything in an error that could reach a log. */
function unfold(error: unknown): string {
  return error instanceof Error ? `${error.message} ${JSON.stringify(error)} ${unfold(error.cause)}` : '';
}

describe.runIf(existsSync(folder))('recorded exchanges with a real Stash', () => {
  describe.each(versions)('%s', (version) => {
    const recordings = existsSync(folder) ? listRecordings(version) : [];
    const graphql = recordings.filter(
      ({ request }) => request.method === 'POST' && request.path === '/graphql',
    );

    it('are all understood: data is data, and every failure has its class', async () => {
      const differing = version === 'v0.25.1' ? FAILURES_IN_025 : {};
      for (const recording of graphql) {
        const got = await post(recording).then(checkData, toWords);
        expect([recording.name, got]).toEqual([recording.name, expectedOf(recording, differing)]);
      }
      expect(graphql.length).toBeGreaterThan(80);

      function checkData({ data }: GraphqlAnswer): string {
        return Object.keys(data).length > 0 ? 'DATA' : 'NO DATA';
      }
    });

    function expectedOf({ name }: Recording, differing: Readonly<Record<string, string>>): string {
      return differing[name] ?? FAILURES[name] ?? 'DATA';
    }

    it('say nothing of SQL, paths or request bodies when they fail', async () => {
      for (const recording of graphql) {
        const error = await post(recording).catch((thrown: unknown) => thrown);
        expect(unfold(error)).not.toMatch(/SELECT|library|strconv|version\{version/i);
      }
    });

    it('keep the failure of a part beside the data', async () => {
      const recording = graphql.find(({ name }) => name === 'scene-id-not-a-number');
      expect(recording && (await post(recording))).toEqual({
        data: { findScene: null },
        failures: [{ path: ['findScene'], code: 'BAD_ID' }],
      });
    });

    it('give every scene as ours, without empty texts', async () => {
      let scenes = 0;
      for (const recording of graphql) {
        const answer = await post(recording).catch(() => undefined);
        for (const raw of listScenes(answer?.data)) {
          const scene = toScene(raw);
          scenes += 1;
          expect(JSON.stringify(scene)).not.toMatch(
            /"(title|code|details|director|date|name|disambiguation|oshash)":(""|null)/,
          );
          expect(scene.files.map((file) => file.path)).toEqual((raw.files ?? []).map((file) => file?.path));
        }
      }
      expect(scenes).toBeGreaterThan(20);
    });

    it('give pictures as they come and refusals as errors', async () => {
      const images = recordings.filter(({ name, request }) => request.method === 'GET' && isImage(name));
      for (const recording of images) {
        const got = await replay(recording, async (url) => {
          const path = recording.request.path as ImagePath;
          const response = await createStashTransport({ baseUrl: url }).getImage(path);
          await response.body?.cancel();
          return String(response.status);
        }).catch(toWords);
        expect([recording.name, got]).toEqual([
          recording.name,
          IMAGES[recording.name] ?? String(recording.response.status),
        ]);
      }
      expect(images.length).toBeGreaterThan(20);
    });

    it('tell the state of the server', async () => {
      const probe = async (name: string) => {
        const recording = graphql.find((other) => other.name === name);
        return recording ? (await post(recording)).data : {};
      };
      const offered = (groups: boolean) => ({
        scene: { fields: [{ name: 'id' }, ...(groups ? [{ name: 'groups' }] : [])] },
      });
      expect(toStashState(await probe('setup-status'), offered(true)).kind).toBe('NOT_SET_UP');
      expect(toStashState(await probe('migration-status'), offered(true)).kind).toBe('NEEDS_MIGRATION');
      expect(toStashState(await probe('server-status'), offered(false)).kind).toBe('TOO_OLD');
      expect(toStashState(await probe('server-status'), offered(true)).kind).toBe('CONNECTED');
    });
  });
});

function isImage(name: string): boolean {
  return name.startsWith('image-') || name in IMAGES;
}

type RawScene = NonNullable<Parameters<typeof toScene>[0]> & {
  readonly files?: readonly { readonly path: string }[];
};

/** Whole scenes anywhere in an answer: those asked for with their files. */
function listScenes(data: unknown): readonly RawScene[] {
  if (typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.flatMap(listScenes);
  if ('files' in data && 'title' in data && 'id' in data) return [data as RawScene];
  return Object.values(data).flatMap(listScenes);
}
