import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, type ServerResponse, get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { PictureCutShortError } from '../../src/artwork/stream-picture.ts';
import { ArtworkWorld, errorCodeOf } from '../support/artwork-world.ts';
import type { PictureAnswer } from '../support/picture-upstream.ts';
import { samplePicture } from '../support/sample-pictures.ts';

const COVER = '/scene/12/screenshot';
const CHUNK = Buffer.alloc(16 * 1024);

/** A picture that never ends, and when its connection did. */
function endless(contentType = 'image/jpeg'): { answer: PictureAnswer; ended: Promise<void> } {
  const ended = Promise.withResolvers<undefined>();
  const answer: PictureAnswer = (_request, response) => {
    const write = (): void => {
      while (!response.destroyed && response.write(CHUNK));
    };
    response.once('close', () => ended.resolve(undefined));
    response.on('drain', write);
    response.writeHead(200, { 'content-type': contentType, etag: '"endless"' });
    write();
  };
  return { answer, ended: ended.promise };
}

interface Download {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
  /** Settles when the answer is over, whole or not. */
  readonly closed: Promise<void>;
}

async function open(url: string): Promise<Download> {
  const request = get(url, { agent: false });
  request.on('error', () => undefined);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const closed = Promise.withResolvers<undefined>();
  response.on('error', () => undefined).once('close', () => closed.resolve(undefined));
  return { request, response, closed: closed.promise };
}

describe('a picture on its way', () => {
  it('is cut at the cap when it never ends, and Stash is left', async () => {
    await using world = await ArtworkWorld.start({ maxBytes: 300_000 });
    const { answer, ended } = endless();
    world.upstream.answer(COVER, answer);
    const { response, closed } = await open(world.address('SCENE_SNAPSHOT', '12'));
    let size = 0;
    response.on('data', (chunk: Buffer) => (size += chunk.length));
    await closed;
    expect(response.complete).toBe(false);
    expect(size).toBeLessThanOrEqual(300_000);
    await ended;
    expect(await world.firstTrouble.promise).toBe('PICTURE_CUT_SHORT');
    expect(world.troubles).toHaveLength(1);
    expect(world.broken).toEqual([]);
  });

  it.each(['SCENE_POSTER', 'SCENE_SNAPSHOT'] as const)(
    'is refused as %s when it says that it is too large',
    async (kind) => {
      await using world = await ArtworkWorld.start({ maxBytes: 1000 });
      world.upstream.put(COVER, await samplePicture(1920, 1080), 'image/jpeg');
      const response = await world.get(kind, '12');
      expect([response.status, await errorCodeOf(response)]).toEqual([404, 'PICTURE_TOO_LARGE']);
    },
  );

  it.each(['image/jpeg', 'image/webp'])('is refused as a poster when it never ends: %s', async (type) => {
    await using world = await ArtworkWorld.start({ maxBytes: 300_000 });
    const { answer, ended } = endless(type);
    world.upstream.answer(COVER, answer);
    const response = await world.get('SCENE_POSTER', '12');
    expect([response.status, await errorCodeOf(response)]).toEqual([404, 'PICTURE_TOO_LARGE']);
    await ended;
  });

  it('is not read from Stash any longer once the client has gone', async () => {
    await using world = await ArtworkWorld.start({ maxBytes: Number.MAX_SAFE_INTEGER });
    const { answer, ended } = endless();
    world.upstream.answer(COVER, answer);
    const { request, response } = await open(world.address('SCENE_SNAPSHOT', '12'));
    await once(response, 'data');
    request.destroy();
    await ended;
    expect([world.troubles, world.broken]).toEqual([[], []]);
  });

  it('is not read from Stash for HEAD', async () => {
    await using world = await ArtworkWorld.start({ maxBytes: Number.MAX_SAFE_INTEGER });
    const { answer, ended } = endless();
    world.upstream.answer(COVER, answer);
    const response = await fetch(world.address('SCENE_SNAPSHOT', '12'), { method: 'HEAD' });
    expect(response.status).toBe(200);
    await ended;
  });

  it('is cut for the client when Stash breaks off', async () => {
    await using world = await ArtworkWorld.start();
    const upstream = Promise.withResolvers<ServerResponse>();
    world.upstream.answer(COVER, (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).write(CHUNK);
      upstream.resolve(response);
    });
    const { response, closed } = await open(world.address('SCENE_SNAPSHOT', '12'));
    await once(response, 'data');
    (await upstream.promise).destroy();
    await closed;
    expect(response.complete).toBe(false);
    expect(await world.firstTrouble.promise).toBe('PICTURE_CUT_SHORT');
    expect(world.troubles[0]?.error).toBeInstanceOf(PictureCutShortError);
    expect(world.broken).toEqual([]);
  });

  it('is unknown when Stash breaks off before it', async () => {
    await using world = await ArtworkWorld.start();
    world.upstream.answer(COVER, (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': 5000 }).flushHeaders();
      setImmediate(() => response.destroy());
    });
    const response = await world.get('SCENE_SNAPSHOT', '12');
    expect([response.status, await errorCodeOf(response)]).toEqual([500, 'STASH_UNREACHABLE']);
  });

  it('is given up when the client goes before Stash has answered', async () => {
    await using world = await ArtworkWorld.start();
    const [asked, left] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    world.upstream.answer(COVER, (_request, response) => {
      response.once('close', () => left.resolve(undefined));
      asked.resolve(undefined);
    });
    const request = get(world.address('SCENE_POSTER', '12'), { agent: false });
    request.on('error', () => undefined);
    await asked.promise;
    request.destroy();
    await left.promise;
  });

  it.each(['SCENE_POSTER', 'SCENE_SNAPSHOT'] as const)(
    'is given up as %s when the request budget is spent',
    async (kind) => {
      await using world = await ArtworkWorld.start({ budgetMs: 50 });
      const left = Promise.withResolvers<undefined>();
      world.upstream.answer(COVER, (_request, response) => {
        response.once('close', () => left.resolve(undefined));
      });
      const response = await world.get(kind, '12');
      expect([response.status, await errorCodeOf(response)]).toEqual([500, 'BUDGET_SPENT']);
      await left.promise;
      expect(world.broken).toEqual([]);
    },
  );
});
