import type { Clock } from '../lib/clock.ts';
import type { SceneId } from '../model/ids.ts';
import { compareSceneIds } from './scene-id-order.ts';
import type { PageSize } from './page-size.ts';

export interface PageRequest<Item> {
  readonly list: (after: SceneId | undefined, limit: number, signal: AbortSignal) => Promise<readonly Item[]>;
  readonly toId: (item: Item) => SceneId;
  readonly after: SceneId | undefined;
  readonly size: PageSize;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A source that breaks the order of keyset pages would have scenes taken for deleted. */
class PageOrderError extends Error {
  override readonly name = 'PageOrderError';
}

/**
 * Keyset pages to the end, one request in flight: the next page is asked for while the caller deals with the last.
 *
 * Only an empty page is the end. A short one may be a server that caps its pages, and taking that for the end would
 * have the rest of the library taken for deleted.
 */
export async function* streamPages<Item>(request: PageRequest<Item>): AsyncGenerator<readonly Item[]> {
  const leaving = new AbortController();
  const within = { ...request, signal: AbortSignal.any([request.signal, leaving.signal]) };
  try {
    let next = askPage(within, request.after);
    for (;;) {
      const page = await next;
      const last = page.at(-1);
      if (last === undefined) return;
      next = askPage(within, request.toId(last));
      // Its failure is told when it is awaited; until then it must not count as unhandled.
      next.catch(() => undefined);
      yield page;
    }
  } finally {
    leaving.abort();
  }
}

async function askPage<Item>(
  { list, toId, size, clock, signal }: PageRequest<Item>,
  after: SceneId | undefined,
): Promise<readonly Item[]> {
  const startedAt = clock.ticks();
  const page = await list(after, size.rows, signal);
  if (page.length > 0) size.record(clock.ticks() - startedAt);
  expectAscending(page.map(toId), after);
  return page;
}

function expectAscending(ids: readonly SceneId[], after: SceneId | undefined): void {
  let previous = after;
  for (const id of ids) {
    if (previous !== undefined && compareSceneIds(id, previous) <= 0) {
      throw new PageOrderError(`expected scene ids to ascend after ${previous}, but got: ${id}`);
    }
    previous = id;
  }
}
