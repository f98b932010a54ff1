import { afterAll, describe, expect, it } from 'vitest';
import { type AnsweredMovie, type ProviderTalk, codeOf, moviesOf, talkTo } from '../support/provider-talk.ts';
import { sizeOf } from '../support/sample-pictures.ts';
import { type ScanWorld, PLEX_ROOT, startScanWorld } from '../support/scan-world.ts';

const KEY = 'key-of-stash-that-nobody-may-see-0123456789';
const world = await startScanWorld({ scenes: 120, apiKey: KEY });
const { service, stash, library } = world;
const talk = talkTo(service.provider, [KEY]);
afterAll(async () => {
  expect(talk.violations).toEqual([]);
  talk[Symbol.dispose]();
  await world[Symbol.asyncDispose]();
});

interface Picture {
  readonly type: string;
  readonly url: string;
}

function sceneWith(cover: string, { library: scenes }: Pick<ScanWorld, 'library'> = world): number {
  const scene = scenes.scenes.find((each) => each.cover === cover && each.files.length > 0);
  if (!scene) throw new Error(`expected a scene with a cover of kind ${cover}`);
  return scene.id;
}

async function movieOf(id: number, with_: ProviderTalk = talk): Promise<AnsweredMovie> {
  const [movie] = moviesOf(await with_.get(`/library/metadata/${id}`));
  if (!movie) throw new Error(`expected scene ${id} to be described`);
  return movie;
}

function urlOf(movie: AnsweredMovie, type: string): string {
  return (movie['Image'] as readonly Picture[]).find((picture) => picture.type === type)?.url ?? '';
}

const pathOf = (url: string): string => new URL(url).pathname;

describe('pictures through the provider', () => {
  it.each(['JPEG', 'PNG', 'WEBP'])('give a %s cover as a JPEG poster of two to three', async (cover) => {
    const answer = await talk.get(pathOf(urlOf(await movieOf(sceneWith(cover)), 'coverPoster')));
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } });
    const { width, height, format } = await sizeOf(answer.bytes);
    expect({ format, ratio: width / height }).toEqual({ format: 'jpeg', ratio: 2 / 3 });
  });

  it('give the cover as it is for the background', async () => {
    const url = urlOf(await movieOf(sceneWith('JPEG')), 'background');
    const answer = await talk.get(pathOf(url));
    const { width, height } = await sizeOf(answer.bytes);
    expect(width / height).toBeCloseTo(16 / 9, 1);
  });

  it('give performers with a photo their portrait, and those without none', async () => {
    const cast = library.scenes.filter(
      ({ performerIds, files }) => performerIds.length > 0 && files.length > 0,
    );
    const namesakes = Object.values(Object.groupBy(library.performers, ({ name }) => name));
    const unique = namesakes.flatMap((these = []) => (these.length === 1 ? these : []));
    const photographed = new Map(unique.map(({ name, image }) => [name, image !== 'NONE']));
    const movies = await Promise.all(cast.map(({ id }) => movieOf(id)));
    const roles = movies.flatMap(({ Role }) => (Role ?? []) as readonly { tag: string; thumb?: string }[]);
    for (const { tag, thumb } of roles.filter(({ tag: name }) => photographed.has(name)))
      expect([tag, thumb !== undefined]).toEqual([tag, photographed.get(tag)]);
    const portrait = roles.find(({ thumb }) => thumb !== undefined)?.thumb ?? '';
    const answer = await talk.get(pathOf(portrait));
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^image\//);
    expect((await sizeOf(answer.bytes)).width).toBeGreaterThan(0);
    expect(roles.some(({ thumb }) => thumb === undefined)).toBe(true);
  });

  it('leave out the picture that Stash draws for a scene without a cover', async () => {
    const movie = await movieOf(sceneWith('NONE'));
    expect(movie).not.toHaveProperty('thumb');
    expect(movie).not.toHaveProperty('art');
    expect(movie['Image'] ?? []).toEqual([]);
  });

  it('do not serve that drawing either when the cover was removed since', async () => {
    const id = sceneWith('JPEG');
    const url = urlOf(await movieOf(id), 'coverPoster');
    const background = urlOf(await movieOf(id), 'background');
    library.setCover(id, 'NONE');
    for (const gone of [url, background]) {
      const answer = await talk.get(pathOf(gone));
      expect(answer.status).toBe(404);
      expect(codeOf(answer)).toBe('NO_PICTURE');
    }
    library.setCover(id, 'JPEG');
  });

  it('are asked for anew by their tags, which costs no picture while nothing changed', async () => {
    const path = pathOf(urlOf(await movieOf(sceneWith('JPEG')), 'coverPoster'));
    const first = await talk.get(path);
    const again = await talk.get(path, { 'If-None-Match': first.headers.etag });
    expect(first.headers.etag).toMatch(/^(W\/)?"/);
    expect(again).toMatchObject({ status: 304, text: '' });
    expect((await talk.get(path, { 'If-None-Match': '"another"' })).status).toBe(200);
  });

  it('have another address once the cover was changed', async () => {
    const id = sceneWith('JPEG');
    const before = urlOf(await movieOf(id), 'coverPoster');
    const bytesBefore = (await talk.get(pathOf(before))).bytes;
    library.setCover(id, 'PNG');
    const after = urlOf(await movieOf(id), 'coverPoster');
    expect(after).not.toBe(before);
    expect((await talk.get(pathOf(after))).bytes.equals(bytesBefore)).toBe(false);
    library.setCover(id, 'JPEG');
  });

  it('are linked in match answers as well', async () => {
    const id = sceneWith('WEBP');
    const path = library.findScene(id)?.files[0]?.path.replace('/data', PLEX_ROOT);
    const [movie] = moviesOf(await talk.match({ filename: path }));
    expect((await talk.get(pathOf(String(movie?.['thumb'])))).status).toBe(200);
  });

  it('come without the key of Stash in any answer, address, header or line of the log', () => {
    expect(stash.requests.some(({ headers }) => headers['apikey'] === KEY)).toBe(true);
    expect(JSON.stringify(service.log)).not.toContain(KEY);
    expect(talk.violations).toEqual([]);
  });
});

describe('a poster that was made before', () => {
  it('is served from the data folder while Stash is away, also after a restart', async () => {
    await using first = await startScanWorld({ scenes: 20 });
    using talkFirst = talkTo(first.service.provider);
    const path = pathOf(urlOf(await movieOf(sceneWith('JPEG', first), talkFirst), 'coverPoster'));
    const made = await talkFirst.get(path);
    await first.stash.stop();
    const kept = await talkFirst.get(path);
    expect(kept.status).toBe(200);
    expect(kept.bytes.equals(made.bytes)).toBe(true);
    await first.service.stop();
    const { dataDir } = first.service;
    await using second = await startScanWorld({ scenes: 20, dataDir, prepare: (away) => away.stop() });
    using talkSecond = talkTo(second.service.provider);
    const again = await talkSecond.get(path);
    expect(again.status).toBe(200);
    expect(again.bytes.equals(made.bytes)).toBe(true);
    expect([...talkFirst.violations, ...talkSecond.violations]).toEqual([]);
  });
});

describe('POSTER', () => {
  it.each([
    ['crop', 2 / 3],
    ['original', 16 / 9],
  ])('%s makes a poster of that shape', async (mode, ratio) => {
    await using other = await startScanWorld({ scenes: 20, env: { POSTER: mode } });
    using talkOther = talkTo(other.service.provider);
    const movie = await movieOf(sceneWith('JPEG', other), talkOther);
    const answer = await talkOther.get(pathOf(urlOf(movie, 'coverPoster')));
    const { width, height } = await sizeOf(answer.bytes);
    expect(width / height).toBeCloseTo(ratio, 1);
    expect(talkOther.violations).toEqual([]);
  });
});

describe('PUBLIC_URL', () => {
  it('stands in every picture address, whatever the caller calls us', async () => {
    const PUBLIC_URL = 'https://media.example.org/stash2plex';
    await using other = await startScanWorld({ scenes: 20, env: { PUBLIC_URL } });
    using talkOther = talkTo(other.service.provider);
    const answer = await talkOther.get(`/library/metadata/${sceneWith('JPEG', other)}`, { Host: 'other:1' });
    const urls = answer.text.match(/https?:[^"]*\/artwork\/[^"]*/g) ?? [];
    expect(urls.length).toBeGreaterThan(2);
    expect(urls.every((url) => url.startsWith(`${PUBLIC_URL}/artwork/`))).toBe(true);
    const { pathname } = new URL(urls[0] ?? '');
    expect((await talkOther.get(pathname.replace('/stash2plex', ''))).status).toBe(200);
  });
});
