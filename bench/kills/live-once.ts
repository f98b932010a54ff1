import { setTimeout as delay } from 'node:timers/promises';
import type { Random } from '../../simulators/library/random.ts';
import { startFullPull, startSweep } from './ask-service.ts';
import type { KillWorld } from './kill-world.ts';
import type { FirstAnswer } from './killed-service.ts';
import type { LifePlan } from './plan-life.ts';
import type { Suppressions } from './suppressions.ts';

const EDITS_AT_A_TIME = 20;
const EDIT_EVERY_MS = 500;

/** Kills a starting service at its moment; its first answer if that came before. */
export async function killWhileStarting(
  { service, knownFile }: KillWorld,
  { killAfterMs }: LifePlan,
): Promise<{ readonly killedAt: number; readonly first: FirstAnswer | undefined }> {
  const answered = service.waitForFirstAnswer(knownFile).catch(() => undefined);
  await delay(killAfterMs);
  const killedAt = await service.kill();
  return { killedAt, first: await answered };
}

/** Lets the service work until its moment, edits going on in Stash, and kills it. Returns when. */
export async function killAtWork(
  world: KillWorld,
  plan: LifePlan,
  random: Random,
  suppressions: Suppressions,
): Promise<number> {
  const ending = new AbortController();
  const background = Promise.all([
    doWork(world, plan, random, suppressions, ending.signal).catch((error: unknown) => {
      if (!ending.signal.aborted) throw error;
    }),
    editUntil(world, random, ending.signal),
  ]);
  // What fails before the kill ends the run; what the kill cuts is as it should be.
  await Promise.race([delay(plan.killAfterMs), background.then(() => delay(plan.killAfterMs))]);
  ending.abort();
  const killedAt = await world.service.kill();
  await background;
  return killedAt;
}

async function doWork(
  { service: { admin } }: KillWorld,
  { kind }: LifePlan,
  random: Random,
  suppressions: Suppressions,
  signal: AbortSignal,
): Promise<void> {
  if (kind === 'SWEEPING') await startSweep(admin);
  if (kind === 'PULLING') await startFullPull(admin);
  if (kind === 'SUPPRESSING') await suppressions.chooseUntil(admin, random, signal);
}

/** Edits scenes whose ids end in 0, and adds one that is new. */
async function editUntil({ libraries }: KillWorld, random: Random, signal: AbortSignal): Promise<void> {
  await libraries.ask({ do: 'ADD', name: `${random.bits()}` });
  while (!signal.aborted) {
    const picks = Array.from({ length: EDITS_AT_A_TIME }, () => random.bits());
    await libraries.ask({ do: 'EDIT', picks, details: `Edited as ${random.bits()}.` });
    await delay(EDIT_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}
