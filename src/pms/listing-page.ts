import { findCount, findId, isObject, type JsonObject } from './loose-values.ts';
import type { MediaContainer, PmsClient } from './pms-client.ts';
import { PmsError } from './pms-error.ts';

export interface ListedEntry {
  readonly ratingKey: string;
  readonly entry: JsonObject;
}

/** One answer to a question for a page: it may be of any size and begin anywhere. */
export interface ListingPage {
  readonly entries: readonly ListedEntry[];
  /** Items that the whole listing has, as PMS says; it may not. */
  readonly total: number | undefined;
}

/** Asks for the page that begins at a position from 0 on. */
export type ReadPage = (start: number) => Promise<ListingPage>;

const PAGE_SIZE = 200;

/** What a listing need not carry. `Genre` and `Role` tell whether Plex shows anything. */
const NOT_NEEDED = 'Director,Writer,Producer,Country,Image,UltraBlurColors,Rating,Collection';

/** Reads pages of the movies of a library, oldest first: what is added meanwhile comes last and moves nothing. */
export function createPageReader(client: PmsClient, sectionKey: string, signal: AbortSignal): ReadPage {
  return async (start) => {
    const query = {
      type: '1',
      sort: 'addedAt:asc',
      includeGuids: '1',
      excludeElements: NOT_NEEDED,
      'X-Plex-Container-Start': String(start),
      'X-Plex-Container-Size': String(PAGE_SIZE),
    };
    const path = `/library/sections/${encodeURIComponent(sectionKey)}/all`;
    return toPage(await client.read({ path, query, signal, patience: 'LONG' }));
  };
}

function toPage({ members, headers }: MediaContainer): ListingPage {
  const list = members.Metadata ?? [];
  const entries: readonly unknown[] = Array.isArray(list) ? list : [list];
  return {
    entries: entries.map(toEntry),
    total: findCount(members.totalSize) ?? findCount(headers.get('X-Plex-Container-Total-Size')),
  };
}

/** An entry that cannot be read may be any item, so that the listing would not be complete without it. */
function toEntry(entry: unknown): ListedEntry {
  const ratingKey = isObject(entry) ? findId(entry.ratingKey) : undefined;
  if (!isObject(entry) || ratingKey === undefined)
    throw new PmsError('GARBAGE', { status: 200, code: 'UNEXPECTED_SHAPE' });
  return { ratingKey, entry };
}
