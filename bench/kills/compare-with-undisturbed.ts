import { startFullPull, sweepFully, waitForPulls } from './ask-service.ts';
import { copyLedger, listDifferences } from './compare-folders.ts';
import type { KillWorld } from './kill-world.ts';
import type { KilledService } from './killed-service.ts';

/** One full pull and one sweep in peace: what differs from a service that was never killed. */
export async function compareWithUndisturbed(world: KillWorld): Promise<string[]> {
  const { service } = world;
  await pullAndSweep(service);
  await service.stop();
  const reference = await world.createReference();
  copyLedger(service.dataDir, reference.dataDir);
  reference.start();
  await reference.waitForFirstAnswer(world.knownFile);
  await pullAndSweep(reference);
  await reference.stop();
  return listDifferences(service.dataDir, reference.dataDir);
}

async function pullAndSweep({ admin }: KilledService): Promise<void> {
  await waitForPulls(admin);
  await startFullPull(admin);
  await waitForPulls(admin);
  await sweepFully(admin);
}
