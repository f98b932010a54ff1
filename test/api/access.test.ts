import { describe, expect, it } from 'vitest';
import { type ApiWorld, sendRaw, startApiWorld } from '../support/api-world.ts';

const JSON_BODY = { 'content-type': 'application/json' };
const READ = JSON.stringify({ query: '{ status { version } }' });
const CHANGE = 'mutation { refreshCatalog { state } }';
const ELSEWHERE = '192.168.1.20';

const post = (api: ApiWorld, headers: Readonly<Record<string, string>>) =>
  sendRaw(`${api.url}/graphql`, { method: 'POST', headers: { ...JSON_BODY, ...headers }, body: READ });

describe('access to the API', () => {
  it.each(['/graphql?query={status{version}}', '/gaps', '/metrics', '/graphql'])(
    'refuses a foreign Host header at %s',
    async (path) => {
      await using api = await startApiWorld();
      const { status, text } = await sendRaw(api.url + encodeURI(path), {
        headers: { host: 'evil.example.com' },
      });
      expect(status).toBe(403);
      expect(text).toContain('HOST_NOT_ALLOWED');
    },
  );

  it.each([
    { origin: 'https://evil.example.com' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'content-type': 'text/plain', origin: 'https://evil.example.com' },
  ])('refuses a POST that another site starts: %j', async (headers) => {
    await using api = await startApiWorld();
    const { status, text } = await post(api, headers);
    expect(status).toBe(403);
    expect(text).toContain('CROSS_SITE');
  });

  it('lets its own pages and programs through', async () => {
    await using api = await startApiWorld();
    const own = await post(api, { origin: api.url, 'sec-fetch-site': 'same-origin' });
    const program = await post(api, {});
    expect([own.status, program.status]).toEqual([200, 200]);
  });

  it('tells no other site that it may read answers', async () => {
    await using api = await startApiWorld();
    const answer = await fetch(`${api.url}/gaps`, { headers: { origin: 'https://evil.example.com' } });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('refuses a mutation without token from another address', async () => {
    await using api = await startApiWorld({ address: ELSEWHERE });
    const { status, data, errors } = await api.ask(CHANGE);
    expect(status).toBe(403);
    expect(data ?? null).toBeNull();
    expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
    expect(api.refreshed).toEqual([]);
  });

  it('refuses it also as the second operation of a document, and behind a made-up forwarding header', async () => {
    await using api = await startApiWorld({ address: ELSEWHERE });
    const body = JSON.stringify({
      query: `query Q { status { version } } mutation M { refreshCatalog { state } }`,
      operationName: 'M',
    });
    const headers = { ...JSON_BODY, 'x-forwarded-for': '127.0.0.1' };
    const { status } = await sendRaw(`${api.url}/graphql`, { method: 'POST', headers, body });
    expect(status).toBe(403);
    expect(api.refreshed).toEqual([]);
  });

  it('lets another address read while no token is set', async () => {
    await using api = await startApiWorld({ address: ELSEWHERE });
    expect((await api.ask('{ status { version } }')).data).toEqual({ status: { version: '1.2.3' } });
  });

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'lets %s change things while no token is set',
    async (address) => {
      await using api = await startApiWorld({ address });
      expect((await api.ask(CHANGE)).errors).toEqual([]);
      expect(api.refreshed).toEqual(['DIFF']);
    },
  );
});

describe('a token', () => {
  it.each([{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic c2VjcmV0' }])(
    'is asked for at every door that holds data: %j',
    async (headers) => {
      await using api = await startApiWorld({ token: 'swordfish' });
      const doors = ['/graphql?query={status{version}}', '/gaps', '/gaps?format=csv', '/metrics', '/graphql'];
      const answers = await Promise.all(doors.map((door) => sendRaw(api.url + encodeURI(door), { headers })));
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
      expect((await post(api, headers)).status).toBe(401);
    },
  );

  it('does not open a door to a query that pretends to be a browser', async () => {
    await using api = await startApiWorld({ token: 'swordfish' });
    const headers = { accept: 'text/html' };
    const answers = await Promise.all([
      sendRaw(`${api.url}/graphql?query=%7Bstatus%7Bversion%7D%7D`, { headers }),
      sendRaw(`${api.url}/graphql?query=`, { headers }),
      sendRaw(`${api.url}/gaps`, { headers }),
      post(api, headers),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
  });

  it('lets its holder change things from anywhere', async () => {
    await using api = await startApiWorld({ token: 'swordfish', address: ELSEWHERE });
    expect((await api.ask(CHANGE, { authorization: 'Bearer swordfish' })).errors).toEqual([]);
    expect(api.refreshed).toEqual(['DIFF']);
  });
});

describe('GraphiQL', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

  it('is served to browsers, also without the token that its requests need, and never holds it', async () => {
    await using api = await startApiWorld({ token: 'swordfish' });
    const { status, text } = await sendRaw(`${api.url}/graphql`, { headers: browser });
    expect(status).toBe(200);
    expect(text).toContain('OpenGaps');
    expect(text).not.toContain('swordfish');
  });

  it('allows nothing from elsewhere', async () => {
    await using api = await startApiWorld();
    const answer = await fetch(`${api.url}/graphql`, { headers: browser });
    await answer.body?.cancel();
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it('is not sent to programs', async () => {
    await using api = await startApiWorld();
    const { text } = await sendRaw(`${api.url}/graphql`, { headers: { accept: '*/*' } });
    expect(text).toContain('Must provide query string');
  });
});
