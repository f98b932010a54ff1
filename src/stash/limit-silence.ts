import { toNetworkError } from './network-error.ts';
import { StashError } from './stash-error.ts';

/**
 * The same bytes, but they end with the signal's reason when that aborts, and with `TOO_SLOW` when the source sends
 * nothing for `stallMs` while a reader waits. A reader that takes its time is no stall: nothing is read ahead, so
 * back-pressure reaches the source.
 */
export function limitSilence(
  source: ReadableStream<Uint8Array>,
  stallMs: number,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  const release = async (reason: unknown) => {
    signal.removeEventListener('abort', onAbort);
    await reader.cancel(reason).catch(() => undefined);
  };
  let fail: (error: unknown) => void = () => undefined;
  const onAbort = () => {
    fail(signal.reason);
    void release(signal.reason);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        fail = (error) => controller.error(error);
        if (signal.aborted) onAbort();
        else signal.addEventListener('abort', onAbort, { once: true });
      },
      async pull(controller) {
        try {
          const { done, value } = await within(stallMs, reader.read());
          if (done) {
            signal.removeEventListener('abort', onAbort);
            controller.close();
          } else {
            controller.enqueue(value);
          }
        } catch (error) {
          void release(error);
          throw error instanceof StashError ? error : toNetworkError(error);
        }
      },
      cancel: release,
    },
    { highWaterMark: 0 },
  );
}

async function within<T>(stallMs: number, read: Promise<T>): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new StashError('TOO_SLOW')), stallMs);
  try {
    return await Promise.race([read, silence]);
  } finally {
    clearTimeout(timer);
  }
}
