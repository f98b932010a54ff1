import type { Gap } from './gap.ts';
import { MOST_GAPS_OWED, type GapEventSource } from './gap-events.ts';
import { runSweep } from './run-sweep.ts';
import type { SweepTools } from './sweep-context.ts';
import { SweepStopped } from './sweep-stopped.ts';
import type { Sweep } from './sweep.ts';

export interface SweepRunnerOptions {
  readonly tools: SweepTools;
  readonly events: GapEventSource;
  readonly onSweepEnded: (sweep: Sweep) => void;
  readonly onFailure: (error: unknown) => void;
}

interface Running {
  sweep: Sweep;
  readonly controller: AbortController;
  ended: Promise<Sweep>;
}

/** Runs sweeps, one at a time. */
export class SweepRunner {
  readonly #options: SweepRunnerOptions;
  #running: Running | undefined;

  constructor(options: SweepRunnerOptions) {
    this.#options = options;
  }

  get running(): Sweep | undefined {
    return this.#running?.sweep;
  }

  get ended(): Promise<Sweep> | undefined {
    return this.#running?.ended;
  }

  start(trigger: Sweep['trigger']): Sweep {
    if (this.#running !== undefined) return this.#running.sweep;
    const { sweeps, clock } = this.#options.tools;
    const sweep = sweeps.startSweep(trigger, clock.now());
    const running = { sweep, controller: new AbortController(), ended: Promise.resolve(sweep) };
    this.#running = running;
    running.ended = this.#run(running);
    return sweep;
  }

  stop(by: SweepStopped['by']): Promise<Sweep> | undefined {
    this.#running?.controller.abort(new SweepStopped(by));
    return this.#running?.ended;
  }

  async #run(running: Running): Promise<Sweep> {
    const { tools, events, onSweepEnded, onFailure } = this.#options;
    events.tellSweep(running.sweep);
    const ended = await runSweep(running.sweep, {
      tools,
      signal: running.controller.signal,
      onFailure,
      onProgress: (sweep) => {
        running.sweep = sweep;
        events.tellSweep(sweep);
      },
    });
    this.#running = undefined;
    events.tellSweep(ended);
    for (const gap of this.#listChanged(ended)) events.tellGap(gap);
    onSweepEnded(ended);
    return ended;
  }

  /** Read back only if somebody listens, and no more than a listener is owed. */
  #listChanged({ status }: Sweep): readonly Gap[] {
    if (status.state !== 'COMPLETE' || !this.#options.events.hasGapListeners) return [];
    return this.#options.tools.gaps.listChangedAt(status.endedAt, MOST_GAPS_OWED);
  }
}
