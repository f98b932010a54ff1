import { channel } from 'node:diagnostics_channel';

/** Looks in a row that must find nothing, once something was found: an answer is worked on over a few turns. */
const CALM_LOOKS = 3;
/** What ends by itself and soon, as `process.getActiveResourcesInfo` calls it. */
const PASSING = new Set(['FSReqCallback', 'FSReqPromise', 'GetAddrInfoReqWrap', 'Immediate', 'ProcessWrap']);

/**
 * Watches the requests that this process makes with `fetch`, by what Node tells of them. The returned function resolves
 * when none is under way and neither is anything else that ends by itself.
 */
export function watchQuiet(): () => Promise<void> {
  const running = new Set<unknown>();
  let ended = Promise.withResolvers<undefined>();
  channel('undici:request:create').subscribe((message) => running.add(getRequest(message)));
  const end = (message: unknown): void => {
    running.delete(getRequest(message));
    ended.resolve(undefined);
    ended = Promise.withResolvers();
  };
  for (const name of ['undici:request:trailers', 'undici:request:error']) channel(name).subscribe(end);
  return async () => {
    for (let looks = 1; looks > 0; looks -= 1) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      const isBusy = running.size > 0 || process.getActiveResourcesInfo().some((kind) => PASSING.has(kind));
      while (running.size > 0) await ended.promise;
      if (isBusy) looks = CALM_LOOKS + 1;
    }
  };
}

function getRequest(message: unknown): unknown {
  return (message as { readonly request: unknown }).request;
}
