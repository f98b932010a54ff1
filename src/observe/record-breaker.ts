import type { BreakerState } from '../lib/breaker-state.ts';
import type { Logger } from './logger.ts';

/**
 * Writes to the log when the circuit breaker opens and when it closes. The probes in between fail every half minute of
 * an outage and say nothing new: they go to debug.
 */
export function createRecordBreaker(logger: Logger): (state: BreakerState) => void {
  let told: BreakerState['kind'] = 'CLOSED';
  return ({ kind, lastError }) => {
    const isNews = kind !== 'HALF_OPEN' && kind !== told;
    if (isNews) told = kind;
    const fields = { breaker: kind, lastError: lastError?.detail };
    logger[isNews ? 'warn' : 'debug'](fields, 'the circuit breaker toward Stash moved');
  };
}
