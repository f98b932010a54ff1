import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { toSceneId } from '../../src/model/ids.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { createMetrics } from '../../src/observe/metrics.ts';
import { createStashTransport } from '../../src/stash/transport.ts';
import { connectStash } from '../../src/wiring/connect-stash.ts';
import { ArtworkWorld, errorCodeOf } from '../support/artwork-world.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { until } from '../support/until.ts';

const MEGABYTE = 1024 * 1024;
/** What is on its way in the buffers of both ends when the reader stops. */
const IN_BUFFERS = 16 * MEGABYTE;

type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** A server that behaves as it is told, and counts what was taken from it. */
class EndlessServer {
  behave: Behaviour = () => undefined;
  taken = 0;
  open = 0;
  readonly #server = createServer((request, response) => {
    this.open += 1;
    request.resume();
    response.once('close', () => (this.open -= 1));
    this.behave(response, request);
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Sends the same again as soon as the last was taken, for ever. */
  repeat(write: (done: () => void) => unknown, bytes: number, isOver: () => boolean): void {
    const more = (): void => {
      if (isOver()) return;
      write(() => {
        this.taken += bytes;
        setImmediate(more);
      });
    };
    more();
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

const server = new EndlessServer();
const url = await server.start();
afterAll(() => server.stop());

const BLANKS = Buffer.alloc(64 * 1024, ' ');
const PACKED = gzipSync(Buffer.alloc(32 * MEGABYTE, ' '));
const PACKED_TIGHT = brotliCompressSync(Buffer.alloc(32 * MEGABYTE, ' '));

const sends =
  (status: number, headers: Readonly<Record<string, string>>, bytes: Buffer = BLANKS): Behaviour =>
  (response) => {
    response.writeHead(status, headers);
    server.repeat(
      (done) => response.write(bytes, done),
      bytes.length,
      () => response.destroyed,
    );
  };

const writes =
  (start: string, again: string): Behaviour =>
  (_response, { socket }) => {
    socket.write(start);
    server.repeat(
      (done) => socket.write(again, done),
      again.length,
      () => socket.destroyed,
    );
  };

const TWO_GIGABYTES = { 'content-length': String(2 ** 31) };
const JSON_TYPE = { 'content-type': 'application/json' };

const ANSWERS: readonly (readonly [string, Behaviour, string])[] = [
  ['data without end', sends(200, JSON_TYPE), 'TOO_LARGE'],
  ['two gigabytes, said beforehand', sends(200, { ...JSON_TYPE, ...TWO_GIGABYTES }), 'TOO_LARGE'],
  [
    'little that unpacks into much',
    sends(200, { ...JSON_TYPE, 'content-encoding': 'gzip' }, PACKED),
    'TOO_LARGE',
  ],
  ['still less', sends(200, { ...JSON_TYPE, 'content-encoding': 'br' }, PACKED_TIGHT), 'TOO_LARGE'],
  ['an error without end', sends(500, {}), 'TOO_LARGE'],
  ['a refusal without end', sends(401, {}), 'TOO_LARGE'],
  ['a redirect without end', sends(302, { location: '/elsewhere' }), 'REDIRECTED'],
  ['headers without end', writes('HTTP/1.1 200 OK\r\n', `X-Odd: ${'a'.repeat(1000)}\r\n`), 'UNREACHABLE'],
  ['promises without end', writes('', 'HTTP/1.1 100 Continue\r\n\r\n'), 'UNREACHABLE'],
];

describe('a Stash that answers a question with', () => {
  it.each(ANSWERS)('%s is left at the limit, and the connection closed', async (_what, behave, kind) => {
    Object.assign(server, { behave, taken: 0 });
    const transport = createStashTransport({ baseUrl: url, maxBodyBytes: MEGABYTE });
    await expect(transport.post({ query: '{ a }' })).rejects.toMatchObject({ name: 'StashError', kind });
    await until(() => server.open === 0);
    expect(server.taken).toBeLessThan(IN_BUFFERS);
  });

  it('two gigabytes, said beforehand, is not read even up to the limit', async () => {
    Object.assign(server, { behave: sends(200, TWO_GIGABYTES), taken: 0 });
    const transport = createStashTransport({ baseUrl: url, maxBodyBytes: 1024 * MEGABYTE });
    await expect(transport.post({ query: '{ a }' })).rejects.toMatchObject({ kind: 'TOO_LARGE' });
    await until(() => server.open === 0);
    expect(server.taken).toBeLessThan(IN_BUFFERS);
  });
});

/** One byte after the other, for ever. */
const drips: Behaviour = (response) => {
  response.writeHead(200, JSON_TYPE);
  server.repeat(
    (done) => response.write(' ', () => setTimeout(done, 5)),
    1,
    () => response.destroyed,
  );
};

function connect(timeoutMs: number) {
  const config: Config['stash'] = { url, apiKey: undefined, timeoutMs, concurrency: 2, ratePerS: undefined };
  const logger = createLogger({ level: 'error', format: 'json', paths: 'full' });
  return connectStash(config, 60_000, { clock: new SettableClock(), logger, metrics: createMetrics() });
}

describe('a Stash that answers byte by byte', () => {
  it('is given up when its time is over, and makes the answer unknown', async () => {
    Object.assign(server, { behave: drips, taken: 0 });
    const { reader, guards } = connect(100);
    expect(await reader.read(toSceneId('1'))).toMatchObject({
      kind: 'UNKNOWN',
      cause: { reason: 'STASH_TOO_SLOW' },
    });
    await until(() => server.open === 0);
    guards.stop();
  });

  it.each(['SCENE_COVER', 'PERFORMER'] as const)(
    'holds a %s no longer than its reader wants it',
    async (kind) => {
      Object.assign(server, { behave: drips, taken: 0 });
      const { images, guards } = connect(10_000);
      const reader = new AbortController();
      const answer = await images.fetchImage(kind, '1', { signal: reader.signal });
      expect(answer.kind).toBe('IMAGE');
      await until(() => server.taken > 5);
      reader.abort(new Error('enough'));
      if (answer.kind === 'IMAGE') await answer.body.cancel().catch(() => undefined);
      await until(() => server.open === 0);
      guards.stop();
    },
  );
});

describe('a picture', () => {
  const jpeg = { 'content-type': 'image/jpeg' };

  it.each([
    ['of two gigabytes, said beforehand', { ...jpeg, ...TWO_GIGABYTES }],
    ['that is said to have no end of bytes', { ...jpeg, 'content-length': '9007199254740991' }],
  ])('%s is no picture, and hardly read', async (_what, headers) => {
    await using world = await ArtworkWorld.start();
    let taken = 0;
    const left = Promise.withResolvers<undefined>();
    world.upstream.answer('/scene/1/screenshot', (_request, response) => {
      response.writeHead(200, headers).once('close', () => left.resolve(undefined));
      const more = (): void => {
        taken += BLANKS.length;
        if (!response.destroyed) response.write(BLANKS, () => setImmediate(more));
      };
      more();
    });
    for (const kind of ['SCENE_POSTER', 'SCENE_SNAPSHOT'] as const) {
      const answer = await world.get(kind, '1');
      expect([answer.status, await errorCodeOf(answer)]).toEqual([404, 'PICTURE_TOO_LARGE']);
      await left.promise;
    }
    expect(taken).toBeLessThan(2 * IN_BUFFERS);
    expect(world.troubles).toEqual([]);
  });
});
