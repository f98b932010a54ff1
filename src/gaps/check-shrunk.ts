import type { SweepContext } from './sweep-context.ts';
import type { SectionCount } from './sweep-store.ts';
import type { IncompleteCause } from './sweep.ts';

/**
 * A library that lost more than half of its items since the last complete sweep is more likely a mount or a scan gone
 * wrong than a choice. It is believed when the next sweep sees it again; a library that vanished is one with no items.
 */
export function checkShrunk(context: SweepContext): IncompleteCause | undefined {
  const known = context.tools.sweeps.listSectionCounts();
  const now = new Map(context.sections.map(({ section, items }) => [section.key, items]));
  const shrunk = known.filter((count) => isSuspicious(count, now.get(count.key) ?? 0));
  context.sectionCounts = context.sections.map(({ section, items }) => ({
    key: section.key,
    title: section.title,
    items,
  }));
  if (shrunk.length === 0) return undefined;
  context.tools.sweeps.recordSectionCounts(known.map((count) => hold(count, now.get(count.key) ?? 0)));
  return { reason: 'LISTING_SHRANK', detail: shrunk.map((count) => toSentence(count, now)).join(' ') };
}

function isSuspicious({ items, heldItems }: SectionCount, now: number): boolean {
  return lostMoreThanHalf(items, now) && (heldItems === undefined || lostMoreThanHalf(heldItems, now));
}

function lostMoreThanHalf(before: number, now: number): boolean {
  return now * 2 < before;
}

function hold(count: SectionCount, now: number): SectionCount {
  const { key, title, items } = count;
  return lostMoreThanHalf(items, now) ? { key, title, items, heldItems: now } : { key, title, items };
}

function toSentence({ key, title, items }: SectionCount, now: ReadonlyMap<string, number>): string {
  const left = now.has(key) ? `${now.get(key) ?? 0} are left` : 'the library is no longer compared';
  return `"${title}" had ${items} items and ${left}; this is believed if the next comparison sees it again.`;
}
