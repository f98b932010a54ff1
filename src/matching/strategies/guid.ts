import type { SceneId } from '../../model/ids.ts';
import type { Strategy, StrategyContext, StrategyFinding } from '../strategy.ts';

/** Stash-boxes issue UUIDs; whatever scheme or path stands before one, it is the same id. */
const STASH_BOX_ID =
  /^(?:[a-z][a-z0-9+.-]*:\/\/(?:[^/]+\/)*)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** The guid that PMS sends along: one of ours, or the id that a stash-box gave the scene. */
export const guidStrategy: Strategy = {
  name: 'GUID',
  look(context) {
    const guid = context.request.hints.guid;
    if (guid === undefined) return undefined;
    if (context.guidScene !== undefined) return lookOwn(context, context.guidScene, guid);
    const id = STASH_BOX_ID.exec(guid)?.[1];
    return id === undefined
      ? toNothing(guid, 'is neither ours nor a stash-box id')
      : lookStashBox(context, id, guid);
  },
};

function lookOwn(context: StrategyContext, sceneId: SceneId, guid: string): StrategyFinding {
  const known = context.guidConfirmed || context.catalog.findScene(sceneId) !== undefined;
  return known
    ? toCertain(sceneId, guid)
    : toNothing(guid, `names scene ${sceneId}, which is not in the catalog`);
}

function lookStashBox(context: StrategyContext, id: string, guid: string): StrategyFinding {
  const [first, ...others] = context.catalog.listScenesByStashBoxId(id.toLowerCase());
  if (first === undefined) return toNothing(guid, 'is a stash-box id that no scene in the catalog carries');
  if (others.length === 0 && context.proof.complete) return toCertain(first, guid);
  const kind = others.length === 0 ? 'UNPROVEN' : 'TIED';
  const scenes = [first, ...others].map((sceneId) => ({ sceneId, score: 0.95 }));
  return {
    verdict: { kind, scenes },
    finding: `The stash-box id is on ${scenes.length} known scenes.`,
    tried: [guid],
  };
}

function toCertain(sceneId: SceneId, guid: string): StrategyFinding {
  return {
    verdict: { kind: 'CERTAIN', scene: { sceneId, score: 1 } },
    finding: `The guid names scene ${sceneId}.`,
    tried: [guid],
  };
}

function toNothing(guid: string, why: string): StrategyFinding {
  return { verdict: { kind: 'NOTHING' }, finding: `The guid ${why}.`, tried: [guid] };
}
