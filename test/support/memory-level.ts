import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type MemoryReading, readMemory } from '../../bench/long-run/memory-reading.ts';
import { until } from './until.ts';

setFlagsFromString('--expose-gc');
globalThis.gc = runInNewContext('gc') as typeof globalThis.gc;

/** What the process holds once every connection is closed and its garbage is collected. */
export async function readLevel(): Promise<MemoryReading> {
  await until(() => !process.getActiveResourcesInfo().includes('TCPSocketWrap'));
  return readMemory();
}

/** What must be the same whenever nothing goes on; the heap is judged by how much it grew. */
export function toCounts({ resources, descriptors, processListeners }: MemoryReading) {
  return { resources, descriptors, processListeners };
}

/** The warnings that Node gives from now on, such as of an emitter with too many listeners. */
export function collectWarnings(): readonly string[] {
  const warnings: string[] = [];
  process.on('warning', ({ name, message }) => {
    // That the database and the stripping of types are new is said once and no fault of ours.
    if (name !== 'ExperimentalWarning') warnings.push(`${name}: ${message}`);
  });
  return warnings;
}
