import { describe, expect, it } from 'vitest';
import type { PictureStore } from '../../src/artwork/picture-cache.ts';
import { ArtworkWorld, errorCodeOf } from '../support/artwork-world.ts';
import { samplePicture, sizeOf } from '../support/sample-pictures.ts';

const COVER = '/scene/12/screenshot';

async function startWithCover(options: Parameters<typeof ArtworkWorld.start>[0] = {}): Promise<ArtworkWorld> {
  const world = await ArtworkWorld.start(options);
  world.upstream.put(COVER, await samplePicture(1920, 1080), 'image/jpeg');
  return world;
}

describe('posters', () => {
  it.each([
    ['fit', 1000, 1500],
    ['crop', 720, 1080],
    ['original', 1920, 1080],
  ] as const)('are made by %s', async (posterMode, width, height) => {
    await using world = await startWithCover({ posterMode });
    const response = await world.get('SCENE_POSTER', '12');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
    expect(await sizeOf(await response.bytes())).toEqual({ width, height, format: 'jpeg' });
  });

  it('are passed on unchanged by original when every client can show them', async () => {
    await using world = await ArtworkWorld.start({ posterMode: 'original' });
    const bytes = await samplePicture(640, 360, 'png');
    world.upstream.put(COVER, bytes, 'image/png');
    const response = await world.get('SCENE_POSTER', '12');
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await response.bytes()).equals(bytes)).toBe(true);
    expect(world.pictures.saves).toBe(0);
  });

  it('are made once for twenty who ask at once', async () => {
    await using world = await startWithCover();
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => (await world.get('SCENE_POSTER', '12')).bytes()),
    );
    expect(new Set(answers.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(1);
    expect(world.pictures.saves).toBe(1);
    expect(world.upstream.statuses.filter((status) => status === 200)).toHaveLength(1);
  });

  it('are made once while the cover stays the same', async () => {
    await using world = await startWithCover();
    const first = await (await world.get('SCENE_POSTER', '12')).bytes();
    const second = await (await world.get('SCENE_POSTER', '12')).bytes();
    expect(second).toEqual(first);
    expect([world.pictures.saves, world.upstream.statuses]).toEqual([1, [200, 304]]);
  });

  it('are made once also when something between swallows If-None-Match', async () => {
    await using world = await ArtworkWorld.start();
    const bytes = await samplePicture(640, 360);
    world.upstream.answer(COVER, (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg', etag: '"same"' }).end(bytes);
    });
    await (await world.get('SCENE_POSTER', '12')).bytes();
    expect((await world.get('SCENE_POSTER', '12')).status).toBe(200);
    expect(world.pictures.saves).toBe(1);
  });

  it('can be asked for again by the MD5 of the cover when its ETag got lost', async () => {
    await using world = await ArtworkWorld.start();
    const bytes = await samplePicture(640, 360);
    world.upstream.answer(COVER, (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes);
    });
    await (await world.get('SCENE_POSTER', '12')).bytes();
    world.upstream.put(COVER, bytes, 'image/jpeg');
    await (await world.get('SCENE_POSTER', '12')).bytes();
    expect([world.pictures.saves, world.upstream.statuses]).toEqual([1, [200, 304]]);
  });

  it('are made anew when the cover changes, under another ETag', async () => {
    await using world = await startWithCover();
    const before = await world.get('SCENE_POSTER', '12');
    world.upstream.put(COVER, await samplePicture(640, 360), 'image/jpeg');
    const held = before.headers.get('etag') ?? '';
    const after = await world.get('SCENE_POSTER', '12', { 'if-none-match': held });
    expect([after.status, after.headers.get('etag') === held]).toEqual([200, false]);
    expect(await sizeOf(await after.bytes())).toMatchObject({ width: 640, height: 960 });
  });

  it('are not sent again to a client that holds them', async () => {
    await using world = await startWithCover();
    const etag = (await world.get('SCENE_POSTER', '12')).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    const again = await world.get('SCENE_POSTER', '12', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const any = await world.get('SCENE_POSTER', '12', { 'if-none-match': '*' });
    expect(any.status).toBe(304);
  });

  it('answer HEAD with the headers alone', async () => {
    await using world = await startWithCover();
    const response = await fetch(world.address('SCENE_POSTER', '12'), { method: 'HEAD' });
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000);
    expect(await response.text()).toBe('');
  });

  it('are served from what was kept while Stash is down', async () => {
    await using world = await startWithCover();
    const before = await (await world.get('SCENE_POSTER', '12')).bytes();
    await world.upstream.stop();
    const after = await world.get('SCENE_POSTER', '12');
    expect([after.status, await after.bytes()]).toEqual([200, before]);
  });

  it('are served from what was kept when Stash breaks off', async () => {
    await using world = await startWithCover();
    const before = await (await world.get('SCENE_POSTER', '12')).bytes();
    world.upstream.answer(COVER, (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': 5000, etag: '"new"' });
      response.write('half', () => response.destroy());
    });
    const after = await world.get('SCENE_POSTER', '12');
    expect([after.status, await after.bytes()]).toEqual([200, before]);
  });

  it('are unknown when Stash breaks off and nothing was kept', async () => {
    await using world = await ArtworkWorld.start();
    world.upstream.answer(COVER, (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg', 'content-length': 5000 });
      response.write('half', () => response.destroy());
    });
    const response = await world.get('SCENE_POSTER', '12');
    expect([response.status, await errorCodeOf(response)]).toEqual([500, 'STASH_UNREACHABLE']);
  });

  it('are gone when the cover is gone', async () => {
    await using world = await startWithCover();
    await (await world.get('SCENE_POSTER', '12')).bytes();
    world.upstream.put(COVER, Buffer.from('<svg/>'), 'image/svg+xml');
    const response = await world.get('SCENE_POSTER', '12');
    expect([response.status, await errorCodeOf(response)]).toEqual([404, 'NO_PICTURE']);
  });

  it.each(['fit', 'crop', 'original'] as const)(
    'are refused by %s for a corrupt picture',
    async (posterMode) => {
      await using world = await ArtworkWorld.start({ posterMode });
      const half = (await samplePicture(1920, 1080, 'webp')).subarray(0, 600);
      world.upstream.put(COVER, half, 'image/webp');
      const response = await world.get('SCENE_POSTER', '12');
      expect([response.status, await errorCodeOf(response)]).toEqual([404, 'INVALID_PICTURE']);
      expect(world.pictures.saves).toBe(0);
    },
  );

  it('are served also when the disk takes nothing', async () => {
    const broken = (): never => {
      throw new Error('disk full');
    };
    const store: PictureStore = { find: broken, save: broken };
    await using world = await startWithCover({ store });
    const response = await world.get('SCENE_POSTER', '12');
    expect(await sizeOf(await response.bytes())).toMatchObject({ width: 1000, height: 1500 });
    expect(world.troubles.map(({ trouble }) => trouble)).toEqual(['PICTURE_NOT_KEPT', 'PICTURE_NOT_KEPT']);
    expect(world.broken).toEqual([]);
  });
});
