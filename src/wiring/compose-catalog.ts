import { Catalog } from '../catalog/catalog.ts';
import type { CatalogEvent } from '../catalog/catalog-state.ts';
import { createRecordCatalog } from '../observe/record-catalog.ts';
import { buildPathPattern } from '../stash/path-pattern.ts';
import { toUnknownCause } from '../stash/to-unknown-cause.ts';
import type { Stash } from './connect-stash.ts';
import type { Stores } from './open-stores.ts';
import type { Surroundings } from './surroundings.ts';

/** The local mirror of Stash, not yet started. */
export function composeCatalog(
  followS: number,
  stores: Stores,
  stash: Stash,
  { clock, logger }: Surroundings,
  onEvent: (event: CatalogEvent) => void,
): Catalog {
  const record = createRecordCatalog(logger);
  return new Catalog({
    source: stash.source,
    store: stores.catalog,
    clock,
    toUnknownCause,
    toPattern: buildPathPattern,
    followEveryMs: followS * 1000,
    onEvent: (event) => {
      record(event);
      onEvent(event);
    },
  });
}
