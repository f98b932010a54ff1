import { describe, expect, it } from 'vitest';
import { startScriptedStash, type Script } from '../support/scripted-stash.ts';
import { createTestAdapter } from '../support/stash-adapter.ts';
import { answerScenes, operationOf } from '../support/stash-library.ts';
import { wholeScene } from '../support/whole-scene.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { Secret } from '../../src/lib/secret.ts';
import { toSceneId } from '../../src/model/ids.ts';
import { createSceneReader } from '../../src/stash/scene-reader.ts';
import { createStashConnection } from '../../src/stash/stash-connection.ts';
import { createStashSource } from '../../src/stash/stash-source.ts';
import { toUnknownCause } from '../../src/stash/to-unknown-cause.ts';

const library = new Map([['1', wholeScene('1', { title: 'One' })]]);
const id = toSceneId('1');

async function setUp(script: Script) {
  const server = await startScriptedStash(script);
  const operations: string[] = [];
  const { client, guards, clock } = createTestAdapter(server.url, {
    apiKey: new Secret('k3y'),
    clock: systemClock,
    retries: 2,
    describe: (error) => toUnknownCause(error).detail,
    onCall: ({ operation, outcome }) => operations.push(`${operation} ${outcome}`),
  });
  const connection = createStashConnection({ client, breaker: guards.breaker, clock });
  const scenes = createSceneReader({ client: connection.client, clock });
  const source = createStashSource({
    client: connection.client,
    capabilities: () => connection.capabilities(),
  });
  const stash = { connection, scenes, source, guards, breaker: guards.breaker };
  return { server, stash, operations, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

describe('the whole adapter', () => {
  it('asks nothing by itself, reads a scene, and then looks who answered', async () => {
    const requests: string[] = [];
    await using world = await setUp((request) => {
      requests.push(operationOf(request));
      return answerScenes(request, library);
    });
    expect(requests).toEqual([]);
    expect(await world.stash.scenes.read(id)).toMatchObject({ kind: 'FOUND', scene: { title: 'One' } });
    await world.stash.connection.probe();
    expect(requests.sort()).toEqual(['GetCapabilities', 'GetServerState', 'ReadScenes']);
    expect(world.server.requests.every(({ headers }) => headers.apikey === 'k3y')).toBe(true);
  });

  it('heals a blip without anybody noticing', async () => {
    let blips = 2;
    await using world = await setUp((request, response) => {
      if (blips-- <= 0) return answerScenes(request, library);
      response.destroy();
      return undefined;
    });
    expect(await world.stash.scenes.read(id)).toMatchObject({ kind: 'FOUND' });
    expect(world.operations.slice(0, 3)).toEqual([
      'ReadScenes UNREACHABLE',
      'ReadScenes UNREACHABLE',
      'ReadScenes OK',
    ]);
    expect(world.stash.breaker.state().kind).toBe('CLOSED');
  });

  it('says why while Stash is away, stops asking after five failures, and tells the last error without its words', async () => {
    await using world = await setUp(() => ({ body: 'SECRET nonsense' }));
    const reasons: string[] = [];
    for (let n = 0; n < 6; n++) {
      const reading = await world.stash.scenes.read(id);
      reasons.push(reading.kind === 'UNKNOWN' ? reading.cause.reason : reading.kind);
    }
    expect(reasons).toEqual([...Array<string>(5).fill('STASH_GARBAGE'), 'BREAKER_OPEN']);
    expect(world.server.requests).toHaveLength(5);
    expect(world.stash.breaker.state().lastError?.detail).toBe(
      'The answer did not come from Stash: check STASH_URL.',
    );
  });

  it('does not take a wrong key for an outage', async () => {
    await using world = await setUp(() => ({ status: 401 }));
    for (let n = 0; n < 8; n++) {
      expect(await world.stash.scenes.read(id)).toMatchObject({ cause: { reason: 'STASH_UNAUTHORIZED' } });
    }
    expect(world.stash.breaker.state().kind).toBe('CLOSED');
  });

  it('refuses everything once stopped', async () => {
    await using world = await setUp((request) => answerScenes(request, library));
    world.stash.guards.stop();
    expect(await world.stash.scenes.read(id)).toMatchObject({
      kind: 'UNKNOWN',
      cause: { reason: 'STOPPING' },
    });
    await expect(world.stash.source.countScenes()).rejects.toThrow('stopping');
    expect(world.server.requests).toHaveLength(0);
  });
});
