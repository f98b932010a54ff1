import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PROJECT = join(import.meta.dirname, '..', '..');
const TSC = join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');

let built: Promise<string> | undefined;

/** Builds the service once for all benchmarks of a run; resolves with its main file. */
export function buildService(): Promise<string> {
  built ??= build();
  return built;
}

/** Types are checked elsewhere; leaving that out makes the build a matter of two seconds. */
async function build(): Promise<string> {
  await promisify(execFile)(process.execPath, [TSC, '--noCheck', '-p', join(PROJECT, 'tsconfig.build.json')]);
  return join(PROJECT, 'dist', 'main.js');
}
