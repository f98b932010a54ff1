import { BudgetSpentError } from './policy-errors.ts';

/**
 * Runs something that must end within `deadlineMs` and stops when the caller's signal or `stopping` aborts.
 *
 * It rejects at that moment even if the work takes no notice, with the reason of whoever ended it. The work's own
 * signal is let go when the work returns, so that a stream it hands out outlives the deadline.
 */
export async function runWithin<T>(
  deadlineMs: number,
  signals: readonly AbortSignal[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error));
  const timer = setTimeout(() => controller.abort(new BudgetSpentError(deadlineMs)), deadlineMs);
  const unlink = linkSignals(signals, controller);
  try {
    return await Promise.race([ended, startUnlessAborted(controller.signal, work)]);
  } finally {
    clearTimeout(timer);
    unlink();
  }
}

async function startUnlessAborted<T>(
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  return work(signal);
}

/** Like `AbortSignal.any`, but it leaves nothing behind on signals that live as long as the process. */
function linkSignals(signals: readonly AbortSignal[], controller: AbortController): () => void {
  const links = signals.map((signal) => {
    const abort = () => controller.abort(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
    return () => signal.removeEventListener('abort', abort);
  });
  return () => links.forEach((unlink) => unlink());
}
