import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { readProgramVersion } from '../../src/lib/program-version.ts';
import type { BenchOptions } from '../benchmark.ts';
import type { Findings } from '../row.ts';

const FILE = join(import.meta.dirname, '..', 'results.json');

/** Writes what was found, with what it was found on. */
export async function writeResults(
  findings: Required<Findings>,
  { quick, large }: Pick<BenchOptions, 'quick' | 'large'>,
): Promise<string> {
  const results = {
    at: new Date().toISOString(),
    stash2plex: readProgramVersion(),
    node: process.versions.node,
    sqlite: process.versions.sqlite,
    machine: {
      cpu: cpus()[0]?.model ?? 'unknown',
      cores: availableParallelism(),
      memoryGb: Math.round(totalmem() / 2 ** 30),
      platform: `${process.platform} ${process.arch}`,
    },
    quick,
    large,
    ...findings,
  };
  await writeFile(FILE, `${JSON.stringify(results, undefined, 2)}\n`);
  return FILE;
}
