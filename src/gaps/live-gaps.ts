import type { Clock } from '../lib/clock.ts';
import type { MatchExplanation } from '../matching/explanation.ts';
import { asPlexPath, type PlexPath } from '../model/file-paths.ts';
import type { FoundGap, Gap, GapKind, GapReason } from './gap.ts';
import { closeGap, openGap, seeGap, type GapRecord } from './gap-life.ts';
import type { GapStore } from './gap-store.ts';
import { toLiveFinding } from './live-finding.ts';
import { toNamedFile, type NamedFile } from './named-file.ts';

export interface LiveGapTools {
  readonly store: GapStore;
  readonly clock: Clock;
  /** The library folders as PMS names them. */
  readonly plexRoots: () => readonly PlexPath[];
  /** Told each gap that opened, changed or closed; not one that was merely seen again. */
  readonly onGap: (gap: Gap) => void;
}

/** Kinds that a match can tell of. */
const LIVE_KINDS: readonly GapKind[] = ['NOT_IN_STASH', 'UNMATCHED'];

/**
 * Takes one finished match into account: a miss opens its file's gap at once, a match closes it. Asks Stash nothing;
 * a file without a gap costs one indexed look-up.
 */
export function recordLiveMatch(tools: LiveGapTools, explanation: MatchExplanation): void {
  const { fileName, outcome } = explanation;
  if (fileName === undefined) return;
  const roots = tools.plexRoots();
  const finding = toLiveFinding(outcome, roots.length > 0);
  if (finding === undefined) return;
  // Most matches come while there is nothing to close, and reading the name once more takes longer than this look.
  if (finding.kind === 'NO_GAP' && !tools.store.hasAny(LIVE_KINDS)) return;
  const file = toNamedFile(fileName, roots);
  if (file === undefined) return;
  if (finding.kind === 'NO_GAP') closeLive(tools, file);
  else seeLive(tools, file, finding.gapKind, finding.reason);
}

/** "Unmatched" that a sweep saw stays: only the next sweep sees whether Plex took the match. */
function closeLive({ store, clock, onGap }: LiveGapTools, file: NamedFile): void {
  const present = store.listGapsAbout(LIVE_KINDS, file.subjects).filter(isThere);
  const closable = present.filter((gap) => gap.kind === 'NOT_IN_STASH' || gap.foundBy === 'MATCH');
  if (closable.length === 0) return;
  const closed = store.transaction(() => closeAll(store, listMeant(closable, file), clock.now()));
  for (const gap of closed) onGap(gap);
}

/** Gaps of the name itself, and of a path if only one of the paths that the name may stand for has any. */
function listMeant(gaps: readonly GapRecord[], file: NamedFile): readonly GapRecord[] {
  const byName = gaps.filter(({ subject }) => subject === file.name);
  const byPath = gaps.filter(({ subject }) => subject !== file.name);
  return new Set(byPath.map(({ subject }) => subject)).size === 1 ? [...byName, ...byPath] : byName;
}

function closeAll(store: GapStore, gaps: readonly GapRecord[], at: number): readonly GapRecord[] {
  const closed = gaps.map((gap) => closeGap(gap, at));
  for (const gap of closed) store.updateGap(gap, { changedAt: at });
  return closed;
}

function seeLive(tools: LiveGapTools, file: NamedFile, kind: GapKind, reason: GapReason): void {
  const { store, clock, onGap } = tools;
  const at = clock.now();
  const known = store.listGapsAbout(LIVE_KINDS, file.subjects);
  const same = findSame(known, file, kind);
  const subject = same?.subject ?? file.subject;
  const others = known.filter(
    (gap) => gap.kind !== kind && gap.subject === subject && gap.foundBy === 'MATCH',
  );
  const found = toFound(file, kind, reason, same);
  const changed = store.transaction(() => [
    ...closeAll(store, others.filter(isThere), at),
    ...(same === undefined ? [insert(store, file, found, at)] : see(store, same, found, at)),
  ]);
  for (const gap of changed) onGap(gap);
}

function isThere(gap: GapRecord): boolean {
  return gap.status.state !== 'CLOSED';
}

/** The gap of this very subject, or of the one path that a sweep found the name to mean. */
function findSame(known: readonly GapRecord[], file: NamedFile, kind: GapKind): GapRecord | undefined {
  const ofKind = known.filter((gap) => gap.kind === kind);
  const byPath = ofKind.filter((gap) => gap.subject !== file.name && isThere(gap));
  return ofKind.find((gap) => gap.subject === file.subject) ?? (byPath.length === 1 ? byPath[0] : undefined);
}

/** A match knows less than the sweep before it did: which item and which library stay known. */
function toFound(file: NamedFile, kind: GapKind, reason: GapReason, known: GapRecord | undefined): FoundGap {
  return {
    kind,
    reason,
    subject: known?.subject ?? file.subject,
    plexPath: known?.plexPath ?? file.path ?? asPlexPath(file.given),
    ...(known?.stashPath !== undefined && { stashPath: known.stashPath }),
    ...(known?.plexRatingKey !== undefined && { plexRatingKey: known.plexRatingKey }),
    ...(known?.plexLibrary !== undefined && { plexLibrary: known.plexLibrary }),
    ...(known?.sceneId !== undefined && { sceneId: known.sceneId }),
  };
}

function insert(store: GapStore, file: NamedFile, found: FoundGap, at: number): GapRecord {
  const byName = file.path === undefined;
  return store.insertGap(openGap(found, 'MATCH', at), { byName, changedAt: at });
}

/** The gap if seeing it changed anything but the time it was last seen. */
function see(store: GapStore, known: GapRecord, found: FoundGap, at: number): readonly GapRecord[] {
  const sceneUpdatedAt = found.sceneId === undefined ? undefined : store.findSceneUpdatedAt(found.sceneId);
  const seen = seeGap(known, found, { at, sceneUpdatedAt });
  const isChange = seen.status.state !== known.status.state || seen.reason !== known.reason;
  store.updateGap(seen, isChange ? { changedAt: at } : {});
  return isChange ? [seen] : [];
}
