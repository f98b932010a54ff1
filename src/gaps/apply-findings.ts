import { toFoldedPath } from '../paths/normal-form.ts';
import { seeGap, type GapRecord } from './gap-life.ts';
import type { SweepContext, SweepTools } from './sweep-context.ts';
import type { AppliedCounts } from './sweep-staging.ts';

/** How long sweeps and closed gaps are remembered. */
const REMEMBERED_MS = 365 * 24 * 3_600_000;

/**
 * Turns what was found into gaps: they open, are seen again, and those that are gone close. The caller holds the
 * transaction, so that a kill leaves either all of it or nothing. Returns when it was, by the clock.
 */
export function applyFindings(context: SweepContext): number {
  const { tools, startedAt } = context;
  const at = tools.clock.now();
  adoptNamedGaps(tools);
  const hidden = seeSuppressed(tools, at);
  const shown = tools.staging.applyFound(at);
  const folders = context.sections.flatMap(({ section }) => section.locations.map(toFoldedPath));
  const closed = tools.staging.closeUnfound({ at, sweepStartedAt: startedAt, folders });
  tools.sweeps.recordSectionCounts(context.sectionCounts);
  tools.sweeps.pruneSweeps(at - REMEMBERED_MS);
  tools.gaps.pruneGaps(at - REMEMBERED_MS);
  const opened = hidden.opened + shown.opened;
  context.counts = { ...context.counts, opened, closed, unchanged: hidden.unchanged + shown.unchanged };
  return at;
}

/** A live gap that knew only a name becomes the gap of the file that it meant, and keeps its identity. */
function adoptNamedGaps({ staging }: SweepTools): void {
  for (const { id, kind, subject } of staging.listNamedGaps()) {
    const found = staging.findFoundByName(kind, subject);
    if (found !== undefined) staging.adoptGap(id, found);
  }
}

/** One by one, by the rules of a gap's life: people suppress few, and the rules stand in one place. */
function seeSuppressed({ staging, gaps }: SweepTools, at: number): AppliedCounts {
  let opened = 0;
  const foundAgain = staging.listSuppressedFound();
  for (const { known, found } of foundAgain) {
    const { sceneId } = found;
    const sceneUpdatedAt = sceneId === undefined ? undefined : gaps.findSceneUpdatedAt(sceneId);
    const seen = seeGap(known, found, { at, sceneUpdatedAt });
    if (seen.status.state === 'OPEN') opened += 1;
    gaps.updateGap(seen, isSameButSeen(known, seen) ? {} : { changedAt: at });
  }
  return { opened, unchanged: foundAgain.length - opened };
}

function isSameButSeen(known: GapRecord, seen: GapRecord): boolean {
  return known.status.state === seen.status.state && known.reason === seen.reason;
}
