import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARTWORK_KINDS } from '../../src/artwork/artwork-kind.ts';
import { ArtworkWorld, errorCodeOf } from '../support/artwork-world.ts';
import { exchangeRaw } from '../support/raw-connection.ts';
import { samplePicture } from '../support/sample-pictures.ts';

const COVER = '/scene/12/screenshot';

describe('an artwork address that we did not issue', () => {
  async function refused(change: (address: string) => string, method = 'GET'): Promise<unknown> {
    await using world = await ArtworkWorld.start();
    for (const path of [COVER, '/scene/13/screenshot', '/performer/12/image'])
      world.upstream.put(path, await samplePicture(64, 36), 'image/jpeg');
    const address = world.address('SCENE_SNAPSHOT', '12');
    expect((await fetch(address)).status).toBe(200);
    const asked = world.upstream.requests.length;
    const response = await fetch(change(address), { method });
    expect(world.upstream.requests).toHaveLength(asked);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    return [response.status, await errorCodeOf(response)];
  }

  it.each<[string, (address: string) => string]>([
    [
      'a tampered signature',
      (address) => address.replace(/(.)\.jpg$/, (_, c) => `${c === 'A' ? 'B' : 'A'}.jpg`),
    ],
    ['the id of another scene', (address) => address.replace('/12/', '/13/')],
    ['another kind', (address) => address.replace('/snapshot/', '/poster/')],
    ['the kind of another sort of thing', (address) => address.replace('/snapshot/', '/performer/')],
    ['another version', (address) => address.replace('/v1/', '/v2/')],
    ['a path in the id', (address) => address.replace('/12/', '/..%2Fgraphql/')],
    ['a query in the id', (address) => address.replace('/12/', '/12%3Fapikey=x/')],
    ['a broken escape', (address) => address.replace('/12/', '/%E0%A4%A/')],
    ['a NUL', (address) => address.replace('/v1/', '/v1%00/')],
    ['an escaped slash', (address) => address.replace('/12/', '/12%2F..%2F13/')],
    ['a slash escaped twice', (address) => address.replace('/12/', '/12%252F13/')],
    ['a backslash', (address) => address.replace('/12/', '/12%5C13/')],
    ['an id with a leading zero', (address) => address.replace('/12/', '/012/')],
    ['an id in other digits', (address) => address.replace('/12/', '/%EF%BC%91%EF%BC%92/')],
    ['an id of five thousand digits', (address) => address.replace('/12/', `/${'1'.repeat(5_000)}/`)],
    ['another ending', (address) => address.replace('.jpg', '.png')],
    ['a NUL at the end', (address) => `${address}%00`],
    ['the kind in capitals', (address) => address.replace('/snapshot/', '/SNAPSHOT/')],
    ['a name that all objects have as kind', (address) => address.replace('/snapshot/', '/constructor/')],
    ['no signature', (address) => address.replace(/[^/]+\.jpg$/, '.jpg')],
    ['ten kilobytes of signature', (address) => address.replace('.jpg', `${'A'.repeat(10_000)}.jpg`)],
  ])('is refused for %s, without a word to Stash', async (_what, change) => {
    expect(await refused(change)).toEqual([404, 'NO_SUCH_ARTWORK']);
  });

  it('leads nowhere outside the prefix', async () => {
    expect(await refused((address) => address.replace('/secret', ''))).toEqual([404, 'NO_SUCH_ROUTE']);
  });

  it('leads nowhere for another method', async () => {
    expect(await refused((address) => address, 'POST')).toEqual([404, 'NO_SUCH_ROUTE']);
  });

  it('is refused whatever it is, and Stash hears of none', async () => {
    await using world = await ArtworkWorld.start();
    const { pathname } = new URL(world.baseUrl);
    const segment = fc.oneof(
      fc.string({ unit: fc.constantFrom('.', '/', '\\', '%2f', '%2e', '%00', '%', '0', 'a', ';', '@', ':') }),
      fc.constantFrom(...Object.values(ARTWORK_KINDS).map((kind) => kind.segment)),
      fc.nat().map(String),
      fc.constantFrom('..', '__proto__', 'x'.repeat(2_000), `${'A'.repeat(24)}.jpg`),
    );
    const segments = fc.array(segment, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(segments, async (path) => {
        const target = `${pathname}/artwork/${path.join('/')}`;
        const { statuses } = await exchangeRaw(
          world.baseUrl,
          `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
        );
        expect(statuses).toEqual([404]);
      }),
      { numRuns: 80 },
    );
    expect(world.upstream.requests).toEqual([]);
    expect(world.broken).toEqual([]);
  });
});
