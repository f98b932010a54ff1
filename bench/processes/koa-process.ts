import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { answerParent } from './child.ts';

/** A bare Koa handler that hands out given answers in turn: the most that a service on Koa could reach. */
export interface KoaQuestion {
  readonly do: 'START';
  readonly answers: readonly string[];
}

export interface KoaReply {
  readonly url: string;
}

answerParent(async ({ answers }: KoaQuestion): Promise<KoaReply> => {
  const app = new Koa();
  let next = 0;
  app.use(async (ctx) => {
    // Any handler of a POST must take in its body.
    const chunks: Buffer[] = [];
    for await (const chunk of ctx.req as AsyncIterable<Buffer>) chunks.push(chunk);
    Buffer.concat(chunks);
    ctx.type = 'json';
    ctx.body = answers[next++ % answers.length];
  });
  const handle = app.callback();
  const server = createServer({ keepAliveTimeout: 65_000 }, (req, res) => void handle(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
});
