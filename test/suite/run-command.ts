import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export type Command = readonly [program: string, ...args: string[]];

/** Runs a command, hands on each line that it writes to either output as it comes, and tells whether it ended with 0. */
export async function runCommand(command: Command, onLine: (line: string) => void): Promise<boolean> {
  // The shell joins both outputs, so that their lines keep their order.
  const child = spawn('sh', ['-c', 'exec "$@" 2>&1', 'sh', ...command], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  });
  createInterface({ input: child.stdout }).on('line', onLine);
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}
