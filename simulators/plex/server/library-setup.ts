import { type ItemSource, itemsFromList } from './item-source.ts';
import type { PmsItem } from './pms-item.ts';
import type { PmsSection } from './pms-section.ts';
import { ScannedLibrary } from './scanned-library.ts';

/** A library as its owner describes it: by files to scan, or by finished items. */
export interface LibrarySetup {
  readonly title: string;
  /** Folders, native to the host of PMS. */
  readonly locations: readonly string[];
  /** Full paths; each becomes an item. */
  readonly files?: readonly string[];
  /** Given instead of files. */
  readonly items?: ItemSource | readonly PmsItem[];
  /** Digits; default: its position, from 1. */
  readonly key?: string;
  /** Default `movie`. */
  readonly type?: PmsSection['type'];
  /** Default `tv.plex.agents.movie`. */
  readonly agent?: string;
  readonly refreshing?: boolean;
  readonly unreachable?: boolean;
}

/** A library that is set up; `scanned` only where it is made of files. */
export interface SetUpLibrary {
  readonly section: PmsSection;
  readonly scanned: ScannedLibrary | undefined;
}

/** Seconds since the Unix epoch at which simulated libraries begin. */
const BEGAN_AT = 1_760_000_000;

/** ratingKeys of section n start at n million, so that no two sections share one and none looks like a scene id. */
const RATING_KEYS_A_SECTION = 1_000_000;

/** Turns a description into a section. */
export function setUpLibrary(setup: LibrarySetup, position: number): SetUpLibrary {
  const { title, locations, agent = 'tv.plex.agents.movie', key = String(position + 1) } = setup;
  const firstRatingKey = (position + 1) * RATING_KEYS_A_SECTION;
  const scanned = setup.files && new ScannedLibrary(locations, setup.files, firstRatingKey, agent);
  const section: PmsSection = {
    key,
    title,
    type: setup.type ?? 'movie',
    agent,
    scanner: 'Plex Movie',
    language: 'en-US',
    uuid: `00000000-0000-4000-8000-${key.padStart(12, '0')}`,
    locations,
    items: scanned?.items ?? toSource(setup.items ?? []),
    refreshing: setup.refreshing ?? false,
    unreachable: setup.unreachable ?? false,
    scannedAt: BEGAN_AT,
    contentChangedAt: BEGAN_AT,
  };
  return { section, scanned };
}

function toSource(items: ItemSource | readonly PmsItem[]): ItemSource {
  return 'count' in items ? items : itemsFromList(items);
}
