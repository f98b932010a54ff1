import { printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SimulatedLibrary } from '../../../simulators/library/simulated-library.ts';
import { startStashSimulator } from '../../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../../simulators/stash/stash-simulator.ts';
import type { StashVersion } from '../../../simulators/stash/stash-version.ts';
import { rebuildLibrary } from './rebuild-library.ts';
import {
  type RecordedExchange,
  hasRecordings,
  readExchanges,
  readRecordedSchema,
  readStudioIds,
} from './recorded-exchange.ts';
import { RULES, UNKNOWN_FIELDS, ruleFor } from './replay-plan.ts';
import { type ReplayedAnswer, project, replay, trimBody } from './replay-exchange.ts';

const VERSIONS: readonly (readonly [string, StashVersion])[] = hasRecordings()
  ? [
      ['v0.30.1', '0.30'],
      ['develop', 'develop'],
    ]
  : [];

const HEADERS = ['content-type', 'cache-control', 'location', 'www-authenticate'];
const DEFAULT_ETAGS =
  /5aedb3fa13f6bcea641a6957afd2390d|26be8b22fc11bf234b6d7f78f52abd1d|92030fbe98581575171e88382a9ba03c/;

describe('the plan of what is replayed', () => {
  it('gives a reason wherever an answer is not compared whole', () => {
    const silent = RULES.filter((rule) => rule.extent !== 'BODY' && !/\w+ \w+ \w+/.test(rule.why ?? ''));

    expect(silent).toEqual([]);
  });
});

describe.each(VERSIONS)('beside a recorded Stash %s', (recordedVersion, version) => {
  const exchanges = readExchanges(recordedVersion);
  const schema = readRecordedSchema(recordedVersion);
  const library = rebuildLibrary(schema, exchanges, readStudioIds(recordedVersion));
  const replayed = [...exchanges.keys()].filter((name) => ruleFor(name).extent !== null);
  const servers = new Map<string, StashSimulator>();

  beforeAll(async () => {
    const common = { library, version, schemaSdl: printSchema(schema) };
    for (const name of ['', 'auth-', 'setup-', 'migration-', 'public-access', 'public-access-after']) {
      servers.set(name, await startStashSimulator(name === 'auth-' ? { ...common, apiKey: 'KEY' } : common));
    }
    servers.get('setup-')?.faults.set({ kind: 'SETUP' });
    servers.get('migration-')?.faults.set({ kind: 'MIGRATION' });
    await fetch(`${servers.get('public-access-after')?.url}/`, { headers: { 'x-forwarded-for': '8.8.8.8' } });
  });

  afterAll(async () => {
    for (const server of servers.values()) await server.stop();
  });

  /** From the server with the longest prefix that the name starts with. */
  async function answer(name: string): Promise<{ recorded: RecordedExchange; actual: ReplayedAnswer }> {
    const recorded = exchanges.get(name);
    const [, server] = [...servers].findLast(([prefix]) => name.startsWith(prefix)) ?? [];
    if (!recorded || !server) throw new RangeError(`expected a recorded exchange, but got: ${name}`);
    const body = trimBody(recorded, schema, UNKNOWN_FIELDS);
    return { recorded, actual: await replay(server.url, recorded, body) };
  }

  it.each(replayed)('answers %s as it did', async (name) => {
    const { recorded, actual } = await answer(name);
    const { status, headers, body } = recorded.response;

    expect(actual.status).toBe(status);
    for (const header of HEADERS) expect(actual.headers[header], header).toBe(headers[header]);
    if (DEFAULT_ETAGS.test(headers['etag'] ?? '')) expect(actual.headers['etag']).toBe(headers['etag']);
    if (ruleFor(name).extent !== 'HEADERS_ONLY' && !hasPicture(recorded)) {
      const [expected, shown] = [sortIfLoose(name, body), sortIfLoose(name, read(actual.body, typeof body))];
      expect(shown).toEqual(projectData(expected, shown));
    }
  });

  it('shows SQL and paths in the message about thirty-one paths in one filter', async () => {
    const { recorded, actual } = await answer('path-or-31');
    const paths = JSON.stringify(recorded.request.body).match(/\/library\/[^"]+\.mp4/g) ?? [];
    const message = (JSON.parse(actual.body) as { errors: { message: string }[] }).errors[0]?.message ?? '';

    expect(paths.length).toBeGreaterThan(20);
    expect(message).toMatch(/SELECT .* parser stack overflow$/);
    for (const path of paths.filter((candidate) => !candidate.includes('\\')))
      expect(message).toContain(path);
  });

  it('rebuilds as many scenes and files as the real library had', () => {
    expect(library.scenes).toHaveLength(49);
    expect(filesOf(library)).toBe(48);
  });

  it('gives 25 scenes and the full count when a list is asked for without filter or with no ids', async () => {
    const { actual } = await answer('scenes-ids-empty');
    const { findScenes } = (
      JSON.parse(actual.body) as { data: { findScenes: { count: number; scenes: unknown[] } } }
    ).data;

    expect(findScenes.count).toBe(49);
    expect(findScenes.scenes).toHaveLength(25);
  });
});

/** Fields that were not asked for are left out of the recorded data; errors and all else have to be the same. */
function projectData(recorded: unknown, shown: unknown): unknown {
  if (typeof recorded !== 'object' || recorded === null || !('data' in recorded)) return recorded;
  return { ...recorded, data: project(recorded.data, (shown as { data?: unknown }).data) };
}

function read(body: string, kind: string): unknown {
  return kind === 'object' ? JSON.parse(body) : body;
}

/** Puts the scenes of an answer in the order of their ids where their recorded order cannot be told. */
function sortIfLoose(name: string, body: unknown): unknown {
  if (ruleFor(name).extent !== 'ROWS') return body;
  const { data } = body as { data: { findScenes: { count: number; scenes: { id: string }[] } } };
  const scenes = data.findScenes.scenes.toSorted((a, b) => Number(a.id) - Number(b.id));
  return { data: { findScenes: { ...data.findScenes, scenes } } };
}

function hasPicture({ response }: RecordedExchange): boolean {
  return typeof response.body === 'object' && response.body !== null && 'base64' in response.body;
}

function filesOf(library: SimulatedLibrary): number {
  return library.scenes.reduce((sum, scene) => sum + scene.files.length, 0);
}
