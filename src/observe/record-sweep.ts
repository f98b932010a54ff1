import type { Sweep } from '../gaps/sweep.ts';
import type { Logger } from './logger.ts';

/** Writes one summary line for each sweep, however it ended. */
export function createRecordSweep(logger: Logger): (sweep: Sweep) => void {
  return ({ id, trigger, startedAt, status, counts }) => {
    const seconds = status.state === 'RUNNING' ? undefined : (status.endedAt - startedAt) / 1000;
    const fields = { sweep: id, trigger, state: status.state, seconds, ...counts };
    if (status.state === 'INCOMPLETE') logger.warn({ ...fields, ...status.cause }, 'sweep');
    else logger.info(fields, 'sweep');
  };
}
