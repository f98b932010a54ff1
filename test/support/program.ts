import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Settings = Readonly<Record<string, string>>;

/** What a finished program left. */
export interface ProgramEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end in a process of its own, with these settings and no others. */
export async function runProgramOnce(args: readonly string[], settings: Settings = {}): Promise<ProgramEnd> {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    cwd: ROOT,
    env: toEnvironment(settings),
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

/** The service in a process of its own. */
export interface ServingProgram extends AsyncDisposable {
  readonly provider: string;
  readonly admin: string;
  /** Everything it has written so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals>;
}

export interface ServeOptions {
  readonly settings: Settings;
  /** Bytes that any file it writes may have. */
  readonly largestFile?: number;
}

/** Starts `serve` on free ports and resolves when it listens. */
export async function serveProgram({ settings, largestFile }: ServeOptions): Promise<ServingProgram> {
  const env = toEnvironment({
    HOST: '127.0.0.1',
    PORT: '0',
    ADMIN_PORT: '0',
    LOG_LEVEL: 'debug',
    ...settings,
  });
  const serve = [process.execPath, 'src/main.ts', 'serve'];
  const limited = `ulimit -f ${Math.ceil((largestFile ?? 0) / 1024)}; exec "$0" "$@"`;
  const [command = '', ...args] = largestFile === undefined ? serve : ['bash', '-c', limited, ...serve];
  const child = spawn(command, args, { cwd: ROOT, env });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const closed = once(child, 'close');
  const ended = async (): Promise<number | NodeJS.Signals> => {
    await closed;
    return child.exitCode ?? child.signalCode ?? 'SIGKILL';
  };
  await until(() => /Data {2,}/.test(output) || hasEnded(child));
  const portOf = (listener: string): string =>
    new RegExp(`${listener} +127\\.0\\.0\\.1:(\\d+)`).exec(output)?.[1] ?? '';
  if (hasEnded(child)) throw new Error(`expected the service to start, but got:\n${output}`);
  return {
    provider: `http://127.0.0.1:${portOf('Provider')}`,
    admin: `http://127.0.0.1:${portOf('Admin')}`,
    output: () => output,
    kill: (signal) => void child.kill(signal),
    ended,
    [Symbol.asyncDispose]: async () => {
      if (!hasEnded(child)) child.kill('SIGKILL');
      await closed;
    },
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function toEnvironment(settings: Settings): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], NO_COLOR: '1', ...settings };
}
