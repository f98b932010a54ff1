import type { Check } from '../../../src/doctor/check.ts';
import type { DOCTOR_KINDS } from '../../../src/doctor/kinds/doctor-kinds.ts';
import { runChecks } from '../../../src/doctor/run-checks.ts';
import { makeDoctorContext } from '../../support/doctor-world.ts';
import type { Provoke } from './provoke.ts';

const BASE = { id: 'made-up', group: 'Settings', timeLimitMs: 20, settings: [] } as const;

async function runOne(run: Check['run']): ReturnType<Provoke> {
  const [result] = await runChecks([{ ...BASE, run }], makeDoctorContext({}), new AbortController().signal);
  return result?.problems ?? [];
}

export const doctorProvocations: Readonly<Record<keyof typeof DOCTOR_KINDS, Provoke>> = {
  CHECK_FAILED: () => runOne(() => Promise.reject(new RangeError('with a secret in it'))),
  CHECK_TIMED_OUT: () => runOne(() => new Promise(() => undefined)),
};
