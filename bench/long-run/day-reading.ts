import type { ServiceReading } from '../processes/long-run-process.ts';
import type { DatabaseReading } from './database-reading.ts';

/** How things stand at the end of a simulated day. */
export interface DayReading {
  /** From 1. */
  readonly day: number;
  /** Nothing happened but what the service does by itself. */
  readonly isQuiet: boolean;
  /** Stash was down for an hour. */
  readonly hadOutage: boolean;
  readonly service: ServiceReading;
  readonly database: DatabaseReading;
  /** What Stash was asked that day, by operation. */
  readonly asked: Readonly<Record<string, number>>;
  /** Real time. */
  readonly tookMs: number;
}

/** A long run as it went. */
export interface LongRun {
  readonly beganAt: number;
  readonly followS: number;
  readonly days: readonly DayReading[];
  /** The same data a year later, after one comparison. */
  readonly yearLater: { readonly at: number; readonly database: DatabaseReading };
}
