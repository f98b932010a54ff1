import { request as httpRequest } from 'node:http';
import { Writable } from 'node:stream';
import type { ApiDependencies } from '../../src/api/api-dependencies.ts';
import { createAdmin } from '../../src/api/create-admin.ts';
import { registerGapGauges } from '../../src/api/register-gap-gauges.ts';
import { createReadRawScenes } from '../../src/api/scenes/read-raw-scenes.ts';
import type { PullKind } from '../../src/catalog/catalog-store.ts';
import type { FoundGap } from '../../src/gaps/gap.ts';
import { startListener } from '../../src/http/listener.ts';
import { Secret } from '../../src/lib/secret.ts';
import { createMatcher } from '../../src/matching/match-file.ts';
import { RecentMatches } from '../../src/matching/recent-matches.ts';
import { asPlexPath } from '../../src/model/file-paths.ts';
import { toSceneId } from '../../src/model/ids.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { createPathMapper } from '../../src/paths/create-path-mapper.ts';
import { createCatalogIndex } from '../../src/store/create-catalog-index.ts';
import { createGapStore } from '../../src/store/create-gap-store.ts';
import { GapWorld } from './gap-world.ts';
import { type Script, readGraphql, startScriptedStash } from './scripted-stash.ts';
import { createTestAdapter } from './stash-adapter.ts';
import { wholeScene } from './whole-scene.ts';

export interface ApiWorldOptions {
  readonly token?: string;
  /** Where every request seems to come from. */
  readonly address?: string;
  readonly script?: Script;
  /** Puts ports of the test's own in place. */
  readonly ports?: Partial<ApiDependencies>;
}

export interface GraphqlReply {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}

export type ApiWorld = Awaited<ReturnType<typeof startApiWorld>>;

/** A Stash that has every scene, named after its id. */
export const hasEveryScene: Script = (request) => {
  const ids = Object.entries(readGraphql(request).variables);
  const scenes = ids.map(([alias, id]) => [alias, wholeScene(String(id), { title: `Scene ${String(id)}` })]);
  return { body: { data: Object.fromEntries(scenes) as unknown } };
};

/** The admin listener with the API, on a real port, over real gaps in a real database and a scripted Stash. */
export async function startApiWorld({ token, address, script, ports = {} }: ApiWorldOptions = {}) {
  const world = new GapWorld();
  const stash = await startScriptedStash(script ?? hasEveryScene);
  const adapter = createTestAdapter(stash.url);
  const stopping = new AbortController();
  const recent = new RecentMatches();
  const refreshed: PullKind[] = [];
  const log: string[] = [];
  const metrics = createMetrics();
  registerGapGauges(metrics.registry, () => world.gaps.listGauges());
  const api: ApiDependencies = {
    version: '1.2.3',
    startedAt: world.clock.now(),
    listProblems: () => [],
    stash: () => ({ version: 'v0.30.0', breaker: adapter.guards.breaker.state() }),
    catalog: {
      state: () => ({ kind: 'COMPLETE', completedAt: world.clock.now(), scenes: 0, queued: 0 }),
      countScenes: () => world.catalog.countScenes(),
      countFiles: () => world.catalog.countScenes(),
      refresh: (kind) => void refreshed.push(kind),
    },
    gaps: world.gaps,
    findNextSweepAt: () => undefined,
    paths: { rules: [], listHits: () => [], findRoundTrip: () => undefined },
    listRecentMatches: (filter) => recent.list(filter),
    explainMatch: createExplainer(world),
    readScenes: createReadRawScenes(adapter.client),
    stopping: stopping.signal,
    ...ports,
  };
  const admin = createAdmin({
    host: '127.0.0.1',
    token: token === undefined ? undefined : new Secret(token),
    health: { listProblems: () => [], describe: () => ({}) },
    metrics,
    updateGauges: () => undefined,
    logger: createLogger({ level: 'debug', format: 'json', paths: 'full' }, toLines(log)),
    api,
    ...(address !== undefined && { addressOf: () => address }),
  });
  const handle = admin.callback();
  const listener = await startListener('127.0.0.1', 0, (req, res) => void handle(req, res));
  const url = `http://127.0.0.1:${listener.address.port}`;

  async function ask(query: string, headers: Readonly<Record<string, string>> = {}): Promise<GraphqlReply> {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    const body = (await answer.json()) as Partial<GraphqlReply>;
    return { status: answer.status, data: body.data, errors: body.errors ?? [] };
  }

  async function stop(): Promise<void> {
    stopping.abort(new Error('the service is stopping'));
    await listener.stop(5_000);
  }

  return {
    world,
    stash,
    recent,
    refreshed,
    log,
    url,
    ask,
    stop,
    async [Symbol.asyncDispose](): Promise<void> {
      await stop();
      await world.close();
      await stash[Symbol.asyncDispose]();
    },
  };
}

/** Writes a gap down as a sweep would have. */
export function putGap(world: GapWorld, found: Partial<FoundGap> & { readonly subject: string }): string {
  const at = world.clock.now();
  const path = { plexPath: asPlexPath(found.subject) };
  const gap = { kind: 'NOT_IN_STASH', reason: 'NO_SUCH_FILE', ...path, ...found } as const;
  const life = { status: { state: 'OPEN' }, foundBy: 'SWEEP', firstSeenAt: at, lastSeenAt: at } as const;
  const store = createGapStore(world.opened.database);
  return store.insertGap({ ...gap, ...life }, { byName: false, changedAt: at }).id;
}

/** A gap about each of the scenes 1 to `count`. */
export function putSceneGaps(world: GapWorld, count: number): void {
  for (let id = 1; id <= count; id += 1) {
    const facts = { kind: 'STALE', reason: 'CHANGED_SINCE_SERVED', sceneId: toSceneId(String(id)) } as const;
    putGap(world, { subject: String(id), ...facts });
  }
}

/** A request with headers that `fetch` does not let one set, such as Host. */
export function sendRaw(
  url: string,
  options: {
    readonly method?: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  },
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers, body } = options;
    const request = httpRequest(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

function createExplainer(world: GapWorld): ApiDependencies['explainMatch'] {
  return createMatcher({
    catalog: createCatalogIndex(world.opened.database),
    paths: createPathMapper([]),
    plexRoots: () => world.roots.map(asPlexPath),
    lookup: async () => ({ kind: 'NOTHING' }),
    readScene: async () => ({ kind: 'GONE' }),
    parseGuid: () => undefined,
    policy: 'filename',
    adultResults: 'always',
    clock: world.clock,
    onExplained: () => undefined,
  });
}

function toLines(log: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(chunk.toString());
      done();
    },
  });
}
