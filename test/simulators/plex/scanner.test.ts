import { describe, expect, it } from 'vitest';
import { createScanner } from '../../../simulators/plex/scanner/create-scanner.ts';
import { ProviderUnusable } from '../../../simulators/plex/scanner/read-manifest.ts';
import type { ScannerOptions } from '../../../simulators/plex/scanner/scanner.ts';
import { goldenError, goldenImages, IDENTIFIER } from '../../support/golden-provider-answers.ts';
import { breakAnswer } from '../../support/break-answer.ts';
import {
  answerOf,
  cannotKnow,
  movieOf,
  type SeenRequest,
  startTinyProvider,
  type TinyProvider,
} from '../../support/tiny-provider.ts';
import { containerOf } from '../../support/golden-provider-answers.ts';

const fileOf = (name: string) => ({ location: '/media/Adult', path: `/media/Adult/${name}` });
const known = fileOf('Studio/known 7.mp4');
const stranger = fileOf('stranger (2019).mp4');

function scannerOf(provider: TinyProvider, options: Partial<ScannerOptions> = {}) {
  return createScanner({ providerUri: provider.uri, filenameForm: 'RELATIVE', concurrency: 4, ...options });
}

const isMatch = ({ method }: SeenRequest): boolean => method === 'POST';
const isImages = ({ url }: SeenRequest): boolean => url.endsWith('/images');

describe('a scan', () => {
  it('makes the calls PMS makes, in its order', async () => {
    await using provider = await startTinyProvider('/secret');
    await using scanner = scannerOf(provider);
    await scanner.scan([known]);
    expect(provider.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /secret?includePreferences=1',
      'POST /secret/library/metadata/matches',
      'GET /secret/library/metadata/7',
      'GET /secret/library/metadata/7/images',
      'GET /secret/library/metadata/7/extras?updating=1&X-Plex-Container-Size=50&X-Plex-Container-Start=0&X-Plex-Country=US&X-Plex-Language=en-US',
    ]);
  });

  it('looks like PMS, without its identifier on the manifest call', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider);
    await scanner.scan([known]);
    const [manifest, match] = provider.seen;
    expect(manifest?.headers['user-agent']).toBe('PlexMediaServer/1.43.0.10467');
    expect(manifest?.headers['x-plex-client-identifier']).toBeUndefined();
    expect(match?.headers['user-agent']).toBe('PlexMediaServer/1.43.0.10467');
    expect(match?.headers['x-plex-client-identifier']).toBeTypeOf('string');
  });

  it('sends type, guessed title, year and file name, and no manual', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider, { filenameForm: 'WINDOWS_RELATIVE' });
    await scanner.scan([known, stranger]);
    expect(provider.seen.filter(isMatch).map(({ body }) => body)).toEqual(
      expect.arrayContaining([
        { type: 1, title: 'known 7', filename: 'Studio\\known 7.mp4' },
        { type: 1, title: 'stranger', year: 2019, filename: 'stranger (2019).mp4' },
      ]),
    );
  });

  it('leaves the file name out, or says includeAdult, when told so', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider, { filenameForm: 'ABSENT', includeAdult: 1 });
    await scanner.scan([known]);
    expect(provider.seen.find(isMatch)?.body).toEqual({ type: 1, title: 'known 7', includeAdult: 1 });
  });

  it('reports what became of each file, in the order given', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider);
    const report = await scanner.scan([stranger, known]);
    expect(report.counts).toEqual({ MATCHED: 1, UNMATCHED: 1, TRANSIENT: 0, FAILED: 0 });
    expect(report.violations).toEqual([]);
    expect(report.files).toMatchObject([
      { file: stranger, outcome: 'UNMATCHED' },
      {
        file: known,
        fileName: 'Studio/known 7.mp4',
        outcome: 'MATCHED',
        ratingKey: '7',
        guid: `${IDENTIFIER}://movie/7`,
        metadata: { title: 'Movie 7' },
        images: goldenImages.MediaContainer.Image,
      },
    ]);
    expect(Object.keys(report.files[1]?.latencyMs ?? {})).toEqual(['MATCH', 'METADATA', 'IMAGES', 'EXTRAS']);
    expect(report.latencyMs.MATCH?.calls).toBe(2);
    expect(report.latencyMs.METADATA?.calls).toBe(1);
  });

  it('names every breach of the contract', async () => {
    await using provider = await startTinyProvider();
    provider.misbehave = (request) =>
      isImages(request)
        ? answerOf(200, breakAnswer(goldenImages, 'MediaContainer.Image.0.type', 'poster'))
        : 'USUAL';
    await using scanner = scannerOf(provider);
    const report = await scanner.scan([known, stranger]);
    expect(report.violations).toEqual([expect.stringContaining('/library/metadata/7/images 200: $.')]);
    expect(report.files[0]?.violations).toHaveLength(1);
    expect(report.files[1]?.violations).toEqual([]);
  });

  it('holds every answer against the identifier of the manifest', async () => {
    await using provider = await startTinyProvider();
    provider.misbehave = (request) =>
      isImages(request)
        ? answerOf(200, breakAnswer(goldenImages, 'MediaContainer.identifier', 'tv.plex.other'))
        : 'USUAL';
    await using scanner = scannerOf(provider);
    expect((await scanner.scan([known])).violations).toEqual([
      expect.stringContaining('.identifier: expected'),
    ]);
  });

  it('names a secret that an answer holds', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider, { secrets: ['A long walk'] });
    const report = await scanner.scan([known]);
    expect(report.violations).toHaveLength(2);
  });

  it('fails a guid without the type segment without another call', async () => {
    await using provider = await startTinyProvider();
    provider.misbehave = (request) =>
      isMatch(request)
        ? answerOf(200, containerOf('Metadata', [{ ...movieOf('7'), guid: `${IDENTIFIER}://7` }]))
        : 'USUAL';
    await using scanner = scannerOf(provider);
    const report = await scanner.scan([known]);
    expect(report.files[0]).toMatchObject({
      outcome: 'FAILED',
      failure: expect.stringContaining('guid') as string,
    });
    expect(report.violations).not.toEqual([]);
    expect(provider.seen).toHaveLength(2);
  });

  it.each([
    ['a 400', answerOf(400, goldenError), 'match answered 400'],
    [
      'a match without guid',
      answerOf(200, containerOf('Metadata', [{ title: 'x' }])),
      'the match has no guid',
    ],
  ])('fails a file on %s', async (_what, answer, failure) => {
    await using provider = await startTinyProvider();
    provider.misbehave = (request) => (isMatch(request) ? answer : 'USUAL');
    await using scanner = scannerOf(provider);
    expect((await scanner.scan([known])).files[0]).toMatchObject({ outcome: 'FAILED', failure });
  });

  it('fails a matched file whose item does not exist', async () => {
    await using provider = await startTinyProvider();
    provider.misbehave = ({ url }) => (url === '/library/metadata/7' ? answerOf(404, goldenError) : 'USUAL');
    await using scanner = scannerOf(provider);
    const report = await scanner.scan([known]);
    expect(report.files[0]).toMatchObject({
      outcome: 'FAILED',
      failure: 'metadata answered 404 without an item',
    });
    expect(report.violations).toEqual([]);
  });

  it('never takes HTML for "nothing found"', async () => {
    await using provider = await startTinyProvider();
    provider.misbehave = (request) => (isMatch(request) ? { status: 200, body: '<h1>hello' } : 'USUAL');
    await using scanner = scannerOf(provider);
    const report = await scanner.scan([known]);
    expect(report.files[0]).toMatchObject({ outcome: 'FAILED', failure: 'match answered no MediaContainer' });
    expect(report.violations.join()).toContain('expected JSON');
  });

  it('refuses to scan with a provider whose root is no manifest', async () => {
    await using provider = await startTinyProvider();
    provider.misbehave = () => answerOf(200, { hello: 'world' });
    await using scanner = scannerOf(provider);
    await expect(scanner.scan([known])).rejects.toThrow(ProviderUnusable);
    provider.misbehave = () => 'USUAL';
    expect((await scanner.scan([known])).counts.MATCHED).toBe(1);
  });

  it('refuses to scan with a provider that is not there', async () => {
    const provider = await startTinyProvider();
    await provider[Symbol.asyncDispose]();
    await using scanner = scannerOf(provider);
    await expect(scanner.scan([known])).rejects.toThrow('BROKEN_OFF');
  });

  it('fetches the manifest once, and anew when PMS restarts', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider);
    await scanner.scan([known]);
    await scanner.scan([known]);
    const manifests = () => provider.seen.filter(({ url }) => url === '/?includePreferences=1').length;
    expect(manifests()).toBe(1);
    expect(await scanner.rereadManifest()).toEqual([]);
    expect(manifests()).toBe(2);
  });

  it('stops when it is told to', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider, { concurrency: 1 });
    const stop = new AbortController();
    provider.misbehave = (request) => {
      if (isMatch(request)) stop.abort(new Error('enough'));
      return 'USUAL';
    };
    await expect(scanner.scan([known, stranger], stop.signal)).rejects.toThrow('enough');
    expect(provider.seen.filter(isMatch)).toHaveLength(1);
  });

  it('works through many files over few connections, telling its progress', async () => {
    await using provider = await startTinyProvider();
    const done: number[] = [];
    const toldWithoutAnswers: string[] = [];
    await using scanner = scannerOf(provider, {
      keepAnswers: false,
      onProgress: (progress) => done.push(progress.done),
      onFile: ({ file, metadata }) => metadata ?? toldWithoutAnswers.push(file.path),
    });
    const files = Array.from({ length: 300 }, (_, index) => fileOf(`known ${index}.mp4`));
    const report = await scanner.scan(files);
    expect(report.counts.MATCHED).toBe(300);
    expect(done).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    expect(report.files.every(({ metadata, match }) => metadata === undefined && match === undefined)).toBe(
      true,
    );
    expect(toldWithoutAnswers).toEqual([]);
    expect(new Set(provider.seen.map(({ remotePort }) => remotePort)).size).toBeLessThanOrEqual(4);
    expect(report.files.map(({ ratingKey }) => ratingKey)).toEqual(files.map((_, index) => String(index)));
  });
});

describe('a transient error', () => {
  it.each([
    ['MATCH', isMatch, 1],
    ['METADATA', ({ url }: SeenRequest) => url === '/library/metadata/7', 0],
    ['IMAGES', isImages, 0],
    ['EXTRAS', ({ url }: SeenRequest) => url.includes('/extras'), 0],
  ] as const)('of %s is recorded, and healed by a later scan', async (call, isAffected, matchesAgain) => {
    await using provider = await startTinyProvider();
    provider.misbehave = (request) => (isAffected(request) ? cannotKnow : 'USUAL');
    await using scanner = scannerOf(provider);
    const report = await scanner.scan([known, stranger]);
    expect(report.files[0]).toMatchObject({
      outcome: 'TRANSIENT',
      transient: [{ call, reason: 'HTTP_500', retryAfterS: 30 }],
    });
    expect(report.violations).toEqual([]);
    provider.misbehave = () => 'USUAL';
    provider.seen.length = 0;
    const again = await scanner.rescanTransient();
    expect(again.files[0]).toMatchObject({ file: known, outcome: 'MATCHED', ratingKey: '7' });
    expect(again.files.every(({ outcome }) => outcome !== 'TRANSIENT')).toBe(true);
    expect(
      provider.seen.filter(isMatch).filter(({ body }) => (body as { title: string }).title === 'known 7'),
    ).toHaveLength(matchesAgain);
    expect((await scanner.rescanTransient()).files).toEqual([]);
  });

  it('is a call that takes too long', async () => {
    await using provider = await startTinyProvider();
    provider.misbehave = (request) => (isMatch(request) ? undefined : 'USUAL');
    await using scanner = scannerOf(provider, { timeoutMs: 50 });
    const report = await scanner.scan([known]);
    expect(report.files[0]?.transient).toEqual([{ call: 'MATCH', reason: 'TIMED_OUT' }]);
  });

  it('is a connection that breaks, on a fresh connection and on a used one', async () => {
    await using provider = await startTinyProvider();
    provider.misbehave = (request) => (isMatch(request) ? 'HANG_UP' : 'USUAL');
    await using scanner = scannerOf(provider);
    const report = await scanner.scan([known]);
    expect(report.files[0]?.transient).toEqual([{ call: 'MATCH', reason: 'BROKEN_OFF' }]);
    expect(provider.seen.filter(isMatch)).toHaveLength(2);
  });

  it('is no connection that had been closed while it was idle', async () => {
    await using provider = await startTinyProvider();
    let hungUp = false;
    provider.misbehave = (request) => {
      const isFirst = isMatch(request) && !hungUp;
      hungUp ||= isFirst;
      return isFirst ? 'HANG_UP' : 'USUAL';
    };
    await using scanner = scannerOf(provider);
    expect((await scanner.scan([known])).files[0]).toMatchObject({ outcome: 'MATCHED', transient: [] });
  });
});

describe('a matched file', () => {
  it('is refreshed from its stored guid and never matched again', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider);
    await scanner.scan([known]);
    provider.seen.length = 0;
    expect((await scanner.scan([known])).counts.MATCHED).toBe(1);
    expect(provider.seen.map(({ url }) => url.split('?')[0])).toEqual([
      '/library/metadata/7',
      '/library/metadata/7/images',
      '/library/metadata/7/extras',
    ]);
    expect(scanner.findGuid(known.path)).toBe(`${IDENTIFIER}://movie/7`);
  });

  it('takes the candidate a person picks, as it is', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider);
    const { candidates, violations } = await scanner.fixMatch(known);
    expect(provider.seen.find(isMatch)?.body).toMatchObject({ manual: 1 });
    expect(violations).toEqual([]);
    expect(candidates.map(({ ratingKey }) => ratingKey)).toEqual(['7', '70']);
    expect(scanner.findGuid(known.path)).toBeUndefined();
    const picked = await scanner.applyMatch(known, String(candidates[1]?.guid));
    expect(picked).toMatchObject({ outcome: 'MATCHED', ratingKey: '70' });
    expect((await scanner.scan([known])).files[0]?.ratingKey).toBe('70');
  });

  it('has no candidates, and the reason, when the provider cannot be used', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider);
    provider.misbehave = (request) => (isMatch(request) ? answerOf(400, goldenError) : 'USUAL');
    expect(await scanner.fixMatch(known)).toMatchObject({ candidates: [], failure: 'match answered 400' });
    provider.misbehave = (request) => (isMatch(request) ? cannotKnow : 'USUAL');
    expect((await scanner.fixMatch(known)).transient).toHaveLength(1);
  });
});

describe('a poster', () => {
  const withPosterAt = (provider: TinyProvider, url: string): void => {
    provider.misbehave = (request) => {
      if (request.url === '/poster')
        return { status: 200, headers: { 'Content-Type': 'image/jpeg' }, body: 'JPEG' };
      return isImages(request)
        ? answerOf(200, containerOf('Image', [{ type: 'coverPoster', url }]))
        : 'USUAL';
    };
  };

  it('is fetched for every n-th file, as an image', async () => {
    await using provider = await startTinyProvider();
    withPosterAt(provider, `${provider.uri}/poster`);
    await using scanner = scannerOf(provider, { posterEvery: 2, concurrency: 1 });
    const { files } = await scanner.scan([1, 2, 3].map((id) => fileOf(`known ${id}.mp4`)));
    const fetched = { kind: 'FETCHED', contentType: 'image/jpeg', bytes: 4 };
    expect(files.map(({ poster }) => poster)).toEqual([fetched, undefined, fetched]);
    expect(provider.seen.find(({ url }) => url === '/poster')?.headers.accept).toBe('image/*');
  });

  it('at a private address is refused by newer servers without a call', async () => {
    await using provider = await startTinyProvider();
    withPosterAt(provider, `${provider.uri}/poster`);
    await using scanner = scannerOf(provider, { posterEvery: 1, privateAddressImagesRefused: true });
    expect((await scanner.scan([known])).files[0]?.poster).toEqual({ kind: 'REFUSED' });
    expect(provider.seen.some(({ url }) => url === '/poster')).toBe(false);
  });

  it('that is no picture, or at no address, has failed', async () => {
    await using provider = await startTinyProvider();
    await using scanner = scannerOf(provider, { posterEvery: 1 });
    withPosterAt(provider, `${provider.uri}/library`);
    expect((await scanner.scan([known])).files[0]).toMatchObject({
      outcome: 'MATCHED',
      poster: { kind: 'FAILED', reason: 'HTTP_200 application/json' },
    });
    withPosterAt(provider, 'no address');
    expect((await scanner.scan([known])).files[0]?.poster).toEqual({ kind: 'FAILED', reason: 'NO_ADDRESS' });
  });
});
