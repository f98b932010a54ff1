import type { GapChoice } from '../../gaps/gaps.ts';
import type { Gap } from '../../gaps/gap.ts';
import type { CatalogPort } from '../api-dependencies.ts';
import { apiError, badInput } from '../api-error.ts';
import type { Catalog, MutationResolvers, RefreshMode } from '../generated/resolver-types.ts';
import { describeCatalog } from './describe-catalog.ts';

/** Whether the caller may do these is decided before any of them runs, in `use-change-rights.ts`. */
export const mutation: MutationResolvers = {
  startSweep: (_root, _args, { api }) => api.gaps.startSweep('REQUEST'),
  cancelSweep: (_root, _args, { api }) => api.gaps.cancelSweep(),
  suppressGap: (_root, { id, reason, until }, { api }) =>
    getChanged(api.gaps.suppress(id, { reason, ...(until != null && { until }) })),
  reopenGap: (_root, { id }, { api }) => getChanged(api.gaps.reopen(id)),
  refreshCatalog: (_root, { mode }, { api }) => refreshCatalog(api.catalog, mode),
};

/** A null that is sent in place of the default counts as left out. */
function refreshCatalog(catalog: CatalogPort, mode: RefreshMode | null): Catalog {
  catalog.refresh(mode ?? 'DIFF');
  return describeCatalog(catalog);
}

function getChanged(choice: GapChoice): Gap {
  if (choice.kind === 'CHANGED') return choice.gap;
  if (choice.kind === 'REFUSED') throw badInput(choice.problem);
  throw apiError('NOT_FOUND', 'expected the id of a remembered gap, but there is none of this id');
}
