import { createRandom } from '../../simulators/library/random.ts';
import { PLEX_ROOT, STASH_ROOT } from '../libraries/bench-library.ts';
import { type StashChanges, addScenes, editScenes, moveFiles, removeScenes } from './life-in-stash.ts';
import { type LongRunWorld, SECTION } from './long-run-world.ts';
import { chooseGaps, visit } from './visitors.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How much a day changes. */
const ADDED = 10;
const MOVED = 2;
const EDITED = 10;
const REFRESHED = 20;
/** Files that Plex has for a day and Stash never gets. */
const STRAYS = 3;
/** How long a gap is hidden. */
const HIDDEN_MS = 3 * DAY_MS;

type Deed = (world: LongRunWorld, day: number) => Promise<void> | void;

/** What happens at which hour of an ordinary day. */
const DEEDS: Readonly<Record<number, Deed>> = {
  2: ({ plex, library }, day) => {
    const { added } = addScenes(library, day, ADDED);
    plex.changeFiles(SECTION, { added: [...added.map(toPlexPath), ...listStrays(day)] });
  },
  4: (world, day) => refresh(world, day),
  6: ({ library }, day) => editScenes(library, createRandom(day), day, EDITED),
  8: ({ library, plex }, day) => {
    changePlex(plex, removeScenes(library, ADDED));
    changePlex(plex, moveFiles(library, createRandom(day), day, MOVED));
  },
  10: (world, day) => world.during(() => visit(world.admin, day)),
  12: (world, day) => world.during(() => chooseGaps(world.admin, day, world.now + HIDDEN_MS)),
  16: (world, day) => refresh(world, day + 100, listEdited(world)),
  20: ({ plex }, day) => plex.changeFiles(SECTION, { removed: listStrays(day) }),
};

const FIRST_SCAN_AFTER_MS = 600_000;
const OUTAGE_HOUR = 14;
/** Every so many days Stash is down for an hour. */
const OUTAGE_EVERY = 3;
/** On every so many days nothing happens but what the service does by itself. */
const QUIET_EVERY = 10;

export function isQuietDay(day: number): boolean {
  return day % QUIET_EVERY === 0;
}

/** Whether Stash is down for an hour on that day. */
export function hasOutage(day: number): boolean {
  return !isQuietDay(day) && day % OUTAGE_EVERY === 0;
}

/** Lives through one day, the first being 1. On the first, Plex scans everything. */
export async function liveDay(world: LongRunWorld, day: number): Promise<void> {
  const began = world.now - (world.now % DAY_MS);
  if (day === 1) await scanEverything(world);
  for (let hour = 0; hour < 24; hour += 1) {
    await world.passTo(began + hour * HOUR_MS);
    if (isQuietDay(day)) continue;
    await DEEDS[hour]?.(world, day);
    if (hasOutage(day) && hour === OUTAGE_HOUR) await world.stash.stop();
    if (hasOutage(day) && hour === OUTAGE_HOUR) await refresh(world, day + 200);
    if (hasOutage(day) && hour === OUTAGE_HOUR + 1) await world.stash.restart();
  }
  await world.passTo(began + DAY_MS);
}

/** Not before the first comparison has ended: Plex that scans cannot be compared. */
async function scanEverything(world: LongRunWorld): Promise<void> {
  await world.passTo(world.now + FIRST_SCAN_AFTER_MS);
  await world.during(() => world.plex.scan(SECTION));
}

/** Plex scans what it has not matched yet, and refreshes some of the rest with their posters. */
async function refresh(world: LongRunWorld, seed: number, also: readonly string[] = []): Promise<void> {
  const { plex } = world;
  const files = plex.listFiles(SECTION);
  const start = createRandom(seed).below(Math.max(1, files.length - REFRESHED));
  const wanted = new Set([...also, ...files.slice(start, start + REFRESHED).map(({ path }) => path)]);
  const isDue = (path: string) => wanted.has(path) || plex.scanner.findGuid(path) === undefined;
  await world.during(() => plex.scanner.scan(files.filter(({ path }) => isDue(path))));
}

function listEdited({ library, now }: LongRunWorld): readonly string[] {
  const edited = library.scenes.filter(({ updatedAt }) => Date.parse(updatedAt) > now - DAY_MS);
  return edited.flatMap(({ files }) => files.map(({ path }) => toPlexPath(path)));
}

function changePlex(plex: LongRunWorld['plex'], { added, removed }: StashChanges): void {
  plex.changeFiles(SECTION, { added: added.map(toPlexPath), removed: removed.map(toPlexPath) });
}

function listStrays(day: number): string[] {
  return Array.from({ length: STRAYS }, (_, index) => `${PLEX_ROOT}/Strays/Stray Number ${day} ${index}.mp4`);
}

function toPlexPath(stashPath: string): string {
  return PLEX_ROOT + stashPath.slice(STASH_ROOT.length);
}
