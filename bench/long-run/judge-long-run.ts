import type { Row } from '../row.ts';
import type { LongRun } from './day-reading.ts';
import { judgeBounds } from './judge-bounds.ts';
import { judgeFlatness } from './judge-flatness.ts';
import { judgeSchedules } from './judge-schedules.ts';

/** Everything that is asked of a long run. */
export function judgeLongRun(run: LongRun): readonly Row[] {
  return [...judgeSchedules(run), ...judgeFlatness(run.days), ...judgeBounds(run)];
}
