import type { UnknownCause } from '../model/unknown-cause.ts';
import type { CatalogStore, HeldRemoval, PullKind } from './catalog-store.ts';
import type { PullSummary } from './pull-tools.ts';

/** What keeps the catalog from going on: Stash cannot answer, or something on this side failed (a full disk). */
export type CatalogTrouble =
  | { readonly kind: 'STASH'; readonly cause: UnknownCause; readonly since: number }
  | { readonly kind: 'FAULT'; readonly error: unknown; readonly since: number };

export interface PullProgress {
  readonly kind: PullKind;
  readonly seen: number;
  readonly total: number;
}

/** What the catalog holds now. Instants are milliseconds since the epoch. */
export type CatalogState = (
  | { readonly kind: 'EMPTY' }
  | { readonly kind: 'FILLING'; readonly startedAt: number; readonly seen: number; readonly total: number }
  | {
      readonly kind: 'COMPLETE';
      /** The end of the last pass over all of Stash. */
      readonly completedAt: number;
      readonly scenes: number;
      /** Scenes waiting to be read again. */
      readonly queued: number;
      readonly refreshing?: PullProgress;
      /** Present when a pass missed suspiciously many scenes: they are kept until a second pass agrees. */
      readonly heldRemoval?: HeldRemoval;
    }
) & { readonly trouble?: CatalogTrouble };

/** What happens in the catalog, for logs, metrics and progress lines. */
export type CatalogEvent =
  | { readonly kind: 'PULL_STARTED'; readonly pull: PullKind; readonly seen: number; readonly total: number }
  | { readonly kind: 'PULL_PROGRESS'; readonly pull: PullKind; readonly seen: number; readonly total: number }
  | { readonly kind: 'PULL_COMPLETED'; readonly summary: PullSummary }
  /** A pass was cut short, and goes on after a pause; told every time. */
  | { readonly kind: 'PULL_FAILED'; readonly trouble: CatalogTrouble }
  /** Said loudly: Stash answered with far fewer scenes than the catalog knows. */
  | { readonly kind: 'REMOVAL_HELD'; readonly scenes: number }
  | { readonly kind: 'FOLLOWED'; readonly queued: number }
  | { readonly kind: 'REREAD'; readonly changed: number; readonly removed: number }
  | { readonly kind: 'TROUBLE_BEGAN'; readonly trouble: CatalogTrouble }
  | { readonly kind: 'TROUBLE_ENDED' };

/** Reads the state off the store, so that it is the same before and after a restart. */
export function toCatalogState(store: CatalogStore, trouble: CatalogTrouble | undefined): CatalogState {
  const shared = trouble && { trouble };
  const pass = store.findPass();
  const completedAt = findCompletedAt(store);
  if (completedAt === undefined) {
    if (!pass) return { kind: 'EMPTY', ...shared };
    const { startedAt, seen, total } = pass;
    return { kind: 'FILLING', startedAt, seen, total, ...shared };
  }
  const heldRemoval = store.findHeldRemoval();
  return {
    kind: 'COMPLETE',
    completedAt,
    scenes: store.countScenes(),
    queued: store.countQueued(),
    ...(pass && { refreshing: { kind: pass.kind, seen: pass.seen, total: pass.total } }),
    ...(heldRemoval && { heldRemoval }),
    ...shared,
  };
}

/** When a pass of either kind last came to its end; `undefined` until every scene was read once. */
export function findCompletedAt(store: CatalogStore): number | undefined {
  const { full, diffCompletedAt } = store.getCompletedPasses();
  return full && Math.max(full.completedAt, diffCompletedAt ?? 0);
}
