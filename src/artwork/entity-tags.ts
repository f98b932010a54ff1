/** A client that sends more than these is not helped by more. */
const MAX_TAGS = 8;

/** One entity tag, its quotes included, weak or not. */
const TAG = /(?:W\/)?"[\x21\x23-\x7e]{0,200}"/g;

/** The entity tags that a client already holds: `ANY` for `If-None-Match: *`. */
export type HeldTags = 'ANY' | readonly string[];

/** Reads `If-None-Match`; what is no entity tag is left out. */
export function parseHeldTags(ifNoneMatch: string | undefined): HeldTags {
  if (ifNoneMatch?.trim() === '*') return 'ANY';
  return (ifNoneMatch?.match(TAG) ?? []).slice(0, MAX_TAGS);
}

/** Whether the client already holds this picture: the weak comparison of RFC 9110. */
export function isHeld(held: HeldTags, etag: string | undefined): boolean {
  if (etag === undefined) return false;
  return held === 'ANY' || held.some((tag) => toOpaque(tag) === toOpaque(etag));
}

/** What Stash is asked with: the client's tags and our own. `*` is not passed on, since our answer may differ. */
export function toIfNoneMatch(held: HeldTags, own: string | undefined): string | undefined {
  const tags = [...(held === 'ANY' ? [] : held), ...(own === undefined ? [] : [own])];
  return tags.length === 0 ? undefined : tags.join(', ');
}

/** Takes an upstream ETag header that is safe to repeat. */
export function parseEntityTag(header: string | undefined): string | undefined {
  return header !== undefined && header.match(TAG)?.[0] === header ? header : undefined;
}

function toOpaque(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag;
}
