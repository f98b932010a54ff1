import { parse, print } from 'graphql';
import { describe, expect, it, vi } from 'vitest';
import { startScriptedStash, type Script } from '../support/scripted-stash.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { createTestAdapter } from '../support/stash-adapter.ts';
import { answerScenes } from '../support/stash-library.ts';
import { wholeScene } from '../support/whole-scene.ts';
import { toSceneId } from '../../src/model/ids.ts';
import type { SceneReading } from '../../src/model/scene-reading.ts';
import { readWithCopy } from '../../src/stash/read-with-copy.ts';
import { composeBatch } from '../../src/stash/scene-batch.ts';
import { createSceneReader, type SceneReaderOptions } from '../../src/stash/scene-reader.ts';

const id = (n: number) => toSceneId(String(n));
const library = new Map(
  Array.from({ length: 200 }, (_, n) => [String(n + 1), wholeScene(String(n + 1), { title: `T${n + 1}` })]),
);

async function setUp(
  script: Script = (request) => answerScenes(request, library),
  options: Partial<SceneReaderOptions> = {},
) {
  const stash = await startScriptedStash(script);
  const clock = new SettableClock();
  const { client, guards } = createTestAdapter(stash.url, { clock });
  return {
    stash,
    clock,
    guards,
    reader: createSceneReader({ client, clock, ...options }),
    [Symbol.asyncDispose]: () => stash[Symbol.asyncDispose](),
  };
}

/** A script that answers only once told to. */
function gated(script: Script) {
  const gate = Promise.withResolvers<undefined>();
  const held: Script = async (request, response) => {
    await gate.promise;
    return script(request, response);
  };
  return { held, open: () => gate.resolve(undefined) };
}

function titleOf(reading: SceneReading): string | undefined {
  return reading.kind === 'FOUND' ? reading.scene.title : reading.kind;
}

describe('a scene read live', () => {
  it('is found with Stash as its source, or gone when Stash says so', async () => {
    await using world = await setUp();
    expect(await world.reader.read(id(1))).toMatchObject({
      kind: 'FOUND',
      from: 'STASH',
      scene: { id: '1', title: 'T1' },
    });
    expect(await world.reader.read(id(999))).toEqual({ kind: 'GONE' });
  });

  it('shows an edit in the next reading', async () => {
    const scenes = new Map(library);
    await using world = await setUp((request) => answerScenes(request, scenes));
    await world.reader.read(id(1));
    scenes.set('1', wholeScene('1', { title: 'Edited' }));
    expect(titleOf(await world.reader.read(id(1)))).toBe('Edited');
    expect(titleOf(await world.reader.readRecent(id(1)))).toBe('Edited');
  });

  it('travels with its neighbours in one request', async () => {
    await using world = await setUp();
    const readings = await Promise.all([1, 2, 999, 3].map((n) => world.reader.read(id(n))));
    expect(readings.map(titleOf)).toEqual(['T1', 'T2', 'GONE', 'T3']);
    expect(world.stash.requests).toHaveLength(1);
  });

  it('shares one flight with other readers of the same scene', async () => {
    const { held, open } = gated((request) => answerScenes(request, library));
    await using world = await setUp(held);
    const first = world.reader.read(id(1));
    await vi.waitUntil(() => world.stash.requests.length === 1);
    const second = world.reader.read(id(1));
    open();
    expect([await first, await second].map(titleOf)).toEqual(['T1', 'T1']);
    expect(world.stash.requests).toHaveLength(1);
  });

  it('gathers with others while requests are under way, at most 25 in one', async () => {
    const { held, open } = gated((request) => answerScenes(request, library));
    await using world = await setUp(held, { maxRequests: 1 });
    const first = world.reader.read(id(100));
    await vi.waitUntil(() => world.stash.requests.length === 1);
    const rest = Promise.all(Array.from({ length: 60 }, (_, n) => world.reader.read(id(n + 1))));
    open();
    expect(titleOf(await first)).toBe('T100');
    expect((await rest).map(titleOf)).toEqual(Array.from({ length: 60 }, (_, n) => `T${n + 1}`));
    const sizes = world.stash.requests.map(
      ({ body }) => Object.keys((JSON.parse(body) as { variables: object }).variables).length,
    );
    expect(sizes).toEqual([1, 25, 25, 10]);
  });

  it('is unknown, never gone, when its own resolver failed, and does not spoil its neighbours', async () => {
    await using world = await setUp((request) => answerScenes(request, library, new Set(['2'])));
    const readings = await Promise.all([1, 2, 3].map((n) => world.reader.read(id(n))));
    expect(readings.map(titleOf)).toEqual(['T1', 'UNKNOWN', 'T3']);
  });

  it.each([
    ['dead', { status: 503 }, 'STASH_FAILED'],
    ['refusing', { status: 401 }, 'STASH_UNAUTHORIZED'],
    ['talking nonsense', { body: 'hello' }, 'STASH_GARBAGE'],
    ['leaving scenes out', { body: { data: {} } }, 'STASH_GARBAGE'],
    ['mixing scenes up', { body: { data: { s0: wholeScene('5') } } }, 'STASH_GARBAGE'],
    ['hiding where it failed', { body: { data: { s0: null }, errors: [{ message: 'x' }] } }, 'STASH_FAILED'],
  ])('is unknown while Stash is %s', async (_name, answer, reason) => {
    await using world = await setUp(() => answer);
    expect(await world.reader.read(id(1))).toMatchObject({ kind: 'UNKNOWN', cause: { reason } });
  });

  it('is asked for anew after a failure: failures are not remembered', async () => {
    let up = false;
    await using world = await setUp((request) => (up ? answerScenes(request, library) : { status: 503 }));
    expect((await world.reader.readRecent(id(1))).kind).toBe('UNKNOWN');
    up = true;
    expect(titleOf(await world.reader.readRecent(id(1)))).toBe('T1');
  });
});

describe('a recent reading', () => {
  it('answers for 15 seconds and then is read again', async () => {
    await using world = await setUp();
    await world.reader.read(id(1));
    await world.clock.advance(14_999);
    await world.reader.readRecent(id(1));
    expect(world.stash.requests).toHaveLength(1);
    await world.clock.advance(2);
    await world.reader.readRecent(id(1));
    expect(world.stash.requests).toHaveLength(2);
  });

  it('is dropped when told to forget, also while a reading is under way', async () => {
    const { held, open } = gated((request) => answerScenes(request, library));
    await using world = await setUp(held);
    const early = world.reader.read(id(1));
    await vi.waitUntil(() => world.stash.requests.length === 1);
    world.reader.forget(id(1));
    open();
    await early;
    await world.reader.readRecent(id(1));
    expect(world.stash.requests).toHaveLength(2);
    world.reader.forget(id(1));
    await world.reader.readRecent(id(1));
    expect(world.stash.requests).toHaveLength(3);
  });
});

describe('a caller who gives up', () => {
  it('gets an unknown at once and leaves others their reading', async () => {
    const { held, open } = gated((request) => answerScenes(request, library));
    await using world = await setUp(held);
    const caller = new AbortController();
    const leaving = world.reader.read(id(1), caller.signal);
    const staying = world.reader.read(id(1), new AbortController().signal);
    await vi.waitUntil(() => world.stash.requests.length === 1);
    caller.abort(new Error('gone'));
    expect(await leaving).toMatchObject({ kind: 'UNKNOWN', cause: { reason: 'BUDGET_SPENT' } });
    open();
    expect(titleOf(await staying)).toBe('T1');
  });

  it('who was the last one cuts the request, and a later reader gets a new one', async () => {
    let answering = false;
    await using world = await setUp((request) => (answering ? answerScenes(request, library) : undefined));
    const callers = [new AbortController(), new AbortController()];
    const readings = callers.map((caller, n) => world.reader.read(id(n + 1), caller.signal));
    await vi.waitUntil(() => world.stash.requests.length === 1);
    for (const caller of callers) caller.abort(new Error('gone'));
    await vi.waitUntil(() => world.stash.requests[0]?.cut === true);
    expect((await Promise.all(readings)).map(titleOf)).toEqual(['UNKNOWN', 'UNKNOWN']);
    answering = true;
    expect(titleOf(await world.reader.read(id(1)))).toBe('T1');
  });

  it('before anything left asks nothing of Stash', async () => {
    await using world = await setUp();
    const caller = new AbortController();
    const reading = world.reader.read(id(1), caller.signal);
    caller.abort(new Error('gone'));
    expect((await reading).kind).toBe('UNKNOWN');
    expect((await world.reader.read(id(2), caller.signal)).kind).toBe('UNKNOWN');
    expect(titleOf(await world.reader.read(id(3)))).toBe('T3');
    expect(world.stash.requests).toHaveLength(1);
  });

  it('because the service stops gets that as the cause', async () => {
    await using world = await setUp(() => undefined);
    const reading = world.reader.read(id(1));
    await vi.waitUntil(() => world.stash.requests.length === 1);
    world.guards.stop();
    expect(await reading).toMatchObject({ kind: 'UNKNOWN', cause: { reason: 'STOPPING' } });
  });
});

describe('reading with a copy', () => {
  const copy = {
    id: id(1),
    organized: false,
    createdAt: '',
    updatedAt: '',
    files: [],
    performers: [],
    tags: [],
    groups: [],
    stashIds: [],
  };
  const unknown: SceneReading = { kind: 'UNKNOWN', cause: { reason: 'BREAKER_OPEN', detail: '' } };

  it('answers from the copy only when Stash cannot', async () => {
    const read = readWithCopy(
      async () => unknown,
      (wanted) => (wanted === copy.id ? copy : undefined),
    );
    expect(await read(id(1))).toEqual({ kind: 'FOUND', scene: copy, from: 'COPY' });
    expect(await read(id(2))).toEqual(unknown);
  });

  it('does not bring back what Stash says is gone', async () => {
    const read = readWithCopy(
      async () => ({ kind: 'GONE' }),
      () => copy,
    );
    expect(await read(id(1))).toEqual({ kind: 'GONE' });
  });
});

describe('the document of a batch', () => {
  it('is GraphQL with one alias a scene, and the same text each time', () => {
    const document = print(parse(composeBatch(3)));
    expect(document).toMatch(/^query ReadScenes\(\$s0: ID!, \$s1: ID!, \$s2: ID!\)/);
    expect(document).toContain('s2: findScene(id: $s2)');
    expect(composeBatch(3)).toBe(composeBatch(3));
  });
});
