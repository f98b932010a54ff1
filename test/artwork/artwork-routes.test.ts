import { describe, expect, it } from 'vitest';
import { ArtworkWorld, errorCodeOf } from '../support/artwork-world.ts';
import { samplePicture, sizeOf } from '../support/sample-pictures.ts';

const COVER = '/scene/12/screenshot';
const PORTRAIT = '/performer/5/image';

describe('artwork addresses', () => {
  it.each([
    ['SCENE_BACKGROUND', '12', COVER],
    ['SCENE_SNAPSHOT', '12', COVER],
    ['PERFORMER_PORTRAIT', '5', PORTRAIT],
  ] as const)('lead to the %s exactly as Stash has it', async (kind, id, path) => {
    await using world = await ArtworkWorld.start();
    const bytes = await samplePicture(640, 360);
    const etag = world.upstream.put(path, bytes, 'image/jpeg');
    const response = await world.get(kind, id);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=86400',
      'x-content-type-options': 'nosniff',
      etag,
    });
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it('lead to the picture of now, whatever their version', async () => {
    await using world = await ArtworkWorld.start();
    world.upstream.put(COVER, await samplePicture(64, 36), 'image/jpeg');
    const response = await fetch(world.address('SCENE_SNAPSHOT', '12', 'years-ago'));
    expect(response.status).toBe(200);
  });

  it('answer HEAD with the headers alone', async () => {
    await using world = await ArtworkWorld.start();
    const bytes = await samplePicture(640, 360);
    world.upstream.put(COVER, bytes, 'image/jpeg');
    const response = await fetch(world.address('SCENE_SNAPSHOT', '12'), { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(await response.text()).toBe('');
  });

  it('become a JPEG where Stash has WebP, made once and kept', async () => {
    await using world = await ArtworkWorld.start();
    world.upstream.put(PORTRAIT, await samplePicture(300, 400, 'webp'), 'image/webp');
    const first = await world.get('PERFORMER_PORTRAIT', '5');
    expect(first.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await first.arrayBuffer());
    expect(await sizeOf(bytes)).toEqual({ width: 300, height: 400, format: 'jpeg' });
    const second = await world.get('PERFORMER_PORTRAIT', '5');
    expect(Buffer.from(await second.arrayBuffer()).equals(bytes)).toBe(true);
    expect(world.pictures.saves).toBe(1);
    expect(world.upstream.statuses.at(-1)).toBe(304);
  });

  it('show a converted picture while Stash is down', async () => {
    await using world = await ArtworkWorld.start();
    world.upstream.put(PORTRAIT, await samplePicture(300, 400, 'webp'), 'image/webp');
    const before = await (await world.get('PERFORMER_PORTRAIT', '5')).bytes();
    await world.upstream.stop();
    const after = await world.get('PERFORMER_PORTRAIT', '5');
    expect([after.status, await after.bytes()]).toEqual([200, before]);
  });
});

describe('a picture that the client holds', () => {
  it('is not sent again when Stash says it is unchanged', async () => {
    await using world = await ArtworkWorld.start();
    const etag = world.upstream.put(COVER, await samplePicture(64, 36), 'image/jpeg');
    const response = await world.get('SCENE_SNAPSHOT', '12', { 'if-none-match': `"other", ${etag}` });
    expect([response.status, await response.text(), response.headers.get('etag')]).toEqual([304, '', etag]);
    expect(world.upstream.statuses).toEqual([304]);
  });

  it('is not sent again when Stash sends it whole', async () => {
    await using world = await ArtworkWorld.start();
    const bytes = await samplePicture(64, 36);
    world.upstream.answer(COVER, (_request, response) => {
      response.writeHead(200, { 'content-type': 'image/jpeg', etag: '"same"' }).end(bytes);
    });
    const response = await world.get('SCENE_SNAPSHOT', '12', { 'if-none-match': 'W/"same"' });
    expect([response.status, await response.text()]).toEqual([304, '']);
  });

  it('is sent when it changed', async () => {
    await using world = await ArtworkWorld.start();
    world.upstream.put(COVER, await samplePicture(64, 36), 'image/jpeg');
    const response = await world.get('SCENE_SNAPSHOT', '12', { 'if-none-match': '"old"' });
    expect(response.status).toBe(200);
  });

  it('is not taken for unchanged when nobody asked', async () => {
    await using world = await ArtworkWorld.start();
    world.upstream.answer(COVER, (_request, response) => response.writeHead(304).end());
    const response = await world.get('SCENE_SNAPSHOT', '12');
    expect([response.status, await errorCodeOf(response)]).toEqual([500, 'STASH_GARBAGE']);
  });
});

describe('what is no picture', () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

  it.each(['SCENE_POSTER', 'SCENE_BACKGROUND', 'SCENE_SNAPSHOT', 'PERFORMER_PORTRAIT'] as const)(
    'is not served as %s: SVG',
    async (kind) => {
      await using world = await ArtworkWorld.start();
      world.upstream.put(COVER, svg, 'image/svg+xml');
      world.upstream.put('/performer/12/image', svg, 'image/svg+xml');
      const response = await world.get(kind, '12');
      expect([response.status, await errorCodeOf(response)]).toEqual([404, 'NO_PICTURE']);
      expect(response.headers.get('cache-control')).toBe('no-store');
    },
  );

  it.each(['SCENE_POSTER', 'SCENE_SNAPSHOT', 'PERFORMER_PORTRAIT'] as const)(
    'is not served as %s: what Stash draws itself, also when the client claims to hold it',
    async (kind) => {
      await using world = await ArtworkWorld.start();
      const bytes = await samplePicture(400, 600, 'png');
      const silhouette = '"680acb273e81b48caa601839c0616976"';
      world.upstream.put(COVER, bytes, 'image/png', '"5aedb3fa13f6bcea641a6957afd2390d"');
      world.upstream.put('/performer/12/image', bytes, 'image/png', silhouette);
      const held = { 'if-none-match': `${silhouette}, "5aedb3fa13f6bcea641a6957afd2390d"` };
      const responses = [await world.get(kind, '12'), await world.get(kind, '12', held)];
      expect(responses.map(({ status }) => status)).toEqual([404, 404]);
    },
  );

  it('is a 404 when Stash does not know the scene', async () => {
    await using world = await ArtworkWorld.start();
    const response = await world.get('SCENE_SNAPSHOT', '999');
    expect([response.status, await errorCodeOf(response)]).toEqual([404, 'NO_PICTURE']);
  });

  it.each(['SCENE_POSTER', 'SCENE_SNAPSHOT'] as const)(
    'never leads to the log-in page of Stash as %s',
    async (kind) => {
      await using world = await ArtworkWorld.start();
      world.upstream.answer(COVER, (_request, response) => {
        response.writeHead(302, { location: '/login?returnURL=x' }).end('<a href="/login">Found</a>');
      });
      world.upstream.put('/login?returnURL=x', Buffer.from('<html>Log in</html>'), 'text/html');
      const response = await world.get(kind, '12');
      const body = await response.clone().text();
      expect([response.status, await errorCodeOf(response)]).toEqual([500, 'STASH_UNAUTHORIZED']);
      expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
      expect([response.headers.get('location'), body.includes('login')]).toEqual([null, false]);
      expect(world.upstream.requests).toHaveLength(1);
    },
  );

  it.each(['text/html; charset=utf-8', 'application/json', 'video/mp4', ''])(
    'is trouble with Stash when it comes with 200 as %j',
    async (contentType) => {
      await using world = await ArtworkWorld.start();
      world.upstream.put(COVER, Buffer.from('<html>Log in</html>'), contentType);
      const response = await world.get('SCENE_SNAPSHOT', '12');
      expect([response.status, await errorCodeOf(response)]).toEqual([500, 'STASH_GARBAGE']);
    },
  );

  it('is a 500 while Stash is down', async () => {
    await using world = await ArtworkWorld.start();
    await world.upstream.stop();
    const response = await world.get('SCENE_SNAPSHOT', '12');
    expect([response.status, await errorCodeOf(response)]).toEqual([500, 'STASH_UNREACHABLE']);
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
  });
});
