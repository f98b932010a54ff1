import { onTestFinished } from 'vitest';
import { generateLibrary } from '../../../simulators/library/generate-library.ts';
import { readSchemaSdl } from '../../../simulators/stash/build-schema.ts';
import type { Fault, FaultScope } from '../../../simulators/stash/faults.ts';
import {
  type StashSimulatorOptions,
  startStashSimulator,
} from '../../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../../simulators/stash/stash-simulator.ts';
import { runChecks } from '../../../src/doctor/run-checks.ts';
import { stashCheck } from '../../../src/doctor/checks/stash-check.ts';
import type { STASH_KINDS } from '../../../src/doctor/kinds/stash-kinds.ts';
import { findProblems, makeDoctorContext } from '../../support/doctor-world.ts';
import { startScriptedStash } from '../../support/scripted-stash.ts';
import type { Provoke } from './provoke.ts';

/** In the words by which a locked Stash is known. */
const LOCKED = 'Refused: this Stash is exposed to the public internet.';

const LIBRARY = generateLibrary({ scenes: 3 });

/** A Stash that stops when the test ends. */
export async function startStash(options: Partial<StashSimulatorOptions> = {}): Promise<StashSimulator> {
  const stash = await startStashSimulator({ library: LIBRARY, ...options });
  onTestFinished(() => stash.stop());
  return stash;
}

async function withFault(fault: Fault, scope: FaultScope = {}): ReturnType<Provoke> {
  const stash = await startStash();
  stash.faults.set(fault, scope);
  return findProblems({ STASH_URL: stash.url, STASH_TIMEOUT_MS: '200' });
}

async function withSchema(change: (sdl: string) => string): ReturnType<Provoke> {
  const stash = await startStash({ version: '0.30', schemaSdl: change(readSchemaSdl('0.30')) });
  return findProblems({ STASH_URL: stash.url });
}

export const stashProvocations: Readonly<Record<keyof typeof STASH_KINDS, Provoke>> = {
  STASH_UNREACHABLE: () => findProblems({ STASH_URL: 'http://127.0.0.1:1' }),
  STASH_NAME_UNKNOWN: () => findProblems({ STASH_URL: 'http://stash.invalid:9999' }),
  STASH_UNAUTHORIZED: async () => {
    const stash = await startStash({ apiKey: 'the-right-one' });
    return findProblems({ STASH_URL: stash.url, STASH_API_KEY: 'a-wrong-one' });
  },
  STASH_KEY_MISSING: async () => findProblems({ STASH_URL: (await startStash({ apiKey: 'needed' })).url }),
  STASH_KEY_NOT_WANTED: async () =>
    findProblems({ STASH_URL: (await startStash()).url, STASH_API_KEY: 'any' }),
  STASH_TRIPWIRE: async () => {
    const locked = await startScriptedStash(() => ({ status: 403, body: LOCKED }));
    onTestFinished(() => locked[Symbol.asyncDispose]());
    return findProblems({ STASH_URL: locked.url });
  },
  STASH_NOT_SET_UP: () => withFault({ kind: 'SETUP' }),
  STASH_NEEDS_MIGRATION: () => withFault({ kind: 'MIGRATION' }),
  STASH_TOO_OLD: () => withSchema((sdl) => sdl.replace('groups: [SceneGroup!]!', 'movies: [SceneGroup!]!')),
  STASH_TOO_SLOW: () => withFault({ kind: 'HANG' }),
  STASH_REJECTED: () => withSchema((sdl) => sdl.replace(/systemStatus: \w+!/, 'condition: String')),
  STASH_FAILED: () => withFault({ kind: 'HTTP_500' }),
  STASH_GARBAGE: () => withFault({ kind: 'GARBAGE' }),
  BREAKER_OPEN: async () => {
    const stash = await startStash();
    stash.faults.set({ kind: 'GARBAGE' });
    const context = makeDoctorContext({ STASH_URL: stash.url });
    for (let failure = 0; failure < 3; failure++) await context.stash?.probe();
    const [result] = await runChecks([stashCheck], context, new AbortController().signal);
    return result?.problems ?? [];
  },
  STASH_SCHEMA_DIFFERS: () =>
    withSchema((sdl) => sdl.replace(/^ {2}details: String$/m, '  synopsis: String')),
};
