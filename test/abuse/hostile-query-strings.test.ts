import { afterAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { type RawAnswer, codeOf, moviesOf, talkTo } from '../support/provider-talk.ts';
import { PLEX_ROOT, startScanWorld } from '../support/scan-world.ts';

const world = await startScanWorld({ scenes: 60 });
const { library, service } = world;
const talk = talkTo(service.provider);
afterAll(async () => {
  expect(talk.violations).toEqual([]);
  talk[Symbol.dispose]();
  await world[Symbol.asyncDispose]();
});

describe('wishes about the answer', () => {
  const scene = library.scenes.find(
    ({ performerIds, cover, files }) => performerIds.length > 0 && cover === 'JPEG' && files.length > 0,
  );
  const path = `/library/metadata/${scene?.id ?? 0}`;
  const filename = scene?.files[0]?.path.replace('/data', PLEX_ROOT);

  it('are honoured in the query of an item, and nothing is left out of the next answer', async () => {
    const [whole] = moviesOf(await talk.get(path));
    const [less] = moviesOf(await talk.get(`${path}?excludeElements=Role,Image&excludeFields=thumb`));
    expect(whole).toHaveProperty('Role');
    expect(less).not.toHaveProperty('Role');
    expect(less).not.toHaveProperty('Image');
    expect(less).not.toHaveProperty('thumb');
    expect(moviesOf(await talk.get(path))[0]).toEqual(whole);
  });

  it('are honoured in the query and in the body of a match', async () => {
    const [inQuery] = moviesOf(await talk.match({ filename }, '?excludeElements=Role'));
    const [inBody] = moviesOf(await talk.match({ filename, excludeElements: 'Role' }));
    expect(inQuery).toMatchObject({ ratingKey: String(scene?.id) });
    expect(inQuery).not.toHaveProperty('Role');
    expect(inBody).toEqual(inQuery);
  });

  it.each(['', ',,,', 'nonsense', 'x'.repeat(3000), '__proto__,constructor', 'ratingKey,guid,type,title'])(
    'that make no sense (%s) leave an answer that Plex can read',
    async (wish) => {
      for (const name of ['includeFields', 'excludeFields', 'includeElements', 'excludeElements']) {
        const answer = await talk.get(`${path}?${name}=${wish}`);
        expect(answer.status).toBe(200);
        expect(moviesOf(answer)[0]).toMatchObject({ ratingKey: String(scene?.id) });
      }
    },
  );

  it('page through images by header and by query', async () => {
    const imagesOf = (answer: RawAnswer) =>
      (JSON.parse(answer.text) as { MediaContainer: { Image: unknown[]; totalSize: number; offset: number } })
        .MediaContainer;
    const whole = imagesOf(await talk.get(`${path}/images`));
    expect(whole.Image.length).toBeGreaterThan(1);
    const byHeader = await talk.get(`${path}/images`, {
      'X-Plex-Container-Start': '1',
      'X-Plex-Container-Size': '1',
    });
    const byQuery = await talk.get(`${path}/images?X-Plex-Container-Start=1&X-Plex-Container-Size=1`);
    expect(imagesOf(byHeader)).toMatchObject({
      offset: 1,
      totalSize: whole.totalSize,
      Image: [whole.Image[1]],
    });
    expect(imagesOf(byQuery)).toEqual(imagesOf(byHeader));
    const beyond = await talk.get(`${path}/images?X-Plex-Container-Start=900`);
    expect(imagesOf(beyond)).toMatchObject({ totalSize: whole.totalSize });
    const absurd = await talk.get(`${path}/images?X-Plex-Container-Start=-3&X-Plex-Container-Size=lots`);
    expect(imagesOf(absurd)).toEqual(whole);
  });
});

const names = fc.constantFrom(
  'includeFields',
  'excludeElements',
  'X-Plex-Container-Start',
  'X-Plex-Container-Size',
  'includeChildren',
  '__proto__',
  'constructor',
  'toString',
  'includeFields[]',
  'includeFields[__proto__]',
);
const values = fc.oneof(
  fc.string({ unit: fc.constantFrom('%', '&', '=', ',', ';', '%00', '%C3', '+', '[', ']', 'a', '1', '-') }),
  fc.constantFrom(
    '',
    '-1',
    '1e9',
    'NaN',
    '99999999999999999999',
    'Role,Image',
    '__proto__',
    'x'.repeat(3_000),
  ),
);
const query = fc
  .array(fc.tuple(names, values), { maxLength: 8 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`).join('&'));

describe('any query string', () => {
  const scene = library.scenes.find(({ cover, files }) => cover === 'JPEG' && files.length > 0);
  const path = `/library/metadata/${scene?.id ?? 0}`;

  it('leaves an item, its images and a match that Plex can read', async () => {
    const filename = scene?.files[0]?.path.replace('/data', PLEX_ROOT);
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        const [item, images, match] = await Promise.all([
          talk.get(`${path}?${text}`),
          talk.get(`${path}/images?${text}`),
          talk.match({ filename }, `?${text}`),
        ]);
        expect([item.status, images.status, match.status]).toEqual([200, 200, 200]);
        expect(moviesOf(match)).toMatchObject([{ ratingKey: String(scene?.id) }]);
      }),
      { numRuns: 60 },
    );
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('with a thousand parameters is answered as one without', async () => {
    const many = Array.from({ length: 1_000 }, (_, n) => `a=${n}`).join('&');
    expect(moviesOf(await talk.get(`${path}?${many}`))[0]).toEqual(moviesOf(await talk.get(path))[0]);
  });

  it('is no way in: one after a wrong key is as wrong', async () => {
    const answer = await talk.get(`/library/metadata/0?ratingKey=${scene?.id ?? 0}`);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'RATING_KEY_INVALID']);
  });
});
