import { describe, expect, it } from 'vitest';
import { generateLibrary } from '../../../simulators/library/generate-library.ts';
import { isPrivateAddress } from '../../../simulators/stash/private-address.ts';
import { startStashSimulator } from '../../../simulators/stash/start-stash-simulator.ts';
import { askStash } from './ask-stash.ts';

const library = generateLibrary({ scenes: 5 });
const QUERY = '{version{version}}';

describe('access to a Stash with credentials', () => {
  it('needs the key in its header or query; Authorization is ignored', async () => {
    await using stash = await startStashSimulator({ library, apiKey: 'right' });
    const ask = async (headers: Record<string, string>) =>
      (await askStash(stash.url, QUERY, {}, headers)).status;

    expect(await ask({ apikey: 'right' })).toBe(200);
    expect(await ask({ apikey: 'wrong' })).toBe(401);
    expect(await ask({ authorization: 'Bearer right' })).toBe(401);
    expect((await fetch(`${stash.url}/scene/1/screenshot?apikey=right`)).status).toBe(200);
  });

  it('sends a caller without a key from a picture to the log-in page, which is HTML and 200', async () => {
    await using stash = await startStashSimulator({ library, apiKey: 'right' });
    const refused = await fetch(`${stash.url}/scene/1/screenshot?t=1`, { redirect: 'manual' });
    const followed = await fetch(`${stash.url}/scene/1/screenshot?t=1`);

    expect(refused.status).toBe(302);
    expect(refused.headers.get('location')).toBe('/login?returnURL=%2Fscene%2F1%2Fscreenshot%3Ft%3D1');
    expect(followed.status).toBe(200);
    expect(followed.headers.get('content-type')).toBe('text/html');
  });

  it('answers healthz to everybody', async () => {
    await using stash = await startStashSimulator({ library, apiKey: 'right' });

    expect(await (await fetch(`${stash.url}/healthz`)).text()).toBe('.');
  });
});

describe('access to a Stash without credentials', () => {
  it('refuses any key, and takes an empty one for none', async () => {
    await using stash = await startStashSimulator({ library });

    expect((await askStash(stash.url, QUERY, {}, { apikey: 'any' })).status).toBe(401);
    expect((await askStash(stash.url, QUERY, {}, { apikey: '' })).status).toBe(200);
  });

  it('refuses everything once a public address was seen, also after a restart, until it is told better', async () => {
    await using stash = await startStashSimulator({ library });
    const status = async (headers = {}) => (await askStash(stash.url, QUERY, {}, headers)).status;
    const ask = async (headers = {}) => {
      const response = await fetch(`${stash.url}/graphql?query=${encodeURIComponent(QUERY)}`, { headers });
      return response.status;
    };

    expect(await status({ 'x-forwarded-for': '192.168.1.9, 10.0.0.1' })).toBe(200);
    expect(await ask({ 'x-forwarded-for': '8.8.8.8' })).toBe(403);
    expect(await ask()).toBe(403);
    await stash.stop();
    await expect(ask()).rejects.toThrow('fetch failed');
    await stash.restart();
    expect(await ask()).toBe(403);
    expect((await fetch(`${stash.url}/healthz`)).status).toBe(200);
    stash.resetTripwire();
    expect(await ask()).toBe(200);
  });

  it.each([
    ['127.0.0.1', true],
    ['::1', true],
    ['::ffff:192.168.0.5', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['100.64.0.1', true],
    ['169.254.1.1', true],
    ['fd00::1', true],
    ['2001:db8::1', false],
    ['8.8.8.8', false],
    ['10.0.0.1,10.0.0.2', false],
    ['', false],
  ])('takes %s for private: %s', (address, isPrivate) => {
    expect(isPrivateAddress(address)).toBe(isPrivate);
  });
});
