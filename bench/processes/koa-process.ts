import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { answerParent } from './child.ts';
import { type KoaStep, createKoaStep } from './koa-steps.ts';

/**
 * A bare Koa handler that hands out given answers in turn: the most that a service on Koa could reach. With a later step
 * it does some of what a match cannot do without, and nothing else.
 */
export interface KoaQuestion {
  readonly do: 'START';
  readonly answers: readonly string[];
  readonly step: KoaStep;
  /** The data folder of a service with the catalog that the requests are about. */
  readonly dataDir: string;
}

export interface KoaReply {
  readonly url: string;
}

answerParent(async ({ answers, step, dataDir }: KoaQuestion): Promise<KoaReply> => {
  const app = new Koa();
  const answer = createKoaStep(step, dataDir);
  let next = 0;
  app.use(async (ctx) => {
    // Any handler of a POST must take in its body.
    const chunks: Buffer[] = [];
    for await (const chunk of ctx.req as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    ctx.type = 'json';
    ctx.body = answer(body, answers[next++ % answers.length] ?? '');
  });
  const handle = app.callback();
  const server = createServer({ keepAliveTimeout: 65_000 }, (req, res) => void handle(req, res));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
});
