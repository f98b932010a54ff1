import type { AnswerObject } from './id-writing.ts';
import type { PmsItem, PmsMedia } from './pms-item.ts';
import type { PmsSection } from './pms-section.ts';

/** A listing shows no more genres than this (verified live on PMS 1.43.4 by a published project). */
const GENRES_IN_A_LISTING = 2;

export interface ListedOptions {
  readonly includeGuids: boolean;
  /** Names of members left out on request. */
  readonly excludeElements: readonly string[];
  readonly withoutMedia: boolean;
}

/** An item as a listing shows it: shortened tags, no labels, external ids only on request, files complete. */
export function toListedItem(item: PmsItem, section: PmsSection, options: ListedOptions): AnswerObject {
  const listed: AnswerObject = {
    ...toHead(item, section),
    ...item,
    Label: undefined,
    Genre: item.Genre?.slice(0, GENRES_IN_A_LISTING),
    Guid: options.includeGuids ? item.Guid : undefined,
    Media: options.withoutMedia ? undefined : item.Media,
  };
  if (options.excludeElements.length === 0) return listed;
  return Object.fromEntries(
    Object.entries(listed).filter(([name]) => !options.excludeElements.includes(name)),
  );
}

/** An item in full. With `checkFiles`, each part says whether it can be read. */
export function toWholeItem(item: PmsItem, section: PmsSection, checkFiles: boolean): AnswerObject {
  const whole = { ...toHead(item, section), ...item };
  if (!checkFiles || item.Media === undefined) return whole;
  return { ...whole, Media: item.Media.map((media) => withReach(media, !section.unreachable)) };
}

function toHead({ ratingKey }: PmsItem, section: PmsSection): AnswerObject {
  return {
    key: `/library/metadata/${ratingKey}`,
    type: section.type,
    librarySectionID: section.key,
    librarySectionTitle: section.title,
  };
}

function withReach(media: PmsMedia, reachable: boolean): AnswerObject {
  const reach = { exists: reachable, accessible: reachable };
  return { ...media, Part: media.Part.map((part) => ({ ...part, ...reach })) };
}
