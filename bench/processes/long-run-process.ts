import { type App, startApp } from '../../src/app.ts';
import { describeProblems } from '../../src/config/config-problem.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { keepHeapSmall } from '../../src/lib/keep-heap-small.ts';
import { createLogger } from '../../src/observe/logger.ts';
import { JumpingClock } from '../long-run/jumping-clock.ts';
import { type LoggedPass, LogTally, type LogVolume } from '../long-run/log-tally.ts';
import { type MemoryReading, readMemory } from '../long-run/memory-reading.ts';
import { watchQuiet } from '../long-run/watch-quiet.ts';
import { answerParent } from './child.ts';

/** The service by itself, under a clock that its parent moves. Times are milliseconds since the epoch. */
export type LongRunQuestion =
  | { readonly do: 'START'; readonly at: number; readonly env: Readonly<Record<string, string>> }
  | { readonly do: 'ADVANCE'; readonly to: number }
  | { readonly do: 'READ' }
  | { readonly do: 'STOP' };

export interface LongRunReply {
  readonly ports: App['ports'];
  /** Answers to `READ` alone. */
  readonly reading?: ServiceReading;
}

/** What the service holds, and what it wrote to its log since the reading before. */
export interface ServiceReading extends MemoryReading {
  /** How much of the service waits for the clock. */
  readonly sleeping: number;
  readonly log: LogVolume;
  readonly passes: readonly LoggedPass[];
  /** The lines of warnings and errors. */
  readonly warnings: readonly string[];
}

interface Running {
  readonly app: App;
  readonly clock: JumpingClock;
  readonly log: LogTally;
}

// As the service itself does at its start.
keepHeapSmall();
const settle = watchQuiet();
let running: Running | undefined;

answerParent(async (question: LongRunQuestion): Promise<LongRunReply> => {
  if (question.do === 'START') running = await start(question.at, question.env);
  if (!running) throw new TypeError(`expected START first, but got: ${question.do}`);
  const { app, clock, log } = running;
  if (question.do === 'ADVANCE') await clock.advanceTo(question.to);
  if (question.do === 'STOP') await app.stop();
  return { ports: app.ports, ...(question.do === 'READ' && { reading: await read(clock, log) }) };
});

async function start(at: number, env: Readonly<Record<string, string>>): Promise<Running> {
  const loaded = loadConfig(env, false);
  if (!loaded.ok) throw new Error(describeProblems(loaded.problems));
  const clock = new JumpingClock(at, settle);
  clock.install();
  const log = new LogTally();
  const app = await startApp(loaded.config, { clock, logger: createLogger(loaded.config.log, log) });
  return { app, clock, log };
}

async function read(clock: JumpingClock, log: LogTally): Promise<ServiceReading> {
  await settle();
  const { volume, passes, warnings } = log.take();
  return { ...(await readMemory()), sleeping: clock.sleeping, log: volume, passes, warnings };
}
