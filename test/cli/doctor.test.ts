import { Command, CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { addDoctorCommand } from '../../src/cli/commands/doctor.ts';
import { createTerminal } from '../../src/cli/terminal.ts';
import type { Problem } from '../../src/observe/problem.ts';
import { startStash } from '../doctor/provocations/stash.ts';
import { BEGAN_AT, fillCatalog, makeDataFolder } from '../support/doctor-world.ts';
import { sampleScenes } from '../support/sample-scene.ts';
import { makeTempFolder } from '../support/temp-folder.ts';
import { recordPlexCalls } from '../../src/store/plex-calls.ts';

type Env = Readonly<Record<string, string>>;

interface Outcome {
  readonly printed: string;
  readonly remarked: string;
  readonly exitCode: number | undefined;
}

async function runDoctor(env: Env, ...args: readonly string[]): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const streamTo = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (written[name] += text) });
  const state: { exitCode: number | undefined } = { exitCode: undefined };
  const program = new Command('stash2plex').exitOverride().configureOutput({
    writeOut: (text) => (written.stdout += text),
  });
  addDoctorCommand(program, {
    env: { DATA_DIR: makeTempFolder(), ADMIN_PORT: '1', ...env },
    terminal: createTerminal({ stdout: streamTo('stdout'), stderr: streamTo('stderr') }),
    signal: new AbortController().signal,
    exitWith: (code) => (state.exitCode = code),
  });
  await program.parseAsync(['doctor', ...args], { from: 'user' }).catch((error: unknown) => {
    // Commander ends a request for help this way.
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
  });
  return { printed: written.stdout, remarked: written.stderr, exitCode: state.exitCode };
}

/** A data folder with nothing wrong in it. */
function makeGoodFolder(): string {
  return makeDataFolder((database, store) => {
    fillCatalog(store, sampleScenes(3), Date.now());
    recordPlexCalls(database, { manifestAt: BEGAN_AT, matchAt: BEGAN_AT });
  });
}

describe('doctor', () => {
  it('ends with 0 and says so when all is well', async () => {
    const { url } = await startStash();
    const { printed, exitCode } = await runDoctor({ STASH_URL: url, DATA_DIR: makeGoodFolder() });
    expect(exitCode).toBe(0);
    expect(printed).toContain('Stash: ok');
    expect(printed).toContain('Plex: not looked at, since PLEX_URL is not set');
    expect(printed.trimEnd().split('\n').at(-1)).toBe('All is well.');
  });

  it('ends with 0 when there are warnings only', async () => {
    const { url } = await startStash();
    const { printed, exitCode } = await runDoctor({ STASH_URL: url });
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/WARNING {2}CATALOG_MISSING\n {4}There is no catalog.*\n {4}→ Start the service/);
    expect(printed).toMatch(/Nothing is broken; 1 warning above\.\n$/);
  });

  it.each<[string, () => Promise<Env> | Env, number]>([
    ['1 for an error', async () => ({ STASH_URL: (await startStash({ apiKey: 'needed' })).url }), 1],
    [
      '69 when Stash is away, however full the catalog',
      () => ({ STASH_URL: 'http://127.0.0.1:1', DATA_DIR: makeGoodFolder() }),
      69,
    ],
    ['78 for a wrong setting', () => ({ STASH_URL: 'nonsense' }), 78],
    [
      '78 for a wrong setting and an unreachable Stash',
      () => ({ STASH_URL: 'http://127.0.0.1:1', PORT: 'x' }),
      78,
    ],
  ])('ends with %s', async (_, makeEnv, exitCode) => {
    expect((await runDoctor(await makeEnv())).exitCode).toBe(exitCode);
  });

  it('prints all of it as JSON and nothing else', async () => {
    const { url } = await startStash();
    const { printed, remarked } = await runDoctor({ STASH_URL: url, STASH_API_KEY: 's3cret-key' }, '--json');
    const report = JSON.parse(printed) as {
      readonly verdict: string;
      readonly exitCode: number;
      readonly problems: readonly Problem[];
      readonly checks: readonly { readonly check: string; readonly problems: readonly string[] }[];
    };
    expect(report).toMatchObject({ verdict: 'ERRORS', exitCode: 1 });
    expect(report.problems.map(({ id }) => id)).toEqual(['CATALOG_MISSING', 'STASH_KEY_NOT_WANTED']);
    expect(report.checks.find(({ check }) => check === 'stash')?.problems).toEqual(['STASH_KEY_NOT_WANTED']);
    expect(remarked).toBe('');
    expect(printed).not.toContain('s3cret-key');
  });

  it('tells its exit codes in its help', async () => {
    const { printed } = await runDoctor({}, '--help');
    expect(printed).toMatch(/Exit code: 0 .* only warnings; 78 .* 69 .* 1 for any other error/s);
  });
});
