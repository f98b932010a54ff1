import { setTimeout as delay } from 'node:timers/promises';
import Koa from 'koa';
import { afterEach, describe, expect, it } from 'vitest';
import { type Listener, type PatienceLimits, startListener } from '../../src/http/listener.ts';
import { readJsonBody } from '../../src/http/read-json-body.ts';
import { useJsonErrors } from '../../src/http/use-json-errors.ts';
import { RawConnection } from '../support/raw-connection.ts';
import { until } from '../support/until.ts';

const HASTE: PatienceLimits = {
  headersTimeoutMs: 300,
  requestTimeoutMs: 300,
  keepAliveMs: 10,
  stallMs: 30_000,
  checkEveryMs: 10,
  mostConnections: 100,
};

const listeners: Listener[] = [];
const seen = { begun: 0, closed: 0, broken: [] as unknown[] };

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.stop(0)));
  expect(seen.broken.splice(0)).toEqual([]);
  Object.assign(seen, { begun: 0, closed: 0 });
});

/** `GET` gives a short answer, `GET /large` one that fits in no buffer, `POST` reads a body. */
async function serve(patience: Partial<PatienceLimits> = {}): Promise<string> {
  const app = new Koa();
  app.on('error', () => undefined);
  app.use(useJsonErrors((error) => void seen.broken.push(error)));
  app.use(async (ctx) => {
    seen.begun += 1;
    ctx.res.once('close', () => (seen.closed += 1));
    if (ctx.method === 'POST') ctx.body = { got: await readJsonBody(ctx.req, 1000) };
    else ctx.body = ctx.path === '/large' ? 'x'.repeat(64 * 1024 * 1024) : 'fine';
  });
  const handle = app.callback();
  const onRequest = (...[req, res]: Parameters<typeof handle>) => void handle(req, res);
  const listener = await startListener('127.0.0.1', 0, onRequest, { ...HASTE, ...patience });
  listeners.push(listener);
  return `http://127.0.0.1:${listener.address.port}`;
}

/** Sends one byte after the other until the server closes. */
async function dribble(connection: RawConnection, text: string): Promise<void> {
  for (const byte of text) {
    if (connection.socket.closed) return;
    connection.send(byte);
    await delay(5);
  }
}

async function expectAnswered(url: string): Promise<void> {
  const answer = await fetch(url, { headers: { connection: 'close' } });
  expect(await answer.text()).toBe('fine');
}

const HEAD = 'GET / HTTP/1.1\r\nHost: x\r\n';
const endlessly = (text: string) => text + 'a'.repeat(10_000);

describe('a client that takes its time', () => {
  it.each([
    ['with the head of its request', endlessly(`${HEAD}X-Slow: `), 408],
    ['before its request', '\r\n'.repeat(10_000), 408],
    [
      'with a body of known length',
      endlessly('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n'),
      408,
    ],
    [
      'with a body in pieces',
      `POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(10_000)}`,
      408,
    ],
  ])('%s is told so and cut off, and others are answered meanwhile', async (_what, text, status) => {
    const url = await serve();
    using slow = await RawConnection.open(url);
    const sending = dribble(slow, text);
    await expectAnswered(url);
    await slow.ended;
    slow.socket.destroy();
    await sending;
    expect(slow.statuses).toEqual([status]);
    expect(slow.text).toContain('"code":"REQUEST_TOO_SLOW"');
  });

  it('with reading its answer is cut off', async () => {
    const url = await serve({ stallMs: 200 });
    using slow = await RawConnection.open(url);
    slow.socket.pause();
    slow.send('GET /large HTTP/1.1\r\nHost: x\r\n\r\n');
    await until(() => seen.begun === 1);
    await until(() => seen.closed === 1);
    await expectAnswered(url);
  });
});

describe('a connection', () => {
  it('on which nothing is ever said is closed', async () => {
    using silent = await RawConnection.open(await serve());
    await silent.ended;
    expect(silent.statuses).toEqual([408]);
  });

  it('that stays open after its answer is closed', async () => {
    using idle = await RawConnection.open(await serve());
    idle.send(`${HEAD}\r\n`);
    await idle.ended;
    expect(idle.statuses).toEqual([200]);
  });

  it('that is half closed before a request is closed, and after a request answered first', async () => {
    const url = await serve();
    using empty = await RawConnection.open(url, true);
    empty.socket.end();
    await empty.ended;
    expect(empty.text).toBe('');
    using asking = await RawConnection.open(url, true);
    asking.socket.end(`${HEAD}\r\n`);
    await asking.ended;
    expect(asking.statuses).toEqual([200]);
  });

  it('whose other end vanished in the middle of a body is let go', async () => {
    const url = await serve();
    const gone = await RawConnection.open(url);
    gone.send('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\n{"a":');
    await until(() => seen.begun === 1);
    gone.socket.resetAndDestroy();
    await until(() => seen.closed === 1);
    await expectAnswered(url);
  });

  it('with twenty requests at once gets twenty answers in a row', async () => {
    using hasty = await RawConnection.open(await serve());
    hasty.send(`${HEAD}\r\n`.repeat(19) + `${HEAD}Connection: close\r\n\r\n`);
    await hasty.ended;
    expect(hasty.statuses).toEqual(Array.from({ length: 20 }, () => 200));
  });
});

describe('five hundred connections that say nothing', () => {
  const openAll = (url: string) => Promise.all(Array.from({ length: 500 }, () => RawConnection.open(url)));

  it('keep nobody from being answered, and are closed', async () => {
    const url = await serve({ mostConnections: 1_000 });
    const idle = await openAll(url);
    await expectAnswered(url);
    await Promise.all(idle.map(({ ended }) => ended));
    expect(new Set(idle.map(({ statuses }) => statuses[0]))).toEqual(new Set([408]));
    for (const { socket } of idle) socket.destroy();
  });

  it('are heard up to the most that may be open at once, and make room when they go', async () => {
    const url = await serve({ headersTimeoutMs: 30_000, requestTimeoutMs: 30_000 });
    const idle = await openAll(url);
    const state = { closed: 0 };
    for (const { ended } of idle) void ended.then(() => (state.closed += 1));
    await until(() => state.closed === 500 - HASTE.mostConnections);
    for (const { socket } of idle) socket.destroy();
    await until(() => expectAnswered(url).then(...WHETHER));
  });
});

const WHETHER = [() => true, () => false] as const;
