import { toNetworkError } from './network-error.ts';
import { StashError } from './stash-error.ts';

/**
 * The same bytes, but a source that sends nothing for `stallMs` while a reader waits ends in `TOO_SLOW`. A reader that
 * takes its time is no stall: nothing is read ahead, so back-pressure reaches the source.
 */
export function limitSilence(
  source: ReadableStream<Uint8Array>,
  stallMs: number,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await readWithin(reader, stallMs);
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

async function readWithin(reader: ReadableStreamDefaultReader<Uint8Array>, stallMs: number) {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new StashError('TOO_SLOW')), stallMs);
  try {
    return await Promise.race([reader.read(), silence]);
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error instanceof StashError ? error : toNetworkError(error);
  } finally {
    clearTimeout(timer);
  }
}
