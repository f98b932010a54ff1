import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BenchOptions } from '../benchmark.ts';
import type { Findings } from '../row.ts';
import { describeMachine } from './describe-machine.ts';

const FILE = join(import.meta.dirname, '..', 'results.json');

/** Writes what was found, with what it was found on. */
export async function writeResults(
  findings: Required<Findings>,
  { quick, large }: Pick<BenchOptions, 'quick' | 'large'>,
): Promise<string> {
  const results = {
    ...describeMachine(),
    quick,
    large,
    ...findings,
  };
  await writeFile(FILE, `${JSON.stringify(results, undefined, 2)}\n`);
  return FILE;
}
