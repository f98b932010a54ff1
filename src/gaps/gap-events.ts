import type { Gap, GapKind } from './gap.ts';
import type { Sweep } from './sweep.ts';
import { Topic } from './topic.ts';

/** A sweep may change far more gaps than anybody watches: a listener is owed the newest of them. */
export const MOST_GAPS_OWED = 1_000;
const MOST_PROGRESS_OWED = 16;

/** What listeners are told. Every loop over a subscription ends normally when the signal aborts or the service stops. */
export interface GapEvents {
  /** Each gap as it opens, changes, closes or is suppressed; of these kinds only, when given. */
  gapChanged(kinds?: readonly GapKind[], signal?: AbortSignal): AsyncIterable<Gap>;
  /** The running sweep whenever its counts or its phase move, and once more when it has ended. */
  sweepProgress(signal?: AbortSignal): AsyncIterable<Sweep>;
}

/** The telling side of the events. */
export class GapEventSource implements GapEvents {
  readonly #gaps = new Topic<Gap>({ capacity: MOST_GAPS_OWED });
  readonly #sweeps = new Topic<Sweep>({ capacity: MOST_PROGRESS_OWED });

  /** True while somebody listens to gaps: reading them back is not worth it otherwise. */
  get hasGapListeners(): boolean {
    return this.#gaps.hasListeners;
  }

  tellGap(gap: Gap): void {
    this.#gaps.publish(gap);
  }

  tellSweep(sweep: Sweep): void {
    this.#sweeps.publish(sweep);
  }

  gapChanged(kinds?: readonly GapKind[], signal?: AbortSignal): AsyncIterable<Gap> {
    return this.#gaps.subscribe((gap) => kinds === undefined || kinds.includes(gap.kind), signal);
  }

  sweepProgress(signal?: AbortSignal): AsyncIterable<Sweep> {
    return this.#sweeps.subscribe(undefined, signal);
  }

  close(): void {
    this.#gaps.close();
    this.#sweeps.close();
  }
}
