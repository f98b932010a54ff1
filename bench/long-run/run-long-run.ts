import type { DayReading, LongRun } from './day-reading.ts';
import { readDatabase } from './database-reading.ts';
import { BEGAN_AT, type LongRunOptions, LongRunWorld } from './long-run-world.ts';
import { hasOutage, isQuietDay, liveDay } from './one-day.ts';

const YEAR_MS = 366 * 24 * 3_600_000;
/** The first comparison after a start is due at once, but for a minute at random. */
const COMPARED_AFTER_MS = 300_000;

/** Lets the service live through days, reads how it stands at the end of each, and comes back a year later. */
export async function runLongRun(options: LongRunOptions): Promise<LongRun> {
  await using world = await LongRunWorld.start(options);
  const days: DayReading[] = [];
  for (let day = 1; day <= options.days; day += 1) {
    const reading = await readDay(world, day);
    days.push(reading);
    options.say(`day ${day} of ${options.days}: ${(reading.tookMs / 1000).toFixed(1)} s`);
  }
  await world.stopService();
  await world.startAgainAt(world.now + YEAR_MS);
  const at = world.now;
  await world.passTo(at + COMPARED_AFTER_MS);
  const yearLater = { at, database: readDatabase(world.dataDir) };
  return { beganAt: BEGAN_AT, followS: options.followS, days, yearLater };
}

async function readDay(world: LongRunWorld, day: number): Promise<DayReading> {
  const startedAt = performance.now();
  world.stash.forgetRequests();
  await liveDay(world, day);
  return {
    day,
    isQuiet: isQuietDay(day),
    hadOutage: hasOutage(day),
    service: await world.read(),
    database: readDatabase(world.dataDir),
    asked: world.stash.counts().byOperation,
    tookMs: performance.now() - startedAt,
  };
}
