import { afterAll, describe, expect, it } from 'vitest';
import { RawConnection, exchangeRaw } from '../support/raw-connection.ts';
import { startScanWorld } from '../support/scan-world.ts';
import { until } from '../support/until.ts';

const world = await startScanWorld({ scenes: 20 });
afterAll(() => world[Symbol.asyncDispose]());

const { provider, admin } = world.service;
const CLOSE = 'Connection: close\r\n';

const get = (target: string, more = '') => `GET ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\n${CLOSE}${more}\r\n`;
const post = (headers: string, body: string) =>
  `POST /library/metadata/matches HTTP/1.1\r\nHost: 127.0.0.1\r\n${CLOSE}${headers}\r\n${body}`;

/** The JSON of the last answer, which the server ends with its connection. */
function errorOf({ text }: RawConnection): { readonly code: string; readonly message: string } {
  const body = text.slice(text.lastIndexOf('\r\n\r\n') + 4);
  return (JSON.parse(body) as { error: { code: string; message: string } }).error;
}

async function expectBothAlive(): Promise<void> {
  expect((await fetch(provider)).status).toBe(200);
  expect((await fetch(`${admin}/health/live`)).status).toBe(200);
}

const SMUGGLED = get('/library/metadata/1');

const NOT_HTTP: readonly (readonly [string, string | Buffer, number])[] = [
  ['words', 'hello there\r\n\r\n', 400],
  ['random bytes', Buffer.from(Array.from({ length: 400 }, (_, n) => (n * 167 + 91) % 256)), 400],
  ['the greeting of a secure connection', Buffer.from('16030100050100000100', 'hex'), 400],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
  ['a version that does not exist', 'GET / HTTP/9.9\r\nHost: x\r\n\r\n', 400],
  ['a method that does not exist', 'BREW / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a NUL in the address', get('/\0'), 400],
  ['a NUL in a header', get('/', 'X-Odd: a\0b\r\n'), 400],
  ['lines that end without a carriage return', 'GET / HTTP/1.1\nHost: x\n\n', 400],
  ['a header that goes on in a second line', get('/', 'X-Odd: a\r\n b\r\n'), 400],
  ['a blank before the colon of a header', get('/', 'X-Odd : a\r\n'), 400],
  ['a hundred kilobytes in one header', get('/', `X-Odd: ${'a'.repeat(100_000)}\r\n`), 431],
  ['a hundred kilobytes in the address', get(`/${'a'.repeat(100_000)}`), 431],
  ['two thousand headers', get('/', Array.from({ length: 2_000 }, (_, n) => `x${n}: y\r\n`).join('')), 431],
  ['two lengths', post('Content-Length: 3\r\nContent-Length: 90\r\n', SMUGGLED), 400],
  ['a length with a sign', post('Content-Length: +3\r\n', '{}'), 400],
  ['a length beyond all numbers', post('Content-Length: 99999999999999999999999999\r\n', '{}'), 400],
  [
    'a length and pieces at once',
    post('Content-Length: 5\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${SMUGGLED}`),
    400,
  ],
  [
    'two ways of sending pieces',
    post('Transfer-Encoding: chunked, identity\r\n', `0\r\n\r\n${SMUGGLED}`),
    400,
  ],
  ['pieces of no length', post('Transfer-Encoding: chunked\r\n', 'zz\r\n'), 400],
];

describe.each([
  ['the listener for Plex', provider],
  ['the listener for people', admin],
])('%s', (_listener, url) => {
  it.each(NOT_HTTP)('answers %s once, in JSON, and closes', async (_what, bytes, status) => {
    const answer = await exchangeRaw(url, bytes);
    expect(answer.statuses).toEqual([status]);
    expect(errorOf(answer).code).toMatch(/^[A-Z_]+$/);
    expect(errorOf(answer).message).not.toMatch(/HPE_|Parse Error|node/);
  });

  it('offers no tunnel and no other protocol', async () => {
    expect((await exchangeRaw(url, 'CONNECT evil.example:80 HTTP/1.1\r\nHost: x\r\n\r\n')).text).toBe('');
    const upgrade = `GET /nowhere/at/all HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`;
    expect((await exchangeRaw(url, upgrade)).statuses).toEqual([404]);
  });

  it('needs a Host header', async () => {
    expect((await exchangeRaw(url, `GET / HTTP/1.1\r\n${CLOSE}\r\n`)).statuses).toEqual([400]);
  });

  it('fetches nothing for somebody who takes it for a proxy', async () => {
    const { statuses, text } = await exchangeRaw(url, get('http://evil.example/nowhere/at/all'));
    expect(statuses).toEqual([404]);
    expect(text).not.toContain('evil.example');
  });

  it('is alive after all this', expectBothAlive);
});

describe('a match request', () => {
  const body = '{"type":1,"title":"x"}';

  it('whose sender waits to be told to go on is told, and answered', async () => {
    using waiting = await RawConnection.open(provider);
    waiting.send(post(`Expect: 100-continue\r\nContent-Length: ${body.length}\r\n`, ''));
    await until(() => waiting.statuses.includes(100));
    waiting.send(body);
    await waiting.ended;
    expect(waiting.statuses).toEqual([100, 200]);
  });

  it('of ten megabytes whose sender waits to be told is refused before it is sent', async () => {
    using waiting = await RawConnection.open(provider);
    waiting.send(post('Expect: 100-continue\r\nContent-Length: 10000000\r\n', ''));
    await until(() => waiting.statuses.includes(400));
    expect(waiting.text).toContain('BODY_TOO_LARGE');
  });

  it('of ten megabytes in pieces can be sent to its end, and the connection goes on', async () => {
    const piece = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const refused = post('Transfer-Encoding: chunked\r\n', `${piece.repeat(160)}0\r\n\r\n`);
    const answer = await exchangeRaw(provider, refused.replace(CLOSE, '') + get('/'));
    expect(answer.statuses).toEqual([400, 200]);
    expect(answer.text).toContain('BODY_TOO_LARGE');
  });

  it('that expects something else is refused', async () => {
    const answer = await exchangeRaw(
      provider,
      post(`Expect: coffee\r\nContent-Length: ${body.length}\r\n`, body),
    );
    expect(answer.statuses).toEqual([417]);
  });

  it('that is packed is refused as no JSON, and never unpacked', async () => {
    const packed = 'Content-Encoding: gzip\r\nContent-Type: application/json\r\n';
    const answer = await exchangeRaw(provider, post(`${packed}Content-Length: 4\r\n`, '\x1f\x8b\x08\x00'));
    expect(errorOf(answer).code).toBe('BODY_NOT_JSON');
  });

  it('does not carry over what it left unread into the next one', async () => {
    using one = await RawConnection.open(provider);
    const refused = post('Content-Length: 300000\r\n', 'x'.repeat(300_000)).replace(CLOSE, '');
    one.send(refused + get('/'));
    await one.ended;
    expect(one.statuses).toEqual([400, 200]);
  });
});
