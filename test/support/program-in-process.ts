import { vi } from 'vitest';
import { runProgram } from '../../src/cli/run-program.ts';
import type { ProgramEnd } from './program.ts';

/** Runs a command line in this process, with these settings; for what does not depend on a process of its own. */
export async function runInProcess(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<ProgramEnd> {
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const into = (texts: string[]) => (text: string | Uint8Array) => texts.push(String(text)) > 0;
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(into(stdout)),
    vi.spyOn(process.stderr, 'write').mockImplementation(into(stderr)),
  ];
  try {
    const code = await runProgram(args);
    return { code, stdout: stdout.join(''), stderr: stderr.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}
