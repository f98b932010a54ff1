import { describe, expect, it } from 'vitest';
import type { Check } from '../../src/doctor/check.ts';
import { createDoctor } from '../../src/doctor/create-doctor.ts';
import { runChecks } from '../../src/doctor/run-checks.ts';
import { toProblem } from '../../src/doctor/to-problem.ts';
import { makeDoctorContext } from '../support/doctor-world.ts';

const SIGNAL = new AbortController().signal;

function check(id: string, run: Check['run'], more: Partial<Check> = {}): Check {
  return { id, group: 'Settings', timeLimitMs: 1_000, settings: [], run, ...more };
}

const found = (id: string, more: Partial<Check> = {}) =>
  check(id, async () => [toProblem('COVERS_MISSING', { summary: id })], more);

describe('a run of the checks', () => {
  it('keeps the order of the list, whoever is ready first', async () => {
    const late = Promise.withResolvers<undefined>();
    const slow = check('slow', async () => {
      await late.promise;
      return [toProblem('RULE_IDLE')];
    });
    const last = check('last', async () => {
      late.resolve(undefined);
      return [toProblem('RULE_SHADOWED')];
    });
    const results = await runChecks([slow, found('middle'), last], makeDoctorContext({}), SIGNAL);
    expect(results.map((result) => result.check)).toEqual(['slow', 'middle', 'last']);
  });

  it('hides no finding behind a check that fails at once, fails later or hangs', async () => {
    const list = [
      check('throws', () => {
        throw new TypeError('at once');
      }),
      found('first'),
      check('rejects', () => Promise.reject(new RangeError('apikey=hunter2'))),
      check('hangs', () => new Promise(() => undefined), { timeLimitMs: 10 }),
      found('second'),
    ];
    const results = await runChecks(list, makeDoctorContext({}), SIGNAL);
    expect(results.map(({ outcome }) => outcome)).toEqual(['FAILED', 'DONE', 'FAILED', 'TIMED_OUT', 'DONE']);
    expect(results.flatMap(({ problems }) => problems.map(({ id }) => id))).toEqual([
      'CHECK_FAILED',
      'COVERS_MISSING',
      'CHECK_FAILED',
      'CHECK_TIMED_OUT',
      'COVERS_MISSING',
    ]);
    expect(JSON.stringify(results)).not.toContain('hunter2');
  });

  it('tells a check that its time is over', async () => {
    const seen = Promise.withResolvers<boolean>();
    const hanging = check(
      'hangs',
      (_, signal) =>
        new Promise(() =>
          signal.addEventListener('abort', () => seen.resolve(signal.aborted), { once: true }),
        ),
      { timeLimitMs: 10 },
    );
    await runChecks([hanging], makeDoctorContext({}), SIGNAL);
    expect(await seen.promise).toBe(true);
  });

  it('ends with the reason of the caller who gives up', async () => {
    const reason = new Error('stopped by SIGINT');
    const stop = new AbortController();
    const running = runChecks(
      [check('hangs', () => new Promise(() => undefined))],
      makeDoctorContext({}),
      stop.signal,
    );
    stop.abort(reason);
    await expect(running).rejects.toBe(reason);
  });

  it.each([
    ['PORT', { PORT: 'x' }],
    ['DATA_DIR', { DATA_DIR_FILE: '/nowhere/at/all' }],
    ['anything', { CONFIG_FILE: '/nowhere/at/all' }],
  ])('leaves out a check that relies on %s when that is wrong', async (_, env) => {
    const list = [found('needs both', { settings: ['PORT', 'DATA_DIR'] }), found('needs none')];
    const DATA_DIR = 'DATA_DIR_FILE' in env ? { DATA_DIR: '' } : {};
    const results = await runChecks(list, makeDoctorContext({ ...DATA_DIR, ...env }), SIGNAL);
    expect(results.map(({ outcome }) => outcome)).toEqual(['NOT_LOOKED', 'DONE']);
    expect(results[0]?.since).toMatch(/^(PORT|DATA_DIR) is wrong$/);
  });

  it('says where there was nothing to look at', async () => {
    const list = [check('lost', async () => ({ notLookedSince: 'it is dark' }))];
    expect(await runChecks(list, makeDoctorContext({}), SIGNAL)).toEqual([
      { check: 'lost', group: 'Settings', outcome: 'NOT_LOOKED', since: 'it is dark', problems: [] },
    ]);
  });
});

describe('a doctor', () => {
  it('keeps of its last run what a service does not tell live', async () => {
    const doctor = createDoctor(makeDoctorContext({}), [found('live', { isLive: true }), found('dear')]);
    expect(doctor.lastFindings()).toEqual([]);
    const { problems } = await doctor.run(SIGNAL);
    expect(problems.map(({ summary }) => summary)).toEqual(['live', 'dear']);
    expect(doctor.lastFindings().map(({ summary }) => summary)).toEqual(['dear']);
  });

  it('makes one run of two that are asked for at the same time', async () => {
    let runs = 0;
    const counted = check('counted', async () => {
      runs += 1;
      return [];
    });
    const doctor = createDoctor(makeDoctorContext({}), [counted]);
    const [one, two] = await Promise.all([doctor.run(SIGNAL), doctor.run(SIGNAL)]);
    expect(one).toBe(two);
    await doctor.run(SIGNAL);
    expect(runs).toBe(2);
  });
});
