import type { SceneId } from '../model/ids.ts';
import { compareSceneIds, findIdBefore } from './scene-id-order.ts';
import type { SceneSource } from './scene-source.ts';

const PAGE = 500;

/**
 * Which of these scenes Stash does not have, asked of its slim listing: that a scene was not seen or not read may have
 * other reasons than that it is gone. One request settles all that stand near each other.
 */
export async function listGone(
  source: SceneSource,
  suspects: readonly SceneId[],
  signal: AbortSignal,
): Promise<ReadonlySet<SceneId>> {
  const gone = new Set<SceneId>();
  let left = [...suspects].sort(compareSceneIds);
  for (let first = left[0]; first !== undefined; first = left[0]) {
    const page = await source.listSceneStatesAfter(findIdBefore(first), PAGE, signal);
    const there = new Set(page.map(({ id }) => id));
    const last = page.at(-1)?.id;
    const isSettled = (id: SceneId) => last === undefined || compareSceneIds(id, last) <= 0;
    for (const id of left.filter(isSettled)) if (!there.has(id)) gone.add(id);
    left = left.filter((id) => !isSettled(id));
  }
  return gone;
}
