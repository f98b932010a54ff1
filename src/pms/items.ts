import { PlexNotRead, type PlexPage, type PlexSection } from '../gaps/plex-library.ts';
import type { ListedEntry, ReadPage } from './listing-page.ts';
import { ListingPass, type PassEnd } from './listing-pass.ts';
import { SeenKeys } from './seen-keys.ts';
import { toPlexItem } from './to-plex-item.ts';

/** A listing that moved is read once more from its start; one that moves again is left for another time. */
const PASSES = 2;

/**
 * Every movie of a library, once each, page by page: the next page is read when it is asked for. Ends normally only
 * when as many items as PMS announced were seen in one pass, and every item handed out was among them; the last total
 * is then the number of items handed out. Throws `PlexNotRead` with `LISTING_CHANGED` or `LISTING_SHRANK` otherwise,
 * and whatever reading a page throws.
 */
export async function* streamListing(
  read: ReadPage,
  { title }: Pick<PlexSection, 'title'>,
): AsyncGenerator<PlexPage, void> {
  const given = new SeenKeys();
  for (let pass = 1; pass <= PASSES; pass++) {
    const end = yield* streamPass(read, given);
    if (end.kind === 'WHOLE') return;
    if (end.kind === 'ENDED_EARLY') throw toShrank(title, end.got, end.announced);
  }
  throw toChanged(title);
}

async function* streamPass(read: ReadPage, given: SeenKeys): AsyncGenerator<PlexPage, PassEnd> {
  const opening = await openPass(read);
  const { pass, total } = opening;
  for (let fresh = opening.fresh; ; fresh = await pass.next()) {
    const items = fresh
      .filter(({ ratingKey }) => given.add(ratingKey))
      .map(({ ratingKey, entry }) => toPlexItem(ratingKey, entry));
    const end = pass.end && withoutLosses(pass.end, pass.count, given.size);
    // The last page also corrects the total of pages before a change, so it comes even without items.
    if (items.length > 0 || end?.kind === 'WHOLE') yield { items, total };
    if (end !== undefined) return end;
  }
}

/** Something that was handed out already and is not there any more cannot be taken back. */
function withoutLosses(end: PassEnd, seen: number, handedOut: number): PassEnd {
  return end.kind === 'WHOLE' && seen !== handedOut ? { kind: 'MOVED' } : end;
}

interface Opening {
  readonly pass: ListingPass;
  /** What the first page brought. */
  readonly fresh: readonly ListedEntry[];
  readonly total: number;
}

/** Reads the first page. A listing that does not say how long it is is counted first, and then read anew. */
async function openPass(read: ReadPage): Promise<Opening> {
  const pass = new ListingPass(read);
  const fresh = await pass.next();
  if (pass.total !== undefined || pass.end !== undefined) return { pass, fresh, total: pass.total ?? 0 };
  const end = await readToEnd(pass);
  if (end.kind === 'MOVED' || pass.count === fresh.length) return { pass, fresh, total: pass.count };
  const counted = new ListingPass(read, pass.count);
  return { pass: counted, fresh: await counted.next(), total: pass.count };
}

async function readToEnd(pass: ListingPass): Promise<PassEnd> {
  for (;;) {
    await pass.next();
    if (pass.end !== undefined) return pass.end;
  }
}

function toShrank(title: string, got: number, announced: number): PlexNotRead {
  const detail = `Plex announced ${announced} items of "${title}" and showed only ${got}: its listing ended early.`;
  return new PlexNotRead({ reason: 'LISTING_SHRANK', detail });
}

function toChanged(title: string): PlexNotRead {
  const detail = `Items of "${title}" came, went or moved while Plex listed them, twice in a row: try again when Plex is at rest.`;
  return new PlexNotRead({ reason: 'LISTING_CHANGED', detail });
}
