import { describe, expect, it, vi } from 'vitest';
import { startScriptedStash, type Script } from '../support/scripted-stash.ts';
import { createTestAdapter } from '../support/stash-adapter.ts';
import { createStashImages } from '../../src/stash/image-fetch.ts';

const JPEG = { 'content-type': 'image/jpeg', etag: '"e1"', 'content-length': '6' };
const stay = new AbortController().signal;

async function setUp(script: Script, stallMs = 5_000) {
  const stash = await startScriptedStash(script);
  const { client, guards } = createTestAdapter(stash.url);
  const images = createStashImages(client, stallMs);
  return { stash, images, guards, [Symbol.asyncDispose]: () => stash[Symbol.asyncDispose]() };
}

async function readAll(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('a picture of Stash', () => {
  it('comes with its type, tag and length', async () => {
    await using world = await setUp(() => ({ headers: JPEG, body: 'pixels' }));
    const answer = await world.images.fetchImage('SCENE_COVER', '12', { signal: stay });
    expect(answer).toMatchObject({ kind: 'IMAGE', contentType: 'image/jpeg', etag: '"e1"', length: 6 });
    expect(answer.kind === 'IMAGE' && (await readAll(answer.body))).toBe('pixels');
    expect(world.stash.requests[0]).toMatchObject({ method: 'GET', path: '/scene/12/screenshot' });
  });

  it('of a performer has its own address, and a known tag is sent along', async () => {
    await using world = await setUp(() => ({ status: 304, headers: { etag: '"e1"' } }));
    const answer = await world.images.fetchImage('PERFORMER', '3', { ifNoneMatch: '"e1"', signal: stay });
    expect(answer).toEqual({ kind: 'NOT_MODIFIED', etag: '"e1"' });
    expect(world.stash.requests[0]).toMatchObject({
      path: '/performer/3/image',
      headers: { 'if-none-match': '"e1"' },
    });
  });

  it('that does not exist is no picture', async () => {
    await using world = await setUp(() => ({
      status: 404,
      headers: { 'content-type': 'text/plain' },
      body: 'Not Found',
    }));
    expect(await world.images.fetchImage('SCENE_COVER', '12', { signal: stay })).toEqual({
      kind: 'NO_PICTURE',
    });
  });

  it.each(['', '../1', '1/../../graphql', '-1', '1'.repeat(19)])(
    'is not asked for by the id "%s"',
    async (id) => {
      await using world = await setUp(() => ({ headers: JPEG, body: 'pixels' }));
      expect(await world.images.fetchImage('SCENE_COVER', id, { signal: stay })).toEqual({
        kind: 'NO_PICTURE',
      });
      expect(world.stash.requests).toHaveLength(0);
    },
  );

  it.each([
    [
      'a redirect to the log-in page',
      { status: 302, headers: { location: '/login?returnURL=x' } },
      'STASH_UNAUTHORIZED',
    ],
    ['a redirect elsewhere', { status: 301, headers: { location: 'https://other/' } }, 'STASH_GARBAGE'],
    [
      'a log-in page',
      { headers: { 'content-type': 'text/html; charset=utf-8' }, body: '<html>' },
      'STASH_UNAUTHORIZED',
    ],
    ['401', { status: 401 }, 'STASH_UNAUTHORIZED'],
    ['500', { status: 500, body: 'nil' }, 'STASH_FAILED'],
  ])('is unknown when %s comes instead', async (_name, answer, reason) => {
    await using world = await setUp(() => answer);
    const got = await world.images.fetchImage('SCENE_COVER', '12', { signal: stay });
    expect(got).toMatchObject({ kind: 'UNKNOWN', cause: { reason } });
  });

  it('is unknown to a caller who gives up before the answer', async () => {
    await using world = await setUp(() => undefined);
    const caller = new AbortController();
    const answer = world.images.fetchImage('SCENE_COVER', '12', { signal: caller.signal });
    await vi.waitUntil(() => world.stash.requests.length === 1);
    caller.abort(new Error('gone'));
    expect(await answer).toMatchObject({ kind: 'UNKNOWN', cause: { reason: 'BUDGET_SPENT' } });
    await vi.waitUntil(() => world.stash.requests[0]?.cut === true);
  });
});

describe('the bytes of a picture', () => {
  const begin: Script = (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.write('first');
    return undefined;
  };

  async function openBody(stallMs: number, signal = stay) {
    const world = await setUp(begin, stallMs);
    const answer = await world.images.fetchImage('SCENE_COVER', '1', { signal });
    if (answer.kind !== 'IMAGE') throw new Error(`expected IMAGE, but got: ${answer.kind}`);
    return { ...world, body: answer.body };
  }

  it('end in an error when Stash falls silent, and the connection is closed', async () => {
    await using world = await openBody(20);
    await expect(readAll(world.body)).rejects.toMatchObject({ kind: 'TOO_SLOW' });
    await vi.waitUntil(() => world.stash.requests[0]?.cut === true);
  });

  it('end with the reason of the caller who gives up in the middle, and the connection is closed', async () => {
    const caller = new AbortController();
    await using world = await openBody(5_000, caller.signal);
    const reading = readAll(world.body);
    caller.abort(new Error('gone'));
    await expect(reading).rejects.toThrow('gone');
    await vi.waitUntil(() => world.stash.requests[0]?.cut === true);
  });

  it('left unread or half read release the connection', async () => {
    for (const take of [0, 1]) {
      await using world = await openBody(5_000);
      const bytes = world.body[Symbol.asyncIterator]();
      for (let n = 0; n < take; n++) await bytes.next();
      await bytes.return?.();
      await vi.waitUntil(() => world.stash.requests[0]?.cut === true);
    }
  });

  it('that are cut off end in an error', async () => {
    await using world = await setUp((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': '100' });
      response.write('first', () => response.destroy());
      return undefined;
    });
    const answer = await world.images.fetchImage('SCENE_COVER', '1', { signal: stay });
    if (answer.kind !== 'IMAGE') throw new Error(`expected IMAGE, but got: ${answer.kind}`);
    await expect(readAll(answer.body)).rejects.toMatchObject({ kind: 'UNREACHABLE' });
  });
});
