import { inSlices } from '../catalog/in-slices.ts';
import type { PlexPath } from '../model/file-paths.ts';
import { SAME_PATHS } from '../paths/create-path-mapper.ts';
import { toFoldedPath } from '../paths/normal-form.ts';
import { isInside } from '../paths/prefix-rewrite.ts';
import { toItemAgent } from './item-agent.ts';
import type { PlexItem } from './plex-library.ts';
import { addCounts, type ReadSection, type SweepContext, type SweepTools } from './sweep-context.ts';
import type { StagedFile } from './sweep-staging.ts';
import type { IncompleteCause } from './sweep.ts';

/** Items written at once: a few milliseconds. PMS may answer a whole library as one page. */
const SLICE = 250;

/** Streams every item of every library into the staging tables. */
export async function stageItems(context: SweepContext): Promise<IncompleteCause | undefined> {
  for (const read of context.sections) {
    const cause = await stageSection(context, read);
    if (cause !== undefined) return cause;
  }
  return undefined;
}

async function stageSection(context: SweepContext, read: ReadSection): Promise<IncompleteCause | undefined> {
  const { section } = read;
  const expectedBefore = context.counts.plexItemsExpected ?? 0;
  let total: number | undefined;
  for await (const page of context.plex.streamItems(section, context.signal)) {
    total = page.total;
    addCounts(context, { plexItemsExpected: expectedBefore + total });
    await stagePage(context, read, page.items);
  }
  return total === undefined || total === read.items
    ? undefined
    : toChanged(section.title, total, read.items);
}

async function stagePage(
  context: SweepContext,
  read: ReadSection,
  items: readonly PlexItem[],
): Promise<void> {
  for await (const slice of inSlices(items, SLICE, context.signal)) {
    const files = slice.flatMap((item) => toStagedFiles(item, read, context.tools));
    context.tools.staging.stageFiles(files);
    read.items += slice.length;
    addCounts(context, { plexItems: context.counts.plexItems + slice.length });
  }
}

/** In the order of their paths: Plex gives no promise about its own, and some gaps are told once for an item. */
function toStagedFiles(item: PlexItem, { section, samples }: ReadSection, tools: SweepTools): StagedFile[] {
  const shownScene = tools.parseGuid(item.guid);
  const shared = {
    ratingKey: item.ratingKey,
    library: section.title,
    agent: toItemAgent(item.guid, shownScene !== undefined),
    ...(shownScene !== undefined && { shownScene }),
    showsSomething: item.showsSomething,
  };
  return [...item.files].sort().map((plexPath) => {
    addToSample(samples, plexPath, item.ratingKey);
    return { ...shared, plexPath, ...toMapped(plexPath, tools) };
  });
}

function toMapped(plexPath: PlexPath, { paths }: SweepTools): Pick<StagedFile, 'stashPath' | 'byRule'> {
  const mapping = paths.toStashPath(plexPath);
  if (mapping.kind === 'UNMAPPED') return { byRule: false };
  return { stashPath: mapping.path, byRule: mapping.rule !== SAME_PATHS };
}

function addToSample(samples: ReadSection['samples'], plexPath: PlexPath, ratingKey: string): void {
  const folded = toFoldedPath(plexPath);
  for (const [folder, sample] of samples) if (isInside(folder, folded)) sample.add(ratingKey);
}

function toChanged(title: string, expected: number, got: number): IncompleteCause {
  const detail = `Plex announced ${expected} items of "${title}" and then ${got}: the library changed while it was read.`;
  return { reason: 'LISTING_CHANGED', detail };
}
