import type { Clock } from '../lib/clock.ts';
import type { LiveLookup } from '../matching/live-lookup.ts';
import { findCompletedAt, toCatalogState, type CatalogEvent, type CatalogState } from './catalog-state.ts';
import type { CatalogStore, PullKind } from './catalog-store.ts';
import { Follower } from './follower.ts';
import { createLiveLookup, type RememberingLookup } from './live-lookup.ts';
import { PullRunner, type PullResult } from './pull-runner.ts';
import { readQueued } from './read-queued.ts';
import type { SceneSource } from './scene-source.ts';
import { tellTrouble, type ToUnknownCause } from './stash-trouble.ts';
import type { ToPattern } from './suffix-questions.ts';
import { TroubleWatch } from './trouble-watch.ts';

export interface CatalogOptions {
  readonly source: SceneSource;
  readonly store: CatalogStore;
  readonly clock: Clock;
  readonly toUnknownCause: ToUnknownCause;
  readonly toPattern: ToPattern;
  /** How often Stash is asked for what changed, in milliseconds. */
  readonly followEveryMs: number;
  readonly onEvent?: (event: CatalogEvent) => void;
}

/**
 * The local mirror of Stash and its life: filled once, followed from then on, refreshed when it is told to.
 *
 * It survives Stash being away by waiting, and its own end at any moment: everything it does goes on from the store.
 */
export class Catalog {
  /** Asks Stash for a file that the catalog does not know. */
  readonly lookUp: LiveLookup;
  readonly #options: CatalogOptions;
  readonly #tools: Pick<CatalogOptions, 'store' | 'clock'> & { readonly source: SceneSource };
  readonly #stopping = new AbortController();
  readonly #lookup: RememberingLookup;
  readonly #watch: TroubleWatch;
  readonly #runner: PullRunner;
  readonly #follower: Follower;
  #life: Promise<void> | undefined;

  constructor(options: CatalogOptions) {
    const { store, clock, toPattern } = options;
    this.#options = options;
    this.#tools = { store, clock, source: tellTrouble(options.source, options.toUnknownCause) };
    this.#lookup = createLiveLookup({ ...this.#tools, toPattern });
    this.lookUp = this.#lookup.lookUp;
    const onEvent = (event: CatalogEvent) => this.#tell(event);
    this.#watch = new TroubleWatch(clock, onEvent);
    const { signal } = this.#stopping;
    this.#runner = new PullRunner({ tools: this.#tools, watch: this.#watch, onEvent, signal });
    this.#follower = new Follower(this.#tools);
  }

  /** Begins to catch up with Stash and to follow it, in the background. */
  start(): void {
    this.#life ??= this.#live();
  }

  /** Stops asking and writing; resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('the catalog is stopping'));
    await this.#runner.settle();
    await this.#life;
  }

  /**
   * Goes over all of Stash: whole scenes (`FULL`) or slim columns and whole only what differs (`DIFF`). Never two at
   * once; resolves when it is complete, however long Stash is away meanwhile, or when the catalog stops.
   */
  refresh(kind: PullKind): Promise<PullResult> {
    return this.#runner.run(this.#isComplete() ? kind : 'FULL');
  }

  get state(): CatalogState {
    return toCatalogState(this.#options.store, this.#watch.trouble);
  }

  /** Milliseconds since the last pass over all of Stash; `undefined` before the first. */
  get ageMs(): number | undefined {
    const completedAt = findCompletedAt(this.#options.store);
    return completedAt === undefined ? undefined : this.#options.clock.now() - completedAt;
  }

  #isComplete(): boolean {
    return findCompletedAt(this.#options.store) !== undefined;
  }

  /** A pass that was cut short goes on; else what changed while nobody looked is found by a diff. */
  async #live(): Promise<void> {
    await this.refresh(this.#options.store.findPass()?.kind ?? 'DIFF');
    while (!this.#stopping.signal.aborted) {
      await this.#follow();
      if (this.#options.store.countQueued() === 0 || this.#watch.trouble) await this.#pause();
    }
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping;
    try {
      const queued = await this.#follower.poll(signal);
      this.#tell({ kind: 'FOLLOWED', queued });
      await this.#workOff(signal);
      this.#watch.clear();
    } catch (error) {
      if (!signal.aborted) this.#watch.record(error);
    }
  }

  /** Long queues are left off for a look at what changed in between. */
  async #workOff(signal: AbortSignal): Promise<void> {
    const { clock, followEveryMs } = this.#options;
    const until = clock.ticks() + followEveryMs;
    do {
      const reread = await readQueued(this.#tools, signal);
      if (!reread) return;
      this.#tell({ kind: 'REREAD', ...reread });
    } while (clock.ticks() < until);
  }

  async #pause(): Promise<void> {
    const { signal } = this.#stopping;
    try {
      await this.#options.clock.sleep(this.#options.followEveryMs, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Whatever brought scenes may have brought one that was asked for in vain. */
  #tell(event: CatalogEvent): void {
    if (event.kind === 'PULL_PROGRESS' || event.kind === 'REREAD') this.#lookup.forgetMisses();
    this.#options.onEvent?.(event);
  }
}
