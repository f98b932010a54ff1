import { describe, expect, it } from 'vitest';
import { createPmsGuards, type Patience } from '../../src/pms/guards.ts';
import { PmsError } from '../../src/pms/pms-error.ts';
import { HastyClock, noAbort } from '../support/pms-world.ts';
import { SettableClock } from '../support/settable-clock.ts';

const STARTING = new PmsError('STARTING', { status: 503 });

/** Fails as often as told, then answers. */
function failing(error: unknown, times: number) {
  const seen = { calls: 0 };
  const call = async () => {
    seen.calls += 1;
    if (seen.calls <= times) throw error;
    return 'answer';
  };
  return { seen, call };
}

function create(random = 1, clock = new HastyClock()) {
  return { clock, guards: createPmsGuards({ clock, random: () => random, ratePerS: 1_000_000 }) };
}

/** Pauses between attempts, without the few moments that pacing takes. */
function pausesOf({ sleptMs }: HastyClock): readonly number[] {
  return sleptMs.filter((ms) => ms >= 1).map(Math.round);
}

describe('the guards toward PMS', () => {
  it.each([
    ['starting', STARTING],
    ['too slow', new PmsError('TOO_SLOW')],
    ['failing', new PmsError('HTML_ERROR', { status: 500 })],
    ['gone', new PmsError('UNREACHABLE', { code: 'REFUSED' })],
    ['cut off', new PmsError('UNREACHABLE', { code: 'CUT_OFF' })],
  ])('ask again when PMS is %s', async (_name, error) => {
    const { guards } = create();
    const { seen, call } = failing(error, 2);
    await expect(guards.run(call, noAbort(), 'SHORT')).resolves.toBe('answer');
    expect(seen.calls).toBe(3);
  });

  it.each([
    ['a wrong token', new PmsError('UNAUTHORIZED', { status: 401 })],
    ['an error of ours', new PmsError('HTML_ERROR', { status: 400 })],
    ['garbage', new PmsError('GARBAGE')],
    ['a certificate', new PmsError('TLS_NAME_MISMATCH')],
    ['a defect', new TypeError('defect')],
  ])('do not ask again after %s', async (_name, error) => {
    const { guards } = create();
    const { seen, call } = failing(error, 1);
    await expect(guards.run(call, noAbort(), 'LONG')).rejects.toBe(error);
    expect(seen.calls).toBe(1);
  });

  it.each<[Patience, readonly number[]]>([
    ['SHORT', [500, 1000]],
    ['LONG', [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]],
  ])('pause longer each time and then give up (%s)', async (patience, pauses) => {
    const { clock, guards } = create();
    const { seen, call } = failing(STARTING, 99);
    await expect(guards.run(call, noAbort(), patience)).rejects.toBe(STARTING);
    expect(pausesOf(clock)).toEqual(pauses);
    expect(seen.calls).toBe(pauses.length + 1);
  });

  it('pause for a random part of that', async () => {
    const { clock, guards } = create(0.5);
    await guards.run(failing(STARTING, 2).call, noAbort(), 'SHORT');
    expect(pausesOf(clock)).toEqual([250, 500]);
  });

  it('end a pause when the caller gives up', async () => {
    const clock = new SettableClock();
    const guards = createPmsGuards({ clock, random: () => 1 });
    const giveUp = new AbortController();
    const reason = new Error('gave up');
    const { seen, call } = failing(STARTING, 99);
    const run = guards.run(call, giveUp.signal, 'LONG');
    await clock.advance(10);
    expect(clock.sleeping).toBe(1);
    giveUp.abort(reason);
    await expect(run).rejects.toBe(reason);
    expect(seen.calls).toBe(1);
  });

  it('let two calls run at once and no more', async () => {
    const { guards } = create();
    const running: (() => void)[] = [];
    const call = () => new Promise<void>((resolve) => running.push(resolve));
    const calls = [1, 2, 3].map(() => guards.run(call, noAbort(), 'SHORT'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(running).toHaveLength(2);
    running[0]?.();
    await calls[0];
    await new Promise((resolve) => setImmediate(resolve));
    expect(running).toHaveLength(3);
    for (const end of running) end();
    await Promise.all(calls);
  });

  it('space calls out', async () => {
    const clock = new HastyClock();
    const guards = createPmsGuards({ clock, ratePerS: 10 });
    const begun = clock.now();
    for (let call = 0; call < 5; call++) await guards.run(async () => call, noAbort(), 'SHORT');
    expect(clock.now() - begun).toBe(400);
  });
});
