import type { AnswerObject } from '../id-writing.ts';
import { type ListedOptions, toListedItem } from '../item-writing.ts';
import type { PmsAnswer } from '../pms-answer.ts';
import type { PmsRequest } from '../pms-request.ts';
import type { PmsRoute } from '../pms-route.ts';
import type { PmsSection } from '../pms-section.ts';
import type { PmsState } from '../pms-state.ts';
import { type PageWindow, toPageWindow } from '../page-window.ts';

const MOVIE = '1';

/** `GET /library/sections/{id}/all`: the items, in pages as the listing mode says. */
export const sectionItemsRoute: PmsRoute = {
  method: 'GET',
  path: /^\/library\/sections\/(\d+)\/all$/,
  answer: (state, request, [key = '']) => {
    const section = state.sections.get(key);
    if (section === undefined) return { kind: 'HTML', status: 404 };
    return listSection(state, section, request);
  },
};

function listSection(state: PmsState, section: PmsSection, request: PmsRequest): PmsAnswer {
  const { listing } = state.modes;
  const asked = {
    start: toCount(request.findPlexParameter('X-Plex-Container-Start')) ?? 0,
    size: toCount(request.findPlexParameter('X-Plex-Container-Size')),
  };
  const matchesType = (request.query.get('type') ?? MOVIE) === MOVIE && section.type === 'movie';
  const count = matchesType ? section.items.count : 0;
  const window = toPageWindow(asked, listing, count, state.vanished.get(section.key) ?? 0);
  letItemsVanish(state, section, window);
  return toPage(window, section, request, state);
}

/** Items go after a page was cut, so that the next page is the first to miss them. */
function letItemsVanish({ vanished, modes }: PmsState, { key }: PmsSection, { size }: PageWindow): void {
  const gone = vanished.get(key) ?? 0;
  const goesOn = modes.listing === 'KEEPS_MOVING' || (modes.listing === 'TOTAL_MOVES' && gone === 0);
  if (goesOn && size > 0) vanished.set(key, gone + 1);
}

function toPage(window: PageWindow, section: PmsSection, request: PmsRequest, state: PmsState): PmsAnswer {
  const { offset, size, totalSize } = window;
  const { listing } = state.modes;
  return {
    kind: 'CONTAINER',
    head: { size, ...(totalSize === undefined ? {} : { offset, totalSize }), librarySectionID: section.key },
    list: { name: 'Metadata', size, entries: streamItems(window, section, request, state) },
    headers: {
      'X-Plex-Container-Start': String(offset),
      ...(totalSize === undefined ? {} : { 'X-Plex-Container-Total-Size': String(totalSize) }),
    },
    isCut: listing === 'CUT_BODY' && offset > 0,
  };
}

function* streamItems(
  { from, size }: PageWindow,
  section: PmsSection,
  { query }: PmsRequest,
  { modes }: PmsState,
): Generator<AnswerObject> {
  const options: Omit<ListedOptions, 'withoutMedia'> = {
    includeGuids: query.get('includeGuids') === '1',
    excludeElements: (query.get('excludeElements') ?? '').split(',').filter((name) => name !== ''),
  };
  for (let index = from; index < from + size; index++) {
    const withoutMedia = modes.listing === 'WITHOUT_MEDIA' && index % 3 === 2;
    yield toListedItem(section.items.at(index), section, { ...options, withoutMedia });
  }
}

function toCount(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
