import type { FoundGap, Gap, Suppression } from './gap.ts';

/** A gap with what is remembered of it while it is closed: a suppression outlives the closing. */
export interface GapRecord extends Gap {
  /** Only on a closed gap: applies again when the gap is found again. */
  readonly keptSuppression?: Suppression;
}

/** What the rules look at when a gap is seen again. Times are milliseconds since the epoch. */
export interface Sighting {
  readonly at: number;
  /** Stash's `updated_at` of the gap's scene now; absent when it has none, or none that Stash knows. */
  readonly sceneUpdatedAt?: string | undefined;
}

/** A person's wish to hide a gap. */
export interface SuppressionWish {
  readonly reason: string;
  /** Milliseconds since the epoch. */
  readonly until?: number;
}

/** What a wish came to; `REFUSED` says in one sentence what was expected. */
export type GapChange =
  | { readonly kind: 'CHANGED'; readonly gap: GapRecord }
  | { readonly kind: 'UNCHANGED'; readonly gap: GapRecord }
  | { readonly kind: 'REFUSED'; readonly problem: string };

const LONGEST_REASON = 500;

/** A gap that was never seen before. */
export function openGap(found: FoundGap, foundBy: Gap['foundBy'], at: number): Omit<GapRecord, 'id'> {
  return { ...found, status: { state: 'OPEN' }, foundBy, firstSeenAt: at, lastSeenAt: at };
}

/** A gap that is there (still, or again): it keeps its identity and takes what was found now. */
export function seeGap(record: GapRecord, found: FoundGap, sighting: Sighting): GapRecord {
  const { id, foundBy, firstSeenAt } = record;
  const suppression = findSuppression(record);
  const isHidden = suppression !== undefined && !isOver(suppression, sighting);
  const status = isHidden ? ({ state: 'SUPPRESSED', suppression } as const) : ({ state: 'OPEN' } as const);
  return { ...found, id, foundBy, firstSeenAt, lastSeenAt: sighting.at, status };
}

/** A gap that is gone. */
export function closeGap(record: GapRecord, at: number): GapRecord {
  if (record.status.state === 'CLOSED') return record;
  const kept = findSuppression(record);
  return {
    ...record,
    status: { state: 'CLOSED', closedAt: at },
    ...(kept && { keptSuppression: kept }),
  };
}

/** Hides a gap until Stash changes its scene or, when `until` is given, until then at the latest. */
export function suppressGap(record: GapRecord, wish: SuppressionWish, sighting: Sighting): GapChange {
  const problem = findWishProblem(wish, sighting.at);
  if (problem !== undefined) return { kind: 'REFUSED', problem };
  if (record.status.state === 'CLOSED')
    return { kind: 'REFUSED', problem: 'expected a gap that is there, but got: a closed one' };
  const suppression = {
    reason: wish.reason.trim(),
    at: sighting.at,
    ...(wish.until !== undefined && { until: wish.until }),
    ...(sighting.sceneUpdatedAt !== undefined && { sceneUpdatedAt: sighting.sceneUpdatedAt }),
  };
  return { kind: 'CHANGED', gap: { ...record, status: { state: 'SUPPRESSED', suppression } } };
}

/** Shows a suppressed gap again; an open one is left as it is. */
export function reopenGap(record: GapRecord): GapChange {
  if (record.status.state === 'OPEN') return { kind: 'UNCHANGED', gap: record };
  if (record.status.state === 'CLOSED')
    return { kind: 'REFUSED', problem: 'expected a suppressed gap, but got: a closed one' };
  return { kind: 'CHANGED', gap: { ...record, status: { state: 'OPEN' } } };
}

/** True once a suppression no longer hides its gap: its time has come, or Stash changed the scene since. */
export function isOver(suppression: Suppression, { at, sceneUpdatedAt }: Sighting): boolean {
  if (suppression.until !== undefined && suppression.until <= at) return true;
  return !isSameInstant(suppression.sceneUpdatedAt, sceneUpdatedAt);
}

function findSuppression(record: GapRecord): Suppression | undefined {
  return record.status.state === 'SUPPRESSED' ? record.status.suppression : record.keptSuppression;
}

/** Stash writes one instant in the offset of the day: another offset alone is no change. */
function isSameInstant(a: string | undefined, b: string | undefined): boolean {
  if (a === b) return true;
  return a !== undefined && b !== undefined && Date.parse(a) === Date.parse(b);
}

function findWishProblem({ reason, until }: SuppressionWish, now: number): string | undefined {
  const length = reason.trim().length;
  if (length < 1 || length > LONGEST_REASON)
    return `expected a reason of 1 to ${LONGEST_REASON} characters, but got: ${length}`;
  if (until !== undefined && !(until > now))
    return 'expected an end in the future, but got: one that has passed';
  return undefined;
}
