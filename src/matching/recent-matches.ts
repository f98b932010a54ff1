import type { MatchExplanation } from './explanation.ts';

/** Keeps explanations over a restart. */
export interface RecentMatchStore {
  /** Adds these, oldest first, and may drop the oldest beyond what is worth keeping. */
  recordMatches(explanations: readonly MatchExplanation[]): void;
  /** Newest first. */
  listMatches(limit: number): readonly MatchExplanation[];
}

export interface RecentMatchFilter {
  /** Part of the file name, in any case. */
  readonly fileName?: string;
  readonly limit?: number;
}

const CAPACITY = 1_000;

/**
 * The last 1,000 decisions, in memory. Writing each one down as it is made would make every match wait for the disk,
 * so the caller takes the new ones with `drain` from time to time.
 */
export class RecentMatches {
  /** A ring: `#next` is where the next one goes, over the oldest. */
  readonly #ring: MatchExplanation[] = [];
  #next = 0;
  #undrained = 0;

  /** `known` are those of an earlier run, newest first; they count as drained. */
  constructor(known: readonly MatchExplanation[] = []) {
    for (const explanation of known.slice(0, CAPACITY).reverse()) this.#put(explanation);
  }

  record(explanation: MatchExplanation): void {
    this.#put(explanation);
    this.#undrained = Math.min(CAPACITY, this.#undrained + 1);
  }

  /** Newest first. */
  list({ fileName, limit = CAPACITY }: RecentMatchFilter = {}): MatchExplanation[] {
    const wanted = fileName?.normalize('NFC').toLowerCase();
    const newestFirst = this.#inOrder().reverse();
    const kept = wanted === undefined ? newestFirst : newestFirst.filter((entry) => isNamed(entry, wanted));
    return kept.slice(0, Math.max(0, limit));
  }

  /** Those recorded since the last call, oldest first. More than 1,000 between two calls lose the oldest. */
  drain(): MatchExplanation[] {
    const fresh = this.#undrained === 0 ? [] : this.#inOrder().slice(-this.#undrained);
    this.#undrained = 0;
    return fresh;
  }

  #put(explanation: MatchExplanation): void {
    this.#ring[this.#next] = explanation;
    this.#next = (this.#next + 1) % CAPACITY;
  }

  #inOrder(): MatchExplanation[] {
    if (this.#ring.length < CAPACITY) return [...this.#ring];
    return [...this.#ring.slice(this.#next), ...this.#ring.slice(0, this.#next)];
  }
}

function isNamed(entry: MatchExplanation, wanted: string): boolean {
  return entry.fileName?.normalize('NFC').toLowerCase().includes(wanted) === true;
}
