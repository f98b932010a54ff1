import { toFoldedPath } from '../paths/normal-form.ts';
import type { PlexSection } from './plex-library.ts';
import { SpreadSample } from './spread-sample.ts';
import type { SweepContext } from './sweep-context.ts';
import type { IncompleteCause } from './sweep.ts';

const SAMPLE = 20;

/** Finds the libraries to compare; none of them may be in the middle of a scan. */
export async function readSections(context: SweepContext): Promise<IncompleteCause | undefined> {
  const sections = await context.plex.listSections(context.signal);
  if (sections.length === 0)
    return { reason: 'NO_LIBRARY', detail: 'Plex has no movie library that is to be compared.' };
  context.sections = sections.map((section) => ({ section, items: 0, samples: toSamples(section) }));
  return findRefreshing(sections);
}

/** The same libraries with the same folders, and still none that is scanned: else the listing is of no one moment. */
export async function checkSectionsAgain(context: SweepContext): Promise<IncompleteCause | undefined> {
  const now = await context.plex.listSections(context.signal);
  const before = context.sections.map(({ section }) => section);
  if (toShape(now) !== toShape(before))
    return { reason: 'LISTING_CHANGED', detail: 'The Plex libraries changed while they were read.' };
  return findRefreshing(now);
}

function findRefreshing(sections: readonly PlexSection[]): IncompleteCause | undefined {
  const titles = sections.filter(({ isRefreshing }) => isRefreshing).map(({ title }) => `"${title}"`);
  if (titles.length === 0) return undefined;
  const detail = `Plex is scanning ${titles.join(', ')}: what it lists meanwhile is not the whole library.`;
  return { reason: 'SECTION_REFRESHING', detail };
}

function toShape(sections: readonly PlexSection[]): string {
  const shapes = sections.map(({ key, locations }) => JSON.stringify([key, [...locations].sort()]));
  return shapes.sort().join();
}

function toSamples({ locations }: PlexSection): ReadonlyMap<string, SpreadSample> {
  return new Map(locations.map((location) => [toFoldedPath(location), new SpreadSample(SAMPLE)]));
}
