import type { SceneId } from '../model/ids.ts';
import { PageSize, SLIM_SCENES } from './page-size.ts';
import type { PullTools } from './pull-tools.ts';
import { streamPages } from './stream-pages.ts';

/** Asks which scenes have no cover: their pictures would be Stash's drawn default, told by no other field. */
export async function markCovers({ source, store, clock }: PullTools, signal: AbortSignal): Promise<void> {
  const running = store.findPass();
  let after = running?.cursor;
  const seen = running?.seen ?? 0;
  const pages = streamPages<SceneId>({
    list: (cursor, limit, within) => source.listScenesWithoutCoverAfter(cursor, limit, within),
    toId: (id) => id,
    after,
    size: new PageSize(SLIM_SCENES),
    clock,
    signal,
  });
  for await (const missing of pages) {
    const through = missing.at(-1);
    store.transaction(() => {
      store.recordCovers({ ...(after && { after }), ...(through && { through }), missing });
      store.movePass({ phase: 'COVERS', ...(through && { cursor: through }), seen });
    });
    after = through;
  }
  store.recordCovers({ ...(after && { after }), missing: [] });
}
