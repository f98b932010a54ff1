import type { CatalogEvent } from '../catalog/catalog-state.ts';
import type { UnknownCause } from '../model/unknown-cause.ts';

type Listener = (cause: UnknownCause) => void;

/** Tells whoever waits for a pass over Stash when it is cut short, since the pass itself waits for Stash to return. */
export class PullFailures {
  readonly #listeners = new Set<Listener>();

  /** The returned function ends it. */
  readonly onPullFailed = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  record(event: CatalogEvent): void {
    if (event.kind !== 'PULL_FAILED') return;
    const { trouble } = event;
    const cause: UnknownCause =
      trouble.kind === 'STASH'
        ? trouble.cause
        : {
            reason: 'STASH_FAILED',
            detail: 'The catalog could not be written: check space and owner of DATA_DIR.',
          };
    for (const listener of this.#listeners) listener(cause);
  }
}
