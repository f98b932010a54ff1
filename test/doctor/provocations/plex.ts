import { onTestFinished } from 'vitest';
import { startPmsSimulator } from '../../../simulators/plex/start-pms-simulator.ts';
import type { PmsSimulatorOptions } from '../../../simulators/plex/pms-simulator-options.ts';
import { plexCheck } from '../../../src/doctor/checks/plex-check.ts';
import type { PLEX_KINDS } from '../../../src/doctor/kinds/plex-kinds.ts';
import { runChecks } from '../../../src/doctor/run-checks.ts';
import { toNetworkError } from '../../../src/pms/network-error.ts';
import { createPmsGuards } from '../../../src/pms/guards.ts';
import { createPmsClient } from '../../../src/pms/pms-client.ts';
import { findProblems, makeDoctorContext } from '../../support/doctor-world.ts';
import { HastyClock, PMS_TOKEN, createPmsAdapter } from '../../support/pms-world.ts';
import { startScriptedPlex } from '../../support/scripted-plex.ts';
import type { Provoke } from './provoke.ts';

/** A simulated PMS that stops when the test ends. */
export async function startPms(options: Partial<PmsSimulatorOptions> = {}) {
  const pms = await startPmsSimulator({ token: PMS_TOKEN, libraries: [], ...options });
  onTestFinished(() => pms[Symbol.asyncDispose]());
  return pms;
}

function ask(url: string, token = PMS_TOKEN): ReturnType<Provoke> {
  return findProblems({ PLEX_URL: url, PLEX_TOKEN: token });
}

async function withPms(options: Partial<PmsSimulatorOptions>, token?: string): ReturnType<Provoke> {
  return ask((await startPms(options)).url, token);
}

/** As Node words a certificate that is for another name; a server with one needs an authority to be trusted. */
async function failToConnect(code: string): ReturnType<Provoke> {
  const cause = Object.assign(new Error('not the right certificate'), { code });
  const transport = {
    send: () => Promise.reject(toNetworkError(new TypeError('fetch failed', { cause }))),
  };
  const plex = createPmsClient(transport, createPmsGuards({ clock: new HastyClock() }));
  const context = makeDoctorContext({}, { context: { plex } });
  const [result] = await runChecks([plexCheck], context, new AbortController().signal);
  return result?.problems ?? [];
}

async function askImpatiently(): ReturnType<Provoke> {
  const pms = await startPms({ faults: { hangsFrom: 1 } });
  const { client } = createPmsAdapter(pms.url, { timeoutMs: 100 });
  const context = makeDoctorContext({}, { context: { plex: client } });
  const [result] = await runChecks([plexCheck], context, new AbortController().signal);
  return result?.problems ?? [];
}

export const plexProvocations: Readonly<Record<keyof typeof PLEX_KINDS, Provoke>> = {
  PLEX_UNREACHABLE: () => ask('http://127.0.0.1:1'),
  PLEX_NAME_UNKNOWN: () => ask('http://plex.invalid:32400'),
  PLEX_TLS_NAME: () => failToConnect('ERR_TLS_CERT_ALTNAME_INVALID'),
  PLEX_TLS_FAILED: async () => ask((await startPms()).url.replace('http:', 'https:')),
  PLEX_STARTING: () => withPms({ faults: { refusals: { from: 1, count: 1000 } } }),
  PLEX_TOO_SLOW: askImpatiently,
  PLEX_FAILED: () => withPms({ faults: { garbageFrom: 1 } }),
  PLEX_TOO_OLD: () => withPms({ version: '1.42.2.10156' }),
  PLEX_UNAUTHORIZED: () => withPms({}, 'a-wrong-one'),
  PLEX_TOKEN_NOT_ADMIN: async () => ask(await startScriptedPlex({ isOwner: false })),
};
