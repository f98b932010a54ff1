import { request as httpRequest } from 'node:http';
import Koa from 'koa';
import { afterEach, describe, expect, it } from 'vitest';
import { badRequest } from '../../src/http/http-error.ts';
import { type Listener, ListenError, startListener } from '../../src/http/listener.ts';
import { publicBaseUrl } from '../../src/http/public-base-url.ts';
import { findPlexParameter, readPageRequest } from '../../src/http/plex-parameters.ts';
import { readJsonBody } from '../../src/http/read-json-body.ts';
import { useJsonErrors } from '../../src/http/use-json-errors.ts';
import { type BudgetState, useRequestBudget } from '../../src/http/use-request-budget.ts';

const listeners: Listener[] = [];
const broken: unknown[] = [];

afterEach(async () => {
  await Promise.all(listeners.splice(0).map((listener) => listener.stop(0)));
  broken.length = 0;
});

async function serve(
  middleware: Koa.Middleware<BudgetState>,
  budgetMs = 10_000,
  stopping = new AbortController().signal,
) {
  const app = new Koa<BudgetState>();
  app.use(useJsonErrors((error) => void broken.push(error)));
  app.use(useRequestBudget(budgetMs, stopping));
  app.use(middleware);
  const handle = app.callback();
  const listener = await startListener('127.0.0.1', 0, (req, res) => void handle(req, res));
  listeners.push(listener);
  return `http://127.0.0.1:${listener.address.port}`;
}

describe('errors', () => {
  it('become JSON with a code and a message', async () => {
    const url = await serve(() => {
      throw badRequest('TITLE_MISSING', 'Expected a title, but got none.');
    });
    const response = await fetch(url);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: { code: 'TITLE_MISSING', message: 'Expected a title, but got none.' },
    });
  });

  it('of ours keep their text to themselves', async () => {
    const url = await serve(() => {
      throw new Error('the key is hunter2');
    });
    const response = await fetch(url);
    expect([response.status, response.headers.get('retry-after')]).toEqual([500, '30']);
    expect(await response.text()).not.toContain('hunter2');
    expect(broken).toHaveLength(1);
  });

  it('of an unknown address are JSON too', async () => {
    const response = await fetch(
      await serve(async (_ctx, next) => {
        await next();
      }),
    );
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'NO_SUCH_ROUTE' } });
  });
});

describe('the request budget', () => {
  it('answers in time although the work below hangs', async () => {
    const url = await serve(() => new Promise(() => undefined), 20);
    const response = await fetch(url);
    expect([response.status, response.headers.get('retry-after')]).toEqual([500, '30']);
    expect(await response.json()).toMatchObject({ error: { code: 'BUDGET_SPENT' } });
  });

  it('tells the work below when the caller has gone', async () => {
    const seen = Promise.withResolvers<unknown>();
    const entered = Promise.withResolvers<undefined>();
    const url = await serve((ctx) => {
      ctx.state.signal.addEventListener('abort', () => seen.resolve(ctx.state.signal.reason));
      entered.resolve(undefined);
      return new Promise(() => undefined);
    });
    const client = httpRequest(url).on('error', () => undefined);
    client.end();
    await entered.promise;
    client.destroy();
    expect(await seen.promise).toMatchObject({ message: 'the caller has gone' });
  });

  it('ends running requests when the service stops', async () => {
    const stopping = new AbortController();
    const url = await serve(
      (ctx) => {
        stopping.abort(new Error('stopping'));
        return new Promise(() => ctx);
      },
      10_000,
      stopping.signal,
    );
    expect((await fetch(url)).status).toBe(500);
  });
});

describe('reading a JSON body', () => {
  const echo: Koa.Middleware = async (ctx) => {
    ctx.body = { got: await readJsonBody(ctx.req, 1000) };
  };

  it('gives what was sent', async () => {
    const response = await fetch(await serve(echo), { method: 'POST', body: '{"a":"ü"}' });
    expect(await response.json()).toEqual({ got: { a: 'ü' } });
  });

  it.each([
    ['', 'BODY_MISSING'],
    ['{"a":', 'BODY_NOT_JSON'],
    [Buffer.from([0x22, 0xff, 0x22]), 'BODY_NOT_JSON'],
    ['x'.repeat(1001), 'BODY_TOO_LARGE'],
    ['x'.repeat(10_000_000), 'BODY_TOO_LARGE'],
  ])('refuses %.20s… as 400', async (body, code) => {
    const response = await fetch(await serve(echo), { method: 'POST', body });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code } });
  });

  it('refuses a body of unknown length once it passes the limit', async () => {
    const chunks = new ReadableStream({
      start: (controller) => {
        for (let n = 0; n < 50; n++) controller.enqueue(new Uint8Array(1000));
        controller.close();
      },
    });
    const init = { method: 'POST', body: chunks, duplex: 'half' };
    const response = await fetch(await serve(echo), init);
    expect(await response.json()).toMatchObject({ error: { code: 'BODY_TOO_LARGE' } });
  });
});

describe('X-Plex parameters', () => {
  const show: Koa.Middleware = (ctx) => {
    ctx.body = { language: findPlexParameter(ctx, 'X-Plex-Language') ?? null, page: readPageRequest(ctx) };
  };

  it('are read from the header first, then from the query', async () => {
    const url = await serve(show);
    const inHeader = await fetch(`${url}/?X-Plex-Language=de-DE`, {
      headers: { 'X-Plex-Language': 'en-US' },
    });
    const inQuery = await fetch(
      `${url}/?X-Plex-Language=de-DE&X-Plex-Container-Start=4&X-Plex-Container-Size=2`,
    );
    expect(await inHeader.json()).toMatchObject({ language: 'en-US' });
    expect(await inQuery.json()).toEqual({ language: 'de-DE', page: { start: 4, size: 2 } });
  });

  it.each(['-1', 'NaN', '1e9', '99999999999'])('ignore the absurd start %s', async (start) => {
    const response = await fetch(`${await serve(show)}/?X-Plex-Container-Start=${start}`);
    expect(await response.json()).toMatchObject({ page: { start: 0 } });
  });
});

describe('the public base address', () => {
  const show: Koa.Middleware = (ctx) => {
    ctx.body = publicBaseUrl(ctx, undefined, 'http://fallback');
  };

  it('is what the caller used', async () => {
    const url = await serve(show);
    expect(await (await fetch(url)).text()).toBe(url);
  });

  it('never repeats a Host header that is no host', async () => {
    const url = new URL(await serve(show));
    const answer = await new Promise<string>((resolve) => {
      httpRequest({ port: url.port, headers: { host: 'a"><script>' } }, (response) => {
        response.setEncoding('utf8').on('data', resolve);
      }).end();
    });
    expect(answer).toBe('http://fallback');
  });
});

describe('startListener', () => {
  it('says which port is taken', async () => {
    const { port } = new URL(await serve((ctx) => void (ctx.body = 'x')));
    const second = startListener('127.0.0.1', Number(port), () => undefined);
    await expect(second).rejects.toThrow(ListenError);
    await expect(second).rejects.toThrow(`port ${port}, but got EADDRINUSE`);
  });
});
