import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeMachine } from '../report/describe-machine.ts';
import type { CombinationResult } from './combination-result.ts';
import { listProblems } from './list-problems.ts';
import type { LoadOptions } from './load-options.ts';

const FILE = join(import.meta.dirname, '..', 'load-results.json');

/** Writes what was found, with what it was found on; answers where. */
export async function writeLoadResults(
  options: LoadOptions,
  results: readonly CombinationResult[],
): Promise<string> {
  const combinations = results.map((result) => ({ ...result, problems: listProblems(result) }));
  await writeFile(FILE, `${JSON.stringify({ ...describeMachine(), options, combinations }, undefined, 2)}\n`);
  return FILE;
}
