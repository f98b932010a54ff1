import { afterAll, describe, expect, it } from 'vitest';
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

const MATCHES = '/library/metadata/matches';

function postText(body: string | Buffer, headers = {}): Promise<RawAnswer> {
  return talk.send({ method: 'POST', path: MATCHES, body, headers });
}

const refused = (code: string) => async (answer: Promise<RawAnswer>) => {
  const { status, headers } = await answer;
  expect(status).toBe(400);
  expect(headers['content-type']).toMatch(/^application\/json/);
  expect(codeOf(await answer)).toBe(code);
};

async function expectAlive(): Promise<void> {
  expect((await talk.get('')).status).toBe(200);
}

describe('the body of a match request', () => {
  it.each([
    ['nothing', ''],
    ['half an object', '{"type":1,"title":'],
    ['no JSON', 'title=x&type=1'],
    ['bytes that are no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22])],
  ])('is refused when it is %s', async (_what, body) => {
    const codes = ['BODY_MISSING', 'BODY_NOT_JSON'];
    const answer = await postText(body);
    expect(answer.status).toBe(400);
    expect(codes).toContain(codeOf(answer));
  });

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['an object without anything', '{}'],
    ['a movie that is not described at all', '{"type":1}'],
    ['a title that is an object', '{"type":1,"title":{"a":1}}'],
    ['a file name that is a list', '{"type":1,"filename":["a.mp4"]}'],
    ['a year that is no number', '{"type":1,"title":"x","year":"soon"}'],
    ['a type that is no number', '{"type":"movie","title":"x"}'],
    ['a flag that is neither yes nor no', '{"type":1,"title":"x","manual":"maybe"}'],
    ['text that is no Unicode', '{"type":1,"title":"\\ud800"}'],
    ['a file name with a NUL', '{"type":1,"filename":"a\\u0000b.mp4"}'],
    ['a file name that climbs', '{"type":1,"filename":"a/../../etc/passwd"}'],
    ['a file name that climbs as in Windows', '{"type":1,"filename":"..\\\\..\\\\boot.ini"}'],
    ['a title as long as a book', `{"type":1,"title":"${'x'.repeat(100_000)}"}`],
  ])('is refused when it holds %s', async (_what, body) => {
    await refused('MATCH_BODY_INVALID')(postText(body));
  });

  it('is refused when it has ten megabytes, said beforehand or not', async () => {
    const body = JSON.stringify({ type: 1, title: 'x'.repeat(10_000_000) });
    await refused('BODY_TOO_LARGE')(postText(body));
    await refused('BODY_TOO_LARGE')(postText(body, { 'Transfer-Encoding': 'chunked' }));
    await expectAlive();
  });

  it('may be nested fifty thousand levels deep', async () => {
    const deep = `{"type":1,"title":"x","more":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect([200, 400]).toContain((await postText(deep)).status);
    await expectAlive();
  });

  it('may set what no object should have', async () => {
    const body = '{"type":1,"title":"x","__proto__":{"manual":1},"constructor":{"prototype":{"a":1}}}';
    const answer = await postText(body);
    expect(moviesOf(answer)).toEqual([]);
    expect(({} as Record<string, unknown>)['manual']).toBeUndefined();
  });

  it.each([0, 2, 3, 4, 8, 9, 10, 18, 42, -1, 999_999])(
    'gets an empty list for type %i, which is not served',
    async (type) => {
      const answer = await talk.match({ type, title: 'Anything', filename: 'a.mp4' });
      expect(answer.status).toBe(200);
      expect(moviesOf(answer)).toEqual([]);
    },
  );

  it('may write its numbers as text', async () => {
    const file = library.scenes.find(({ files }) => files.length > 0)?.files[0];
    const filename = file?.path.replace('/data', PLEX_ROOT);
    const hints = { type: '1', filename, title: 12, year: '1999', manual: '0' };
    const answer = await postText(JSON.stringify(hints));
    expect(moviesOf(answer)).toHaveLength(1);
  });
});

describe('addresses', () => {
  it.each([
    'abc',
    '0',
    '-1',
    '1.5',
    '1e3',
    '%00',
    '%2e%2e',
    '1%2F2',
    '99999999999999999999999',
    '１２',
    '1 OR 1=1',
  ])('with the absurd ratingKey %s are refused', async (key) => {
    const path = `/library/metadata/${encodeURI(key).replaceAll('%25', '%')}`;
    for (const sub of ['', '/images']) {
      const answer = await talk.get(path + sub);
      expect([400, 404]).toContain(answer.status);
      expect(codeOf(answer)).toMatch(/^[A-Z_]+$/);
    }
  });

  it('with a ratingKey that Stash does not know are answered 404', async () => {
    for (const sub of ['', '/images']) {
      const answer = await talk.get(`/library/metadata/987654321${sub}`);
      expect(answer.status).toBe(404);
      expect(codeOf(answer)).toBe('SCENE_GONE');
    }
  });

  it.each(['987654321', 'abc', '0'])('of extras are answered with an empty list for %s', async (key) => {
    const answer = await talk.get(`/library/metadata/${key}/extras`);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ MediaContainer: { size: 0 } });
  });

  it.each([
    ['GET', '/library'],
    ['GET', '/library/metadata'],
    ['GET', '/library/metadata/1/children'],
    ['GET', '/library/metadata/1/images/1'],
    ['GET', '/../../etc/passwd'],
    ['GET', '/%2e%2e/%2e%2e/etc/passwd'],
    ['GET', '//evil.example/'],
    ['GET', '/%E0%A4%A'],
    ['GET', '/graphql'],
    ['GET', '/metrics'],
    ['GET', '/health/ready'],
    ['GET', `/${'a'.repeat(8000)}`],
    ['DELETE', '/library/metadata/1'],
    ['PUT', MATCHES],
    ['PATCH', '/'],
    ['POST', '/'],
    ['POST', '/library/metadata/1'],
    ['OPTIONS', '/library/metadata/1'],
    ['GET', '/artwork/SCENE_POSTER/1/v1/x.jpg'],
  ])('that lead nowhere answer %s %s with a JSON error', async (method, path) => {
    const answer = await talk.send({ method, path });
    expect([400, 403, 404]).toContain(answer.status);
    expect(codeOf(answer)).toMatch(/^[A-Z_]+$/);
  });

  it('answer HEAD as GET without the body', async () => {
    const [scene] = library.scenes;
    const path = `/library/metadata/${scene?.id ?? 0}`;
    const [head, get] = [await talk.send({ method: 'HEAD', path }), await talk.get(path)];
    expect(head).toMatchObject({ status: 200, text: '' });
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect(await talk.send({ method: 'HEAD', path: '' })).toMatchObject({ status: 200, text: '' });
    expect(await talk.send({ method: 'HEAD', path: '/library/metadata/987654321' })).toMatchObject({
      status: 404,
    });
  });
});

describe('many at once', () => {
  it('are answered as one is: two hundred matches', async () => {
    const files = library.scenes.flatMap(({ id, files: own }) => own.map(({ path }) => ({ id, path })));
    const asked = Array.from({ length: 200 }, (_, n) => files[n % files.length] ?? { id: 0, path: '' });
    const answers = await Promise.all(
      asked.map(({ path }) => talk.match({ filename: path.replace('/data', PLEX_ROOT) })),
    );
    const keys = answers.map((answer) => moviesOf(answer)[0]?.ratingKey);
    expect(keys).toEqual(asked.map(({ id }) => String(id)));
  });

  it('do no harm when their senders do not wait for the answer', async () => {
    const impatient = Array.from({ length: 50 }, () => {
      const gone = new AbortController();
      const asking = fetch(service.provider + MATCHES, {
        method: 'POST',
        body: JSON.stringify({ type: 1, filename: 'not known/at all.mp4' }),
        signal: gone.signal,
      });
      setImmediate(() => gone.abort());
      return asking.catch(() => undefined);
    });
    await Promise.all(impatient);
    await expectAlive();
  });
});

describe('the address in the answers', () => {
  const scene = library.scenes.find(({ cover, files }) => cover === 'JPEG' && files.length > 0);
  const path = `/library/metadata/${scene?.id ?? 0}`;
  const thumbFor = async (host: string): Promise<URL> => {
    const [movie] = moviesOf(await talk.get(path, { Host: host }));
    return new URL(String(movie?.['thumb']));
  };

  it('is the one that the caller used', async () => {
    expect((await thumbFor('stash2plex.local:8080')).origin).toBe('http://stash2plex.local:8080');
    expect((await thumbFor('[fd00::1]:8080')).origin).toBe('http://[fd00::1]:8080');
  });

  it.each([
    'evil.example/path',
    'a"b',
    'user:pass@evil.example',
    'evil.example#',
    'x'.repeat(60_000 / 8) + '/',
  ])('is not taken from a Host header that is no host: %s', async (host) => {
    expect((await thumbFor(host)).hostname).toBe('127.0.0.1');
  });

  it('stays right for more callers than are remembered', async () => {
    const hosts = Array.from({ length: 40 }, (_, n) => `h${n}.example:${8010 + n}`);
    for (const host of hosts) expect((await thumbFor(host)).host).toBe(host);
  });
});
