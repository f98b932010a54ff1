import { once } from 'node:events';
import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { generateLibrary } from '../../../simulators/library/generate-library.ts';
import type { Fault } from '../../../simulators/stash/faults.ts';
import { startStashSimulator } from '../../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../../simulators/stash/stash-simulator.ts';
import { askStash } from './ask-stash.ts';
import { untilInFlight } from './until-in-flight.ts';

const library = generateLibrary({ scenes: 20 });
const QUERY = 'query Find{findScene(id:1){id}}';

async function withFault<Result>(
  fault: Fault,
  use: (stash: StashSimulator) => Promise<Result>,
): Promise<Result> {
  await using stash = await startStashSimulator({ library });
  stash.faults.set(fault);
  return await use(stash);
}

/** What became of so many requests, one after the other. */
async function listOutcomes(fault: Fault, requests: number): Promise<readonly string[]> {
  return withFault(fault, async ({ url }) => {
    const outcomes = [];
    for (let request = 0; request < requests; request += 1) outcomes.push(await findOutcome(url));
    return outcomes;
  });
}

async function findOutcome(url: string): Promise<string> {
  const response = await fetch(`${url}/graphql?query=${encodeURIComponent(QUERY)}`);
  if (response.status !== 200) return `HTTP_${response.status}`;
  const text = await response.text().catch(() => 'CUT');
  if (text === 'CUT') return text;
  return text.startsWith('{') ? 'RIGHT' : 'GARBAGE';
}

describe('faults', () => {
  it('answer 500, garbage or 401', async () => {
    await withFault({ kind: 'HTTP_500' }, async ({ url }) => {
      expect((await fetch(`${url}/graphql?query={version{hash}}`)).status).toBe(500);
    });
    await withFault({ kind: 'GARBAGE' }, async ({ url }) => {
      await expect(askStash(url, QUERY)).rejects.toThrow(SyntaxError);
    });
    await withFault({ kind: 'UNAUTHORIZED' }, async ({ url }) => {
      expect((await askStash(url, QUERY)).status).toBe(401);
    });
  });

  it('show a server that is not set up, whose version and status answer all the same', async () => {
    await withFault({ kind: 'SETUP' }, async ({ url }) => {
      const reply = await askStash(url, '{systemStatus{status} configuration{general{stashes{path}}}}');
      const scenes = await askStash(url, '{findScenes{count}}');

      expect(reply.data).toEqual({
        systemStatus: { status: 'SETUP' },
        configuration: { general: { stashes: [] } },
      });
      expect(scenes).toMatchObject({ status: 200, data: null });
      expect(scenes.errors[0]?.message).toContain('nil pointer dereference');
      expect((await fetch(`${url}/scene/1/screenshot`)).status).toBe(500);
    });
  });

  it('show a server that waits for a migration', async () => {
    await withFault({ kind: 'MIGRATION' }, async ({ url }) => {
      const { data } = await askStash(url, '{systemStatus{status databaseSchema appSchema}}');

      expect(data).toEqual({
        systemStatus: { status: 'NEEDS_MIGRATION', databaseSchema: 74, appSchema: 75 },
      });
    });
  });

  it('cut the connection in the middle of an answer', async () => {
    await withFault({ kind: 'CUT' }, async ({ url }) => {
      await expect(askStash(url, QUERY)).rejects.toThrow('terminated');
    });
  });

  it('send a body without an end, for as long as somebody reads', async () => {
    await withFault({ kind: 'HUGE' }, async (stash) => {
      const [response] = (await once(get(`${stash.url}/scene/1/screenshot`), 'response')) as [
        NodeJS.ReadableStream,
      ];
      let bytes = 0;
      for await (const chunk of response) {
        bytes += chunk.length;
        if (bytes > 20_000_000) break;
      }

      expect(bytes).toBeGreaterThan(20_000_000);
    });
  });

  it('leave a request hanging until its caller goes', async () => {
    await withFault({ kind: 'HANG' }, async (stash) => {
      const caller = new AbortController();
      const request = fetch(`${stash.url}/graphql?query={version{hash}}`, { signal: caller.signal });
      await untilInFlight(stash, 1);
      caller.abort();

      await expect(request).rejects.toThrow('aborted');
      await untilInFlight(stash, 0);
    });
  });

  it('answer late, but right', async () => {
    await withFault({ kind: 'SLOW', ms: 5 }, async ({ url }) => {
      expect((await askStash(url, QUERY)).data).toEqual({ findScene: { id: '1' } });
    });
  });

  it('make exactly one of every hundred answers wrong, in one way after the other, and the same ones again', async () => {
    const fault = {
      kind: 'UNRELIABLE',
      ms: 0,
      errorsInHundred: 1,
      ways: ['HTTP_500', 'GARBAGE', 'CUT'],
    } as const;
    const runs = await Promise.all([listOutcomes(fault, 300), listOutcomes(fault, 300)]);
    const [first] = runs;

    expect(runs[1]).toEqual(first);
    expect(first.filter((outcome) => outcome !== 'RIGHT')).toEqual(['HTTP_500', 'GARBAGE', 'CUT']);
    for (const from of [0, 100, 200])
      expect(first.slice(from, from + 100).filter((outcome) => outcome === 'RIGHT')).toHaveLength(99);
  });

  it('make answers wrong only where they are scoped to, and count them', async () => {
    const fault = { kind: 'UNRELIABLE', ms: 1, errorsInHundred: 100, ways: ['HTTP_500'] } as const;
    await using stash = await startStashSimulator({ library });
    stash.faults.set(fault, { on: 'GRAPHQL' });
    expect((await fetch(`${stash.url}/scene/1/screenshot`)).status).toBe(200);
    expect(stash.faults.errorsGiven).toBe(0);
    expect(await findOutcome(stash.url)).toBe('HTTP_500');
    expect(stash.faults.errorsGiven).toBe(1);
  });

  it('hit only the next requests when told so', async () => {
    await using stash = await startStashSimulator({ library });
    stash.faults.set({ kind: 'UNAUTHORIZED' }, { next: 2 });
    const statuses = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await askStash(stash.url, QUERY)).status);

    expect(statuses).toEqual([401, 401, 200, 200]);
    expect(stash.faults.current).toEqual({ kind: 'NONE' });
  });

  it('hit only pictures, or only one operation, when told so', async () => {
    await using stash = await startStashSimulator({ library });
    stash.faults.set({ kind: 'UNAUTHORIZED' }, { on: 'PICTURES' });
    expect((await askStash(stash.url, QUERY)).status).toBe(200);
    expect((await fetch(`${stash.url}/scene/1/screenshot`)).status).toBe(401);

    stash.faults.set({ kind: 'UNAUTHORIZED' }, { operationName: 'Other' });
    expect((await askStash(stash.url, QUERY)).status).toBe(200);
    expect((await askStash(stash.url, 'query Other{version{hash}}')).status).toBe(401);
  });
});

describe('read connections', () => {
  it('let the eleventh reader wait until one of ten is done', async () => {
    await using stash = await startStashSimulator({ library, readConnections: 10 });
    stash.faults.set({ kind: 'HANG' }, { next: 10 });
    const callers = Array.from({ length: 10 }, () => new AbortController());
    const hanging = Promise.allSettled(
      callers.map(({ signal }) => fetch(`${stash.url}/graphql?query={version{hash}}`, { signal })),
    );
    await untilInFlight(stash, 10);
    const eleventh = askStash(stash.url, QUERY);
    await untilInFlight(stash, 11);
    callers[0]?.abort();

    expect((await eleventh).data).toEqual({ findScene: { id: '1' } });
    for (const caller of callers) caller.abort();
    expect((await hanging).every(({ status }) => status === 'rejected')).toBe(true);
  });
});

describe('stopping', () => {
  it('closes the port and a restart opens the same one', async () => {
    const stash = await startStashSimulator({ library });
    const { url } = stash;
    await stash.stop();
    await expect(askStash(url, QUERY)).rejects.toThrow('fetch failed');
    await stash.restart();

    expect(stash.url).toBe(url);
    expect((await askStash(url, QUERY)).status).toBe(200);
    await stash.stop();
    await stash.stop();
  });

  it('does not wait for requests that hang', async () => {
    const stash = await startStashSimulator({ library });
    stash.faults.set({ kind: 'HANG' });
    const request = fetch(`${stash.url}/graphql?query={version{hash}}`);
    const failed = expect(request).rejects.toThrow('fetch failed');
    await untilInFlight(stash, 1);
    await stash.stop();

    await failed;
  });
});
