import { onTestFinished } from 'vitest';
import type { REGISTRATION_KINDS } from '../../../src/doctor/kinds/registration-kinds.ts';
import { type PlexCalls, recordPlexCalls } from '../../../src/store/plex-calls.ts';
import { findProblems, makeDataFolder } from '../../support/doctor-world.ts';
import { PMS_TOKEN } from '../../support/pms-world.ts';
import {
  GOOD_PROVIDER,
  GOOD_SECTION,
  type PlexSituation,
  startScriptedPlex,
} from '../../support/scripted-plex.ts';
import { startScriptedStash } from '../../support/scripted-stash.ts';
import type { Provoke } from './provoke.ts';

async function withPlex(
  situation: PlexSituation,
  env: Readonly<Record<string, string>> = {},
): ReturnType<Provoke> {
  return findProblems({ PLEX_URL: await startScriptedPlex(situation), PLEX_TOKEN: PMS_TOKEN, ...env });
}

/** After Plex called as told. */
export function afterCalls(
  calls: PlexCalls,
  env: Readonly<Record<string, string>> = {},
): ReturnType<Provoke> {
  return findProblems({ DATA_DIR: makeDataFolder((database) => recordPlexCalls(database, calls)), ...env });
}

async function startOther(): Promise<string> {
  const other = await startScriptedStash(() => ({ body: { hello: 'world' } }));
  onTestFinished(() => other[Symbol.asyncDispose]());
  return other.url;
}

export const registrationProvocations: Readonly<Record<keyof typeof REGISTRATION_KINDS, Provoke>> = {
  PROVIDER_NOT_REGISTERED: () => withPlex({ providers: [] }),
  PROVIDER_ADDRESS_DIFFERS: () => withPlex({}, { PROVIDER_SECRET: 'secret-path-segment' }),
  PROVIDER_OFFLINE: () => withPlex({ providers: [{ ...GOOD_PROVIDER, online: false }] }),
  AGENT_GROUP_MISSING: () => withPlex({ groups: [] }),
  LIBRARY_NOT_USING_PROVIDER: () =>
    withPlex({ sections: [{ ...GOOD_SECTION, agent: 'tv.plex.agents.movie' }] }),
  LIBRARY_SCANNER_UNFIT: () =>
    withPlex({ sections: [{ ...GOOD_SECTION, scanner: 'Plex Video Files Scanner' }] }),
  PLEX_HAS_NOT_CALLED: () => afterCalls({}),
  PLEX_HAS_NOT_ASKED: () => afterCalls({ manifestAt: Date.parse('2026-01-01T00:00:00Z') }),
  PUBLIC_URL_UNREACHABLE: () =>
    findProblems({ PUBLIC_URL: 'http://127.0.0.1:1' }, { isServiceRunning: true }),
  PUBLIC_URL_IS_OTHER: async () =>
    findProblems({ PUBLIC_URL: await startOther() }, { isServiceRunning: true }),
  PICTURES_AT_PRIVATE_ADDRESS: () => afterCalls({ host: '192.168.1.5:8080', version: '1.43.5.11111' }),
};
