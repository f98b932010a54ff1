import { parseSceneId } from '../../model/ids.ts';
import { badInput } from '../api-error.ts';
import type { QueryResolvers } from '../generated/resolver-types.ts';
import { findScene } from '../scenes/find-scene.ts';
import { describeCatalog } from './describe-catalog.ts';
import { explainMatch } from './explain-match.ts';
import { listGaps } from './list-gaps.ts';
import { listPathRules } from './list-path-rules.ts';
import { listRecentMatches } from './list-recent-matches.ts';
import { listSweeps } from './list-sweeps.ts';
import { mapPath } from './map-path.ts';

export const query: QueryResolvers = {
  status: (_root, _args, { api }) => api,
  gaps: (_root, args, { api }) => listGaps(api.gaps, args),
  gap: (_root, { id }, { api }) => api.gaps.findGap(id),
  sweeps: (_root, args, { api }) => listSweeps(api.gaps, args),
  pathRules: (_root, _args, { api }) => listPathRules(api.paths),
  mapPath: (_root, { path, from }, { api }) => mapPath(api.paths.rules, path, from),
  explainMatch: (_root, args, context) => explainMatch(args, context),
  recentMatches: (_root, args, { api }) => listRecentMatches(api, args),
  catalog: (_root, _args, { api }) => describeCatalog(api.catalog),
  scene: (_root, { id }, context) => {
    const sceneId = parseSceneId(id);
    if (sceneId === undefined)
      throw badInput('id: expected a scene id of decimal digits, but got another text');
    return findScene(sceneId, context);
  },
};
