import { describe, expect, it, vi } from 'vitest';
import { startScriptedStash, type ScriptedAnswer, type SeenRequest } from '../support/scripted-stash.ts';
import { createTestAdapter, type AdapterOptions } from '../support/stash-adapter.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { operationOf } from '../support/stash-library.ts';
import { createStashConnection } from '../../src/stash/stash-connection.ts';
import { createStashSource } from '../../src/stash/stash-source.ts';
import { CountScenesDocument } from '../../src/stash/generated/operations.ts';

interface FakeState {
  status: string;
  version: string | null;
  sceneFields: readonly string[];
  queryFields: readonly string[];
  filterFields: readonly string[];
  count: ScriptedAnswer;
}

const NEW: FakeState = {
  status: 'OK',
  version: 'v0.30.1',
  sceneFields: ['id', 'groups'],
  queryFields: ['findScenes', 'findFile'],
  filterFields: ['path', 'files_filter'],
  count: { body: { data: { findScenes: { count: 3 } } } },
};

const names = (list: readonly string[]) => list.map((name) => ({ name }));

function answer(request: SeenRequest, state: FakeState): ScriptedAnswer {
  const answers: Readonly<Record<string, ScriptedAnswer>> = {
    GetServerState: {
      body: {
        data: {
          version: { version: state.version, hash: 'x' },
          systemStatus: { status: state.status, databaseSchema: 75, appSchema: 75 },
        },
      },
    },
    GetCapabilities: {
      body: {
        data: {
          query: { fields: names(state.queryFields) },
          scene: { fields: names(state.sceneFields) },
          sceneFilter: { inputFields: names(state.filterFields) },
        },
      },
    },
    CountScenes: state.count,
  };
  return answers[operationOf(request)] ?? { status: 500 };
}

async function setUp(start: Partial<FakeState> = {}, options: AdapterOptions = {}) {
  const state: FakeState = { ...NEW, ...start };
  const clock = new SettableClock();
  const stash = await startScriptedStash((request) => answer(request, state));
  const { client, guards } = createTestAdapter(stash.url, { clock, ...options });
  const connection = createStashConnection({ client, breaker: guards.breaker, clock });
  return {
    stash,
    state,
    clock,
    guards,
    connection,
    [Symbol.asyncDispose]: () => stash[Symbol.asyncDispose](),
  };
}

const call = { lane: 'REQUEST' } as const;

describe('a probe', () => {
  it('finds what the connected Stash offers', async () => {
    await using world = await setUp();
    expect(await world.connection.probe()).toEqual({
      kind: 'CONNECTED',
      version: 'v0.30.1',
      capabilities: { findFile: true, filesFilter: true },
    });
  });

  it('finds nothing special in a Stash of the oldest version we serve, and no version in a private build', async () => {
    await using world = await setUp({ version: null, queryFields: ['findScenes'], filterFields: ['path'] });
    expect(await world.connection.probe()).toEqual({
      kind: 'CONNECTED',
      capabilities: { findFile: false, filesFilter: false },
    });
  });

  it.each([
    ['TOO_OLD', { sceneFields: ['id', 'movies'], version: 'v0.26.2' }, 'STASH_TOO_OLD'],
    ['NOT_SET_UP', { status: 'SETUP' }, 'STASH_NOT_SET_UP'],
    ['NEEDS_MIGRATION', { status: 'NEEDS_MIGRATION' }, 'STASH_NEEDS_MIGRATION'],
  ])('says %s in one sentence', async (kind, state, reason) => {
    await using world = await setUp(state);
    const found = await world.connection.probe();
    expect(found).toMatchObject({ kind, cause: { reason, detail: expect.stringMatching(/\.$/) as unknown } });
  });

  it('of a Stash that is away is unknown with the cause, and keeps what was offered before', async () => {
    await using world = await setUp();
    await world.connection.probe();
    world.stash.script = () => ({ status: 503 });
    expect(await world.connection.probe()).toMatchObject({
      kind: 'UNKNOWN',
      cause: { reason: 'STASH_FAILED' },
    });
    expect(world.connection.capabilities().findFile).toBe(true);
  });

  it('is one however many ask for it at once', async () => {
    await using world = await setUp();
    await Promise.all([world.connection.probe(), world.connection.probe()]);
    expect(world.stash.requests).toHaveLength(2);
  });
});

describe('a connection', () => {
  it.each([
    ['NOT_SET_UP', { status: 'SETUP' }],
    ['NEEDS_MIGRATION', { status: 'NEEDS_MIGRATION' }],
  ])('says %s where Stash only says that it crashed', async (kind, state) => {
    const errors = [
      { message: 'Internal system error. Error <nil pointer dereference>', path: ['findScenes'] },
    ];
    await using world = await setUp({ ...state, count: { body: { data: null, errors } } });
    await expect(world.connection.client.read(CountScenesDocument, {}, call)).rejects.toMatchObject({ kind });
  });

  it('says TOO_OLD where Stash only says that it does not know a field, and probes once for a crowd', async () => {
    const errors = [
      {
        message: 'Cannot query field "groups" on type "Scene".',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ];
    await using world = await setUp({
      sceneFields: ['id'],
      count: { status: 422, body: { data: null, errors } },
    });
    const reads = Array.from({ length: 5 }, () =>
      world.connection.client.read(CountScenesDocument, {}, call),
    );
    for (const read of reads) await expect(read).rejects.toMatchObject({ kind: 'TOO_OLD' });
    expect(world.stash.requests.filter((request) => operationOf(request) === 'GetServerState')).toHaveLength(
      1,
    );
  });

  it('leaves an error alone that the state does not explain', async () => {
    const errors = [{ message: 'x', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }];
    await using world = await setUp({ count: { status: 422, body: { data: null, errors } } });
    await expect(world.connection.client.read(CountScenesDocument, {}, call)).rejects.toMatchObject({
      kind: 'INVALID_OPERATION',
    });
  });

  it('learns of an update by itself once answers come again', async () => {
    await using world = await setUp({ status: 'NEEDS_MIGRATION' });
    const kinds: string[] = [];
    world.connection.onChange(({ kind }) => kinds.push(kind));
    await world.connection.probe();
    world.state.status = 'OK';
    await world.clock.advance(5_001);
    await world.connection.client.read(CountScenesDocument, {}, call);
    await vi.waitUntil(() => world.connection.state().kind === 'CONNECTED');
    expect(kinds).toEqual(['NEEDS_MIGRATION', 'CONNECTED']);
  });

  it('probes when the circuit closes again', async () => {
    await using world = await setUp();
    world.stash.script = () => ({ status: 503 });
    for (let n = 0; n < 5; n++)
      await world.connection.client.read(CountScenesDocument, {}, call).catch(() => undefined);
    expect(world.guards.breaker.state().kind).toBe('OPEN');
    expect(await world.connection.probe()).toMatchObject({ cause: { reason: 'BREAKER_OPEN' } });
    world.stash.script = (request) => answer(request, world.state);
    await world.clock.advance(30_000);
    await world.guards.background.run(() => Promise.resolve('any answer'));
    await vi.waitUntil(() => world.connection.state().kind === 'CONNECTED');
  });
});

describe('a source over a connection', () => {
  it('offers a look-up only while the connected Stash does', async () => {
    await using world = await setUp();
    const { client } = world.connection;
    const source = createStashSource({ client, capabilities: () => world.connection.capabilities() });
    expect([source.findFileThenScene, source.listScenesWithFilesChangedSince]).toEqual([
      undefined,
      undefined,
    ]);
    await world.connection.probe();
    expect(source.findFileThenScene).toBeTypeOf('function');
    expect(source.listScenesWithFilesChangedSince).toBeTypeOf('function');
  });
});
