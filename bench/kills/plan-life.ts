import type { Random } from '../../simulators/library/random.ts';

/** What goes on in one life of the service beside the scan, and how long it lasts. */
export interface LifePlan {
  readonly kind: 'STARTING' | 'SCANNING' | 'SWEEPING' | 'PULLING' | 'SUPPRESSING';
  /** When the kill comes, in milliseconds: after the process was started for `STARTING`, else after its first answer. */
  readonly killAfterMs: number;
}

/** Kinds with how many lives of a hundred have them, and their longest time. */
const KINDS: readonly { readonly kind: LifePlan['kind']; readonly share: number; readonly mostMs: number }[] =
  [
    { kind: 'STARTING', share: 20, mostMs: 1_500 },
    { kind: 'SCANNING', share: 15, mostMs: 4_000 },
    { kind: 'SWEEPING', share: 30, mostMs: 12_000 },
    { kind: 'PULLING', share: 20, mostMs: 6_000 },
    { kind: 'SUPPRESSING', share: 15, mostMs: 2_000 },
  ];

/** The lives of a run, the same for the same seed. */
export function planLife(random: Random): LifePlan {
  const chosen = random.pick(KINDS.flatMap((each) => Array.from({ length: each.share }, () => each)));
  return { kind: chosen.kind, killAfterMs: random.below(chosen.mostMs) };
}
