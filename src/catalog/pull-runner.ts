import type { CatalogEvent } from './catalog-state.ts';
import type { PullKind } from './catalog-store.ts';
import { runDiffPull } from './diff-pull.ts';
import { runFullPull } from './full-pull.ts';
import type { PullSummary, PullTools } from './pull-tools.ts';
import type { TroubleWatch } from './trouble-watch.ts';

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

export type PullResult =
  { readonly kind: 'COMPLETED'; readonly summary: PullSummary } | { readonly kind: 'STOPPED' };

export interface PullRunnerOptions {
  readonly tools: Omit<PullTools, 'onProgress'>;
  readonly watch: TroubleWatch;
  readonly onEvent: (event: CatalogEvent) => void;
  readonly signal: AbortSignal;
}

interface Pull {
  readonly kind: PullKind;
  readonly done: Promise<PullResult>;
}

/** Runs pulls one after another, each until it is complete: trouble is waited out, and the pull goes on from there. */
export class PullRunner {
  readonly #options: PullRunnerOptions;
  #last: Pull | undefined;

  constructor(options: PullRunnerOptions) {
    this.#options = options;
  }

  /** Joins a pull that will do (a full one does for a diff), or queues one behind the running one. */
  run(kind: PullKind): Promise<PullResult> {
    const last = this.#last;
    if (last && (last.kind === kind || last.kind === 'FULL')) return last.done;
    const pull = { kind, done: this.#runAfter(last, kind).finally(() => this.#forget(pull)) };
    this.#last = pull;
    return pull.done;
  }

  /** Resolves when nothing is running or queued. */
  async settle(): Promise<void> {
    await this.#last?.done;
  }

  #forget(pull: Pull): void {
    if (this.#last === pull) this.#last = undefined;
  }

  async #runAfter(previous: Pull | undefined, kind: PullKind): Promise<PullResult> {
    await previous?.done;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
      const result = await this.#attempt(kind);
      if (result) return result;
      await this.#wait(waitMs);
    }
  }

  /** `undefined` when it was cut short by trouble and must be taken up again. */
  async #attempt(kind: PullKind): Promise<PullResult | undefined> {
    const { tools, signal, watch, onEvent } = this.#options;
    if (signal.aborted) return { kind: 'STOPPED' };
    const pull = kind === 'FULL' ? runFullPull : runDiffPull;
    try {
      const summary = await pull({ ...tools, onProgress: this.#toTeller() }, signal);
      watch.clear();
      if (summary.held > 0) onEvent({ kind: 'REMOVAL_HELD', scenes: summary.held });
      onEvent({ kind: 'PULL_COMPLETED', summary });
      return { kind: 'COMPLETED', summary };
    } catch (error) {
      if (!this.#options.signal.aborted) onEvent({ kind: 'PULL_FAILED', trouble: watch.record(error) });
      return undefined;
    }
  }

  /** The first word of an attempt is that it started, every further one is progress and shows that things work. */
  #toTeller(): PullTools['onProgress'] {
    const { watch, onEvent } = this.#options;
    let started = false;
    return ({ kind: pull, seen, total }) => {
      if (started) watch.clear();
      onEvent({ kind: started ? 'PULL_PROGRESS' : 'PULL_STARTED', pull, seen, total });
      started = true;
    };
  }

  async #wait(ms: number): Promise<void> {
    const { tools, signal } = this.#options;
    try {
      await tools.clock.sleep(ms, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
