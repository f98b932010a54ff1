import { afterAll, describe, expect, it } from 'vitest';
import { createScanner } from '../../simulators/plex/scanner/create-scanner.ts';
import { codeOf, moviesOf, talkTo } from '../support/provider-talk.ts';
import { filesOfStash, startScanWorld, toScanFile } from '../support/scan-world.ts';

const SECRET = 'a-very-secret-segment-0123456789';
const world = await startScanWorld({ scenes: 20, env: { PROVIDER_SECRET: SECRET } });
const { service, library } = world;
const root = new URL(service.provider).origin;
afterAll(() => world[Symbol.asyncDispose]());

describe('a provider with PROVIDER_SECRET', () => {
  it('serves everything below the secret', async () => {
    await using plex = createScanner({
      providerUri: service.provider,
      filenameForm: 'RELATIVE',
      concurrency: 4,
      posterEvery: 1,
    });
    const files = filesOfStash(world);
    const report = await plex.scan(files.map(toScanFile));
    expect(report.violations).toEqual([]);
    expect(report.counts).toMatchObject({ MATCHED: files.length });
    const posters = report.files.flatMap(({ poster }) => poster ?? []);
    expect(posters.length).toBeGreaterThan(0);
    expect(posters.every(({ kind }) => kind === 'FETCHED')).toBe(true);
  });

  it('answers the manifest with and without a slash at the end', async () => {
    using talk = talkTo(service.provider);
    expect((await talk.get('')).status).toBe(200);
    expect((await talk.get('/')).status).toBe(200);
    expect((await talk.get('?includePreferences=1')).status).toBe(200);
    expect(talk.violations).toEqual([]);
  });

  it('answers 404 without the secret, with a wrong one and with a part of it', async () => {
    using talk = talkTo(root, [SECRET]);
    using inside = talkTo(service.provider);
    const [movie] = moviesOf(await inside.get(`/library/metadata/${library.scenes[0]?.id ?? 0}`));
    const artwork = new URL(String(movie?.['thumb'])).pathname.replace(`/${SECRET}`, '');
    const paths = ['/', '/library/metadata/1', '/library/metadata/1/images', artwork];
    for (const prefix of ['', '/wrong', `/${SECRET.slice(0, -1)}`, `/${SECRET.toUpperCase()}`]) {
      for (const path of paths) {
        const answer = await talk.get(prefix + path);
        expect(answer.status, prefix + path).toBe(404);
        expect(codeOf(answer)).toBe('NO_SUCH_ROUTE');
      }
    }
    expect((await talk.match({ title: 'x' })).status).toBe(404);
  });

  it('never logs the secret', () => {
    expect(service.log.length).toBeGreaterThan(0);
    expect(JSON.stringify(service.log)).not.toContain(SECRET);
  });
});
