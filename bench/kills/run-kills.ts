import type { Random } from '../../simulators/library/random.ts';
import { startFullPull, sweepFully, waitForPulls } from './ask-service.ts';
import { checkLife, type LifeFindings, type Past } from './check-life.ts';
import { copyLedger, listDifferences } from './compare-folders.ts';
import { isEdited, type KillWorld } from './kill-world.ts';
import type { FirstAnswer } from './killed-service.ts';
import { killAtWork, killWhileStarting } from './live-once.ts';
import { readKeptState } from './kept-state.ts';
import { lookBeside } from './look-beside.ts';
import { type LifePlan, planLife } from './plan-life.ts';
import { Suppressions } from './suppressions.ts';

export interface Kill extends LifePlan {
  /** From the start of the process to its first right answer; absent when it was killed before. */
  readonly firstAnswerMs?: number;
  /** The processor time of that. */
  readonly firstAnswerCpuMs?: number | undefined;
  /** What was found when that life was looked at, right after its first answer. */
  readonly breaches: readonly string[];
}

export interface KillsResult {
  readonly kills: readonly Kill[];
  readonly answered: number;
  /** Questions that only Stash can answer, while it was too slow. */
  readonly toldToComeBack: number;
  readonly suppressed: number;
  /** Ledger entries that kills took away within the documented delay, and the oldest of them. */
  readonly ledgerLost: number;
  readonly ledgerOldestMs: number;
  /** Breaches found after the last kill, the comparison with an undisturbed service among them. */
  readonly finalBreaches: readonly string[];
}

const CLIENTS = 4;

/** Kills the service so many times, and compares what it comes to with one that was never killed. */
export async function runKills(
  world: KillWorld,
  { kills, random, say }: { kills: number; random: Random; say: (line: string) => void },
): Promise<KillsResult> {
  const { service, load } = world;
  const suppressions = new Suppressions(isEdited);
  say('sweeping once, undisturbed');
  service.start();
  await service.waitForFirstAnswer(world.knownFile);
  await waitForPulls(service.admin);
  await sweepFully(service.admin);
  await load.ask({ do: 'START', url: service.url, scenes: world.scenes, clients: CLIENTS });
  let past: Past = {
    state: lookBeside(service.dataDir, readKeptState),
    killedAt: await service.kill(),
    downs: [],
    poster: undefined,
  };
  past = { ...past, downs: [{ from: 0, to: past.killedAt }] };
  const done: Kill[] = [];
  const tally = { answered: 0, toldToComeBack: 0, ledgerLost: 0, ledgerOldestMs: 0 };
  const note = ({ answered, toldToComeBack, ledger }: LifeFindings): void => {
    tally.answered += answered;
    tally.toldToComeBack += toldToComeBack;
    tally.ledgerLost += ledger.lost;
    tally.ledgerOldestMs = Math.max(tally.ledgerOldestMs, ledger.oldestMs);
  };

  /** Looks at the life that just gave its first answer. */
  async function look(firstAt: number): Promise<LifeFindings> {
    const downs = [...past.downs, { from: past.killedAt, to: firstAt }];
    const findings = await checkLife(world, suppressions, { ...past, downs });
    past = { ...past, downs, state: findings.state, poster: findings.poster };
    note(findings);
    return findings;
  }

  for (let number = 1; number <= kills; number += 1) {
    const plan = planLife(random);
    service.start();
    if (plan.kind === 'STARTING') {
      const { killedAt, first } = await killWhileStarting(world, plan);
      // Whatever it answered before the kill belongs to a down time that goes on.
      done.push({ ...plan, ...toFirst(first), breaches: [] });
      past = { ...past, downs: [...past.downs, { from: past.killedAt, to: killedAt }] };
    } else {
      const first = await service.waitForFirstAnswer(world.knownFile);
      const { breaches } = await look(first.at);
      const killedAt = await killAtWork(world, plan, random, suppressions);
      past = { ...past, killedAt };
      done.push({ ...plan, ...toFirst(first), breaches });
    }
    say(describeKill(number, done.at(-1)));
  }

  service.start();
  const first = await service.waitForFirstAnswer(world.knownFile);
  const { breaches } = await look(first.at);
  const finalBreaches = [...breaches, ...(await compareWithUndisturbed(world, say))];
  return { kills: done, suppressed: suppressions.count, finalBreaches, ...tally };
}

function toFirst(first: FirstAnswer | undefined): Pick<Kill, 'firstAnswerMs' | 'firstAnswerCpuMs'> {
  return first ? { firstAnswerMs: first.tookMs, firstAnswerCpuMs: first.cpuMs } : {};
}

function describeKill(number: number, kill: Kill | undefined): string {
  if (!kill) return '';
  const { kind, killAfterMs, firstAnswerMs, firstAnswerCpuMs, breaches } = kill;
  const answer =
    firstAnswerMs === undefined
      ? 'none'
      : `after ${firstAnswerMs.toFixed(0)} ms (${firstAnswerCpuMs} ms of processor)`;
  const trouble = breaches.length === 0 ? '' : `, BROKEN: ${breaches.slice(0, 3).join('; ')}`;
  return `${number}: ${kind}, first answer ${answer}, killed ${killAfterMs} ms later${trouble}`;
}

async function compareWithUndisturbed(world: KillWorld, say: (line: string) => void): Promise<string[]> {
  say('pulling and sweeping once, undisturbed, here and with a service that was never killed');
  await world.load.ask({ do: 'STOP' });
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

async function pullAndSweep({ admin }: KillWorld['service']): Promise<void> {
  await waitForPulls(admin);
  await startFullPull(admin);
  await waitForPulls(admin);
  await sweepFully(admin);
}
