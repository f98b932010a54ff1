import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/lib/secret.ts';
import { PmsError } from '../../src/pms/pms-error.ts';
import { toIncompleteCause } from '../../src/pms/to-incomplete-cause.ts';
import { createPmsTransport, type PmsRequest, type PmsTransportOptions } from '../../src/pms/transport.ts';
import { noAbort, PMS_TOKEN } from '../support/pms-world.ts';
import { type Script, type ScriptedAnswer, startScriptedStash } from '../support/scripted-stash.ts';

const HTML = { 'content-type': 'text/html' };
const OK: ScriptedAnswer = { body: { MediaContainer: { size: 0 } } };
const REQUEST: PmsRequest = { path: '/library/sections/all', query: { checkFiles: '1' } };

function create(baseUrl: string, options: Partial<PmsTransportOptions> = {}) {
  return createPmsTransport({
    baseUrl,
    token: new Secret(PMS_TOKEN),
    clientIdentifier: 'test-client',
    ...options,
  });
}

async function ask(script: Script, options: Partial<PmsTransportOptions> = {}, request = REQUEST) {
  await using pms = await startScriptedStash(script);
  const answer = await create(pms.url, options)
    .send(request, noAbort())
    .catch((error: unknown) => error);
  return { answer, requests: pms.requests };
}

describe('a request to PMS', () => {
  it('asks for JSON in the current version of the API, and names this installation', async () => {
    const { answer, requests } = await ask(() => OK);
    expect(answer).toMatchObject({ body: { MediaContainer: { size: 0 } } });
    expect(requests[0]).toMatchObject({ method: 'GET', path: '/library/sections/all?checkFiles=1' });
    expect(requests[0]?.headers).toMatchObject({
      accept: 'application/json',
      'x-plex-client-identifier': 'test-client',
      'x-plex-product': 'Stash2Plex',
      'x-plex-pms-api-version': '1.2.0',
    });
  });

  it('carries the token in its header and nowhere else', async () => {
    const { requests } = await ask(() => OK);
    expect(requests[0]?.headers['x-plex-token']).toBe(PMS_TOKEN);
    const { 'x-plex-token': token, ...others } = requests[0]?.headers ?? {};
    expect(token).toBe(PMS_TOKEN);
    expect(JSON.stringify([requests[0]?.path, requests[0]?.body, others])).not.toContain(PMS_TOKEN);
  });

  it('has no token header when there is no token', async () => {
    const { requests } = await ask(() => OK, { token: undefined });
    expect(Object.keys(requests[0]?.headers ?? {})).not.toContain('x-plex-token');
  });

  it.each([
    ['', ''],
    ['/', ''],
    ['/plex', '/plex'],
    ['/plex/', '/plex'],
    ['/web', ''],
    ['/web/index.html#!/settings', ''],
    ['/plex/web/', '/plex'],
    [`/?X-Plex-Token=${PMS_TOKEN}`, ''],
  ])('finds its way when PLEX_URL ends in "%s"', async (ending, prefix) => {
    await using pms = await startScriptedStash(() => OK);
    await create(pms.url + ending).send({ path: '/identity' }, noAbort());
    expect(pms.requests[0]?.path).toBe(`${prefix}/identity`);
  });

  it.each(['plex:32400', 'ftp://plex', '', 'http://user:pass@plex:32400'])(
    'is refused at once for the address "%s", without repeating it',
    (baseUrl) => {
      expect(() => create(baseUrl)).toThrow(TypeError);
      expect(() => create(baseUrl)).not.toThrow(/pass@|plex:32400\/|ftp:/);
    },
  );

  it.each(['two words', 'line\nbreak', '', 'ключ'])(
    'is refused at once for the token "%s", without repeating it',
    (token) => {
      const attempt = () => create('http://127.0.0.1:1', { token: new Secret(token) });
      expect(attempt).toThrow(/PLEX_TOKEN/);
      if (token !== '') expect(attempt).not.toThrow(token);
    },
  );
});

describe('an answer of PMS', () => {
  const page = `<html><body><h1>oops ${PMS_TOKEN}</h1></body></html>`;
  const answers: readonly (readonly [string, ScriptedAnswer, object])[] = [
    ['401', { status: 401, headers: HTML, body: page }, { kind: 'UNAUTHORIZED', status: 401 }],
    ['403', { status: 403, headers: HTML, body: page }, { kind: 'UNAUTHORIZED', status: 403 }],
    ['404', { status: 404, headers: HTML, body: page }, { kind: 'NOT_FOUND', status: 404 }],
    ['409', { status: 409, headers: HTML, body: page }, { kind: 'HTML_ERROR', status: 409 }],
    ['500', { status: 500, headers: HTML, body: page }, { kind: 'HTML_ERROR', status: 500 }],
    ['500 that claims to be JSON', { status: 500, body: { MediaContainer: {} } }, { kind: 'HTML_ERROR' }],
    ['503', { status: 503, headers: HTML, body: page }, { kind: 'STARTING', status: 503 }],
    ['a redirect', { status: 302, headers: { location: '/web' } }, { kind: 'REDIRECTED', status: 302 }],
    ['a page with 200', { headers: HTML, body: page }, { kind: 'GARBAGE', code: 'WEB_PAGE' }],
    ['a page labelled as JSON', { body: `  ${page}` }, { kind: 'GARBAGE', code: 'WEB_PAGE' }],
    ['XML', { body: '<?xml version="1.0"?><MediaContainer/>' }, { kind: 'GARBAGE', code: 'XML' }],
    [
      'half an answer',
      { body: `{"MediaContainer":{"x":"${PMS_TOKEN}` },
      { kind: 'GARBAGE', code: 'NOT_JSON' },
    ],
  ];

  it.each(answers)(
    'of %s is told apart, and none of its words are kept',
    async (_name, scripted, expected) => {
      const { answer } = await ask(() => scripted);
      expect(answer).toBeInstanceOf(PmsError);
      expect(answer).toMatchObject(expected);
      const told = [inspect(answer, { depth: 9 }), toIncompleteCause(answer as PmsError).detail].join();
      expect(told).not.toContain(PMS_TOKEN);
      expect(told).not.toContain('oops');
    },
  );

  it.each(['PUT', 'DELETE', 'POST'] as const)('to %s may be an empty page', async (method) => {
    const { answer, requests } = await ask(() => ({ headers: HTML, body: '' }), {}, { method, path: '/x' });
    expect(requests[0]?.method).toBe(method);
    expect(answer).toMatchObject({ body: undefined });
  });

  it('that redirects is not followed, so that nobody else is handed the token', async () => {
    await using other = await startScriptedStash(() => OK);
    await ask(() => ({ status: 307, headers: { location: `${other.url}/library/sections/all` } }));
    expect(other.requests).toEqual([]);
  });

  it('may have as many bytes as allowed and not one more', async () => {
    const body = JSON.stringify({ MediaContainer: { text: 'x'.repeat(1000) } });
    const exact = await ask(() => ({ body }), { maxBodyBytes: body.length });
    expect(exact.answer).toMatchObject({ body: { MediaContainer: {} } });
    const over = await ask(() => ({ body }), { maxBodyBytes: body.length - 1 });
    expect(over.answer).toMatchObject({ kind: 'TOO_LARGE' });
  });

  it('that does not come is too slow', async () => {
    const { answer, requests } = await ask(() => undefined, { timeoutMs: 50 });
    expect(answer).toMatchObject({ kind: 'TOO_SLOW' });
    expect(requests).toHaveLength(1);
  });

  it('whose body stalls is too slow', async () => {
    const script: Script = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"MediaContainer":');
      return undefined;
    };
    expect((await ask(script, { timeoutMs: 50 })).answer).toMatchObject({ kind: 'TOO_SLOW' });
  });

  it('that breaks off says so', async () => {
    const script: Script = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
      response.write('{"MediaContainer":', () => response.destroy());
      return undefined;
    };
    expect((await ask(script)).answer).toMatchObject({ kind: 'UNREACHABLE', code: 'CUT_OFF' });
  });

  it('is not waited for once the caller gave up', async () => {
    const giveUp = new AbortController();
    const reason = new Error('gave up');
    await using pms = await startScriptedStash(() => {
      giveUp.abort(reason);
      return undefined;
    });
    await expect(create(pms.url).send(REQUEST, giveUp.signal)).rejects.toBe(reason);
  });
});
