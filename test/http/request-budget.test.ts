import Koa from 'koa';
import { describe, expect, it } from 'vitest';
import { startListener } from '../../src/http/listener.ts';
import { type BudgetState, useRequestBudget } from '../../src/http/use-request-budget.ts';

describe('the budget of a request', () => {
  it('lets go of the request once it is answered, also when the service stops later', async () => {
    const stopping = new AbortController();
    const signals: AbortSignal[] = [];
    const app = new Koa<BudgetState>();
    app.use(useRequestBudget(10_000, stopping.signal));
    app.use((ctx) => {
      signals.push(ctx.state.signal);
      ctx.body = 'answered';
    });
    const handle = app.callback();
    const listener = await startListener('127.0.0.1', 0, (req, res) => void handle(req, res));
    await (await fetch(`http://127.0.0.1:${listener.address.port}/`)).text();
    stopping.abort();
    expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
    await listener.stop(0);
  });

  it('aborts the requests that run when the service stops', async () => {
    const stopping = new AbortController();
    const reasons: unknown[] = [];
    const app = new Koa<BudgetState>();
    app.silent = true;
    app.use(useRequestBudget(10_000, stopping.signal));
    app.use(async (ctx) => {
      ctx.state.signal.addEventListener('abort', () => reasons.push(ctx.state.signal.reason));
      stopping.abort(new Error('stopping'));
      await new Promise(() => undefined);
    });
    const handle = app.callback();
    const listener = await startListener('127.0.0.1', 0, (req, res) => void handle(req, res));
    const { status } = await fetch(`http://127.0.0.1:${listener.address.port}/`);
    expect(status).toBe(500);
    expect(reasons).toEqual([stopping.signal.reason]);
    await listener.stop(0);
  });
});
