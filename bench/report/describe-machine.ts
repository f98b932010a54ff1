import { availableParallelism, cpus, totalmem } from 'node:os';
import { readProgramVersion } from '../../src/lib/program-version.ts';

/** When, with what and on what something was measured. */
export function describeMachine() {
  return {
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
  };
}
