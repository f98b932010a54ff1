import type { LifeFindings } from './check-life.ts';
import type { FirstAnswer } from './killed-service.ts';
import type { LifePlan } from './plan-life.ts';

/** One life of the service and its end. */
export interface Kill extends LifePlan {
  /** From the start of the process to its first right answer; absent when it was killed before. */
  readonly firstAnswerMs?: number;
  /** The processor time of that; absent where the system does not tell. */
  readonly firstAnswerCpuMs?: number | undefined;
  /** What was found when that life was looked at, right after its first answer. */
  readonly breaches: readonly string[];
}

export interface KillsResult {
  readonly kills: readonly Kill[];
  readonly answered: number;
  /** Questions that only Stash can answer, while it was too slow. */
  readonly toldToComeBack: number;
  /** Choices about gaps that were acknowledged. */
  readonly suppressed: number;
  /** Ledger entries that kills took away within the documented delay, and how old the oldest of them was. */
  readonly ledgerLost: number;
  readonly ledgerOldestMs: number;
  /** Breaches found after the last kill, the comparison with an undisturbed service among them. */
  readonly finalBreaches: readonly string[];
}

/** Gathers what a run comes to. */
export class KillTally {
  readonly #kills: Kill[] = [];
  readonly #sums = { answered: 0, toldToComeBack: 0, ledgerLost: 0, ledgerOldestMs: 0 };

  addKill(plan: LifePlan, first: FirstAnswer | undefined, breaches: readonly string[]): Kill {
    const answer = first && { firstAnswerMs: first.tookMs, firstAnswerCpuMs: first.cpuMs };
    const kill = { ...plan, ...answer, breaches };
    this.#kills.push(kill);
    return kill;
  }

  addFindings({ answered, toldToComeBack, ledger }: LifeFindings): void {
    this.#sums.answered += answered;
    this.#sums.toldToComeBack += toldToComeBack;
    this.#sums.ledgerLost += ledger.lost;
    this.#sums.ledgerOldestMs = Math.max(this.#sums.ledgerOldestMs, ledger.oldestMs);
  }

  toResult(suppressed: number, finalBreaches: readonly string[]): KillsResult {
    return { kills: this.#kills, ...this.#sums, suppressed, finalBreaches };
  }
}
