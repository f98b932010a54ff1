import type { Clock } from '../lib/clock.ts';
import type { CatalogEvent, CatalogTrouble } from './catalog-state.ts';
import { StashTrouble } from './stash-trouble.ts';

/** Knows whether the catalog is in trouble, and tells when that begins and ends. */
export class TroubleWatch {
  readonly #clock: Clock;
  readonly #onEvent: (event: CatalogEvent) => void;
  #trouble: CatalogTrouble | undefined;

  constructor(clock: Clock, onEvent: (event: CatalogEvent) => void) {
    this.#clock = clock;
    this.#onEvent = onEvent;
  }

  get trouble(): CatalogTrouble | undefined {
    return this.#trouble;
  }

  /** Notes a failure and says what trouble it is. The same trouble going on is told once. */
  record(error: unknown): CatalogTrouble {
    const trouble = this.#toTrouble(error);
    const isNews = !isSameTrouble(this.#trouble, trouble);
    if (!isNews) return trouble;
    this.#trouble = trouble;
    this.#onEvent({ kind: 'TROUBLE_BEGAN', trouble });
    return trouble;
  }

  /** Notes that things work. */
  clear(): void {
    if (!this.#trouble) return;
    this.#trouble = undefined;
    this.#onEvent({ kind: 'TROUBLE_ENDED' });
  }

  #toTrouble(error: unknown): CatalogTrouble {
    const since = this.#clock.now();
    if (error instanceof StashTrouble) return { kind: 'STASH', cause: error.unknownCause, since };
    return { kind: 'FAULT', error, since };
  }
}

/** A circuit breaker that lets nobody through has nothing new to say about why. */
function isSameTrouble(a: CatalogTrouble | undefined, b: CatalogTrouble): boolean {
  if (a?.kind === 'STASH' && b.kind === 'STASH')
    return b.cause.reason === 'BREAKER_OPEN' || a.cause.reason === b.cause.reason;
  if (a?.kind === 'FAULT' && b.kind === 'FAULT') return toName(a.error) === toName(b.error);
  return false;
}

function toName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
