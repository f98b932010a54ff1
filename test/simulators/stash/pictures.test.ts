import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateLibrary } from '../../../simulators/library/generate-library.ts';
import { startStashSimulator } from '../../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../../simulators/stash/stash-simulator.ts';
import { askStash } from './ask-stash.ts';

const library = generateLibrary({ scenes: 60 });
const covered = library.addScene({ paths: ['/data/covered.mp4'], cover: 'JPEG' });
const other = library.addScene({ paths: ['/data/other.mp4'], cover: 'PNG' });
const bare = library.addScene({ paths: ['/data/bare.mp4'], cover: 'NONE' });

let stash: StashSimulator;
beforeAll(async () => {
  stash = await startStashSimulator({ library });
});
afterAll(() => stash.stop());

const get = (path: string, headers = {}) => fetch(stash.url + path, { headers });

describe('pictures', () => {
  it('are real ones of the shape of a video, different for each scene and the same each time', async () => {
    const [first, again, second] = await Promise.all(
      [covered, covered, other].map(async ({ id }) =>
        Buffer.from(await (await get(`/scene/${id}/screenshot`)).arrayBuffer()),
      ),
    );

    expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 360 });
    expect(await sharp(second).metadata()).toMatchObject({ format: 'png', width: 640, height: 360 });
    expect(again).toEqual(first);
  });

  it('carry the MD5 of their bytes as ETag and are not sent again to who has it', async () => {
    const response = await get(`/scene/${covered.id}/screenshot?t=1`);
    const etag = response.headers.get('etag') ?? '';
    const digest = createHash('md5')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('hex');
    const again = await get(`/scene/${covered.id}/screenshot?t=1`, { 'if-none-match': etag });

    expect(etag).toBe(`"${digest}"`);
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    expect(await again.text()).toBe('');
  });

  it('are cacheable for good with any t and not without one', async () => {
    const cacheControl = async (path: string) => (await get(path)).headers.get('cache-control');

    expect(await cacheControl(`/scene/${covered.id}/screenshot?t=anything`)).toContain('immutable');
    expect(await cacheControl(`/scene/${covered.id}/screenshot`)).toBe('no-cache');
    expect(await cacheControl(`/scene/${bare.id}/screenshot?t=1`)).toContain('immutable');
  });

  it('are default drawings with constant ETags where there are none', async () => {
    const response = await get(`/scene/${bare.id}/screenshot`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('etag')).toBe('"5aedb3fa13f6bcea641a6957afd2390d"');
    expect(await response.text()).toMatch(/^<svg /);
  });

  it('change with the cover', async () => {
    const scene = library.addScene({ paths: ['/data/changing.mp4'] });
    const etag = async () => (await get(`/scene/${scene.id}/screenshot`)).headers.get('etag');
    const before = await etag();
    library.setCover(scene.id, 'JPEG');

    expect(await etag()).not.toBe(before);
  });

  it('of performers are addressed with default=true where there is only the silhouette', async () => {
    const { data } = await askStash(stash.url, `{findPerformers(filter:{per_page:-1}){performers{id}}}`);
    const { performers } = (data as { findPerformers: { performers: { id: string }[] } }).findPerformers;
    const faceless = library.performers.find((performer) => performer.image === 'NONE');
    const known = library.performers.find((performer) => performer.image === 'JPEG');

    expect(performers).toHaveLength(library.performers.length);
    expect((await get(`/performer/${faceless?.id}/image?default=true`)).headers.get('content-type')).toBe(
      'image/png',
    );
    expect((await get(`/performer/${known?.id}/image`)).headers.get('content-type')).toBe('image/jpeg');
    expect((await get(`/performer/${known?.id}/image?default=true`)).headers.get('content-type')).toBe(
      'image/png',
    );
  });

  it('answer by GET only, 404 for unknown ids and 400 for what is no id', async () => {
    expect((await fetch(`${stash.url}/scene/${covered.id}/screenshot`, { method: 'HEAD' })).status).toBe(405);
    expect((await get('/scene/999999/screenshot')).status).toBe(404);
    expect((await get('/tag/abc/image')).status).toBe(400);
    expect((await get('/scene/1/preview')).status).toBe(404);
  });

  it('reflect the host and prefix that the caller used in their addresses', async () => {
    const query = '{findScenes(filter:{per_page:-1}){scenes{performers{image_path}}}}';
    const { data } = await askStash(
      stash.url,
      query,
      {},
      { 'x-forwarded-prefix': '/stash', 'x-forwarded-proto': 'https' },
    );

    expect(JSON.stringify(data)).toContain(`"https://${new URL(stash.url).host}/stash/performer/`);
  });
});
