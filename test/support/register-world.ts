import { findFreePort } from '../../simulators/demo/find-free-port.ts';
import { Command } from 'commander';
import type { PmsSimulator } from '../../simulators/plex/pms-simulator.ts';
import type { PmsSimulatorOptions } from '../../simulators/plex/pms-simulator-options.ts';
import { startPmsSimulator } from '../../simulators/plex/start-pms-simulator.ts';
import { addRegisterCommand } from '../../src/cli/commands/register.ts';
import { CommandFailure } from '../../src/cli/exit-code.ts';
import type { RegisterSurroundings } from '../../src/cli/register/register-surroundings.ts';
import { HastyClock, PMS_TOKEN } from './pms-world.ts';

export const SECRET = 'provider-secret-nobody-sees';

/** What a run of `register` showed, and how it ended. */
export interface Registered {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Everything a person could read. */
  readonly all: string;
}

export interface RegisterWorld extends AsyncDisposable {
  readonly pms: PmsSimulator;
  readonly port: number;
  /** The settings of the command; PLEX_URL and the like. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs `register` with these words behind it. */
  register(...args: string[]): Promise<Registered>;
  registerWith(settings: Readonly<Record<string, string>>, ...args: string[]): Promise<Registered>;
  /** What a person answers; without it there is nobody to ask. */
  answer: boolean | undefined;
}

export const LIBRARIES: PmsSimulatorOptions['libraries'] = [
  { title: 'Adult', locations: ['/media/Adult'], files: ['/media/Adult/a.mp4'] },
  { title: 'Films', locations: ['D:\\Films'] },
  { title: 'Series', locations: ['/media/tv'], type: 'show' },
];

/** A PMS that knows no provider, and the settings of a service that is to be registered with it. */
export async function startRegisterWorld(
  options: Partial<PmsSimulatorOptions> = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<RegisterWorld> {
  const port = await findFreePort();
  const adminPort = await findFreePort();
  const pms = await startPmsSimulator({ token: PMS_TOKEN, libraries: LIBRARIES, ...options });
  const env = {
    PLEX_URL: pms.url,
    PLEX_TOKEN: PMS_TOKEN,
    HOST: '127.0.0.1',
    PORT: String(port),
    ADMIN_PORT: String(adminPort),
    ...settings,
  };
  const world: RegisterWorld = {
    pms,
    port,
    env,
    answer: undefined,
    register: (...args) => run(env, args, world.answer),
    registerWith: (more, ...args) => run({ ...env, ...more }, args, world.answer),
    [Symbol.asyncDispose]: () => pms[Symbol.asyncDispose](),
  };
  return world;
}

async function run(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  answer: boolean | undefined,
): Promise<Registered> {
  const out: string[] = [];
  const err: string[] = [];
  let exitCode = 0;
  const terminal = {
    isTerminal: answer !== undefined,
    print: (text: string) => void out.push(text),
    remark: (text: string) => void err.push(text),
    progress: () => undefined,
  };
  const { signal } = new AbortController();
  const context = { env, terminal, signal, exitWith: (code: number) => (exitCode = code) };
  const program = new Command().exitOverride();
  addRegisterCommand(program, context, toSurroundings(answer, out));
  try {
    await program.parseAsync(['register', ...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    exitCode = error.exitCode;
    err.push(error.message);
  }
  const [stdout, stderr] = [out.join('\n'), err.join('\n')];
  return { exitCode, stdout, stderr, all: `${stdout}\n${stderr}` };
}

function toSurroundings(answer: boolean | undefined, out: string[]): RegisterSurroundings {
  return {
    clock: new HastyClock(),
    listOwnAddresses: () => [
      { name: 'lo', address: '127.0.0.1', family: 'IPv4', internal: true },
      { name: 'eth0', address: '192.0.2.7', family: 'IPv4', internal: false },
    ],
    ask:
      answer === undefined
        ? undefined
        : async (question) => {
            out.push(question);
            return answer;
          },
  };
}
