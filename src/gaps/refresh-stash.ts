import type { SweepContext } from './sweep-context.ts';
import type { IncompleteCause } from './sweep.ts';

/** A catalog that lacks scenes, or still has deleted ones, would make gaps of both. */
export async function refreshStash({ tools, signal }: SweepContext): Promise<IncompleteCause | undefined> {
  const answer = await tools.refreshCatalog(signal);
  return answer === 'COMPLETE' ? undefined : { reason: 'STASH_INCOMPLETE', detail: answer.detail };
}
