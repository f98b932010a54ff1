import type { MatchExplanation } from '../matching/explanation.ts';
import type { PlexPath } from '../model/file-paths.ts';
import type { Gap } from './gap.ts';
import { InvalidCursorError, isGapId, parseGapCursor, toGapCursor } from './gap-cursor.ts';
import { GapEventSource } from './gap-events.ts';
import { reopenGap, suppressGap, type GapChange, type GapRecord } from './gap-life.ts';
import { DEFAULT_GAP_ORDER, type GapFilter, type GapOrder } from './gap-query.ts';
import type { GapChoice, GapPageRequest, Gaps, Page } from './gaps.ts';
import { recordLiveMatch } from './live-gaps.ts';
import { endInterrupted } from './run-sweep.ts';
import { SweepRunner } from './sweep-runner.ts';
import type { SweepTools } from './sweep-context.ts';
import type { Sweep } from './sweep.ts';

export interface GapsOptions extends SweepTools {
  /** The library folders as PMS names them; they may become known or change while running. */
  readonly plexRoots: () => readonly PlexPath[];
  /** Told once for each sweep, however it ended. */
  readonly onSweepEnded?: (sweep: Sweep) => void;
  /** Told of faults on this side that nobody waits for. */
  readonly onFailure: (error: unknown) => void;
}

const STREAM_PAGE = 500;

/** Puts gaps together. Sweeps that a kill cut short are told as interrupted first. */
export function createGaps(options: GapsOptions): Gaps {
  endInterrupted(options);
  const { onFailure, onSweepEnded = () => undefined } = options;
  const events = new GapEventSource();
  const runner = new SweepRunner({ tools: options, events, onSweepEnded, onFailure });
  return {
    events,
    startSweep: (trigger) => runner.start(trigger),
    cancelSweep: async () => runner.stop('CANCEL'),
    running: () => runner.running,
    sweepEnded: async () => runner.ended,
    ...toSweepHistory(options, runner),
    ...toGapLists(options, events),
    ...toGapChoices(options, events),
    recordMatch: (explanation) => recordSafely(options, events, explanation),
    stop: async () => {
      await runner.stop('SHUTDOWN');
      events.close();
    },
  };
}

function toSweepHistory(
  { sweeps }: GapsOptions,
  runner: SweepRunner,
): Pick<Gaps, 'listSweeps' | 'countSweeps'> {
  return {
    countSweeps: () => sweeps.countSweeps(),
    listSweeps: ({ first, after }) => {
      const beforeId = after === undefined ? undefined : parseSweepCursor(after);
      const stored = sweeps.listSweeps(first + 1, beforeId);
      const entries = stored.slice(0, first).map((sweep) => {
        const node = runner.running?.id === sweep.id ? runner.running : sweep;
        return { node, cursor: sweep.id };
      });
      return { entries, hasNextPage: stored.length > first };
    },
  };
}

function toGapLists(
  options: GapsOptions,
  events: GapEventSource,
): Pick<Gaps, 'listGaps' | 'countGaps' | 'streamGaps' | 'findGap' | 'listGauges'> {
  const { gaps } = options;
  const awake = <Answer>(read: () => Answer): Answer => {
    wakeDue(options, events);
    return read();
  };
  return {
    listGaps: (request) => awake(() => listPage(options, request)),
    countGaps: (filter = {}) => awake(() => gaps.countGaps(filter)),
    streamGaps: (filter = {}) => awake(() => streamAll(options, filter)),
    findGap: (id) => awake(() => (isGapId(id) ? gaps.findGap(id) : undefined)),
    listGauges: () => awake(() => gaps.listGauges()),
  };
}

function listPage({ gaps }: GapsOptions, request: GapPageRequest): Page<Gap> {
  const { filter = {}, order = DEFAULT_GAP_ORDER, first, after } = request;
  const place = after === undefined ? undefined : parseGapCursor(after, order);
  const placed = gaps.listGaps({ filter, order, limit: first + 1, ...(place && { after: place }) });
  const entries = placed
    .slice(0, first)
    .map((entry) => ({ node: entry.gap, cursor: toGapCursor(entry.place, order) }));
  return { entries, hasNextPage: placed.length > first };
}

/** Page by page: an open read cursor would stand in the way of whoever writes while a slow reader pauses. */
async function* streamAll({ gaps }: GapsOptions, filter: GapFilter): AsyncGenerator<Gap> {
  const order: GapOrder = { field: 'FIRST_SEEN', direction: 'ASC' };
  let page = gaps.listGaps({ filter, order, limit: STREAM_PAGE });
  for (;;) {
    for (const { gap } of page) yield gap;
    const last = page.at(-1);
    if (last === undefined || page.length < STREAM_PAGE) return;
    page = gaps.listGaps({ filter, order, limit: STREAM_PAGE, after: last.place });
  }
}

function toGapChoices(options: GapsOptions, events: GapEventSource): Pick<Gaps, 'suppress' | 'reopen'> {
  const { gaps, clock } = options;
  const choose = (id: string, decide: (gap: GapRecord, at: number) => GapChange): GapChoice => {
    wakeDue(options, events);
    const known = isGapId(id) ? gaps.findGap(id) : undefined;
    if (known === undefined) return { kind: 'NOT_FOUND' };
    const change = decide(known, clock.now());
    if (change.kind === 'REFUSED') return change;
    if (change.kind === 'CHANGED') recordChange(options, events, change.gap);
    return { kind: 'CHANGED', gap: change.gap };
  };
  return {
    suppress: (id, wish) =>
      choose(id, (gap, at) => suppressGap(gap, wish, { at, sceneUpdatedAt: findUpdatedAt(options, gap) })),
    reopen: (id) => choose(id, reopenGap),
  };
}

function findUpdatedAt({ gaps }: GapsOptions, { sceneId }: Gap): string | undefined {
  return sceneId === undefined ? undefined : gaps.findSceneUpdatedAt(sceneId);
}

function recordChange({ gaps, clock }: GapsOptions, events: GapEventSource, gap: GapRecord): void {
  gaps.updateGap(gap, { changedAt: clock.now() });
  events.tellGap(gap);
}

/** A suppression with an end shows its gap again by itself: nobody sees a gap before this was looked at. */
function wakeDue(options: GapsOptions, events: GapEventSource): void {
  for (const gap of options.gaps.listDue(options.clock.now())) {
    const change = reopenGap(gap);
    if (change.kind === 'CHANGED') recordChange(options, events, change.gap);
  }
}

function recordSafely(options: GapsOptions, events: GapEventSource, explanation: MatchExplanation): void {
  const { gaps: store, clock, plexRoots, onFailure } = options;
  try {
    recordLiveMatch({ store, clock, plexRoots, onGap: (gap) => events.tellGap(gap) }, explanation);
  } catch (error) {
    onFailure(error);
  }
}

function parseSweepCursor(cursor: string): string {
  if (isGapId(cursor)) return cursor;
  throw new InvalidCursorError('expected a cursor from a page of sweeps, but got: another text');
}
