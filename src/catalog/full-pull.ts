import type { Scene } from '../model/scene.ts';
import type { RunningPass } from './catalog-store.ts';
import { inSlices } from './in-slices.ts';
import { PageSize, WHOLE_SCENES } from './page-size.ts';
import type { PullCounts, PullSummary, PullTools } from './pull-tools.ts';
import { runPass } from './run-pass.ts';
import { streamPages } from './stream-pages.ts';

/** Scenes written at once: a few milliseconds, so that a scan is answered meanwhile. */
const SLICE = 100;

/** Reads every scene whole. */
export function runFullPull(tools: PullTools, signal: AbortSignal): Promise<PullSummary> {
  return runPass('FULL', walkWholeScenes, tools, signal);
}

async function walkWholeScenes(
  tools: PullTools,
  pass: RunningPass,
  counts: PullCounts,
  signal: AbortSignal,
): Promise<void> {
  const { source, clock } = tools;
  const pages = streamPages<Scene>({
    list: (after, limit, within) => source.listScenesAfter(after, limit, within),
    toId: (scene) => scene.id,
    after: pass.cursor,
    size: new PageSize(WHOLE_SCENES),
    clock,
    signal,
  });
  let { seen } = pass;
  for await (const page of pages) {
    await writePage(tools, page, seen, counts, signal);
    seen += page.length;
    tools.onProgress({ ...pass, seen });
  }
}

/** Each slice moves the cursor in its own transaction. */
async function writePage(
  { store }: PullTools,
  page: readonly Scene[],
  seenBefore: number,
  counts: PullCounts,
  signal: AbortSignal,
): Promise<void> {
  let seen = seenBefore;
  for await (const slice of inSlices(page, SLICE, signal)) {
    seen += slice.length;
    store.transaction(() => {
      for (const scene of slice) count(counts, store.recordScene(scene));
      const cursor = slice.at(-1)?.id;
      store.movePass({ phase: 'SCENES', ...(cursor && { cursor }), seen });
    });
  }
}

function count(counts: PullCounts, recordedAs: 'ADDED' | 'CHANGED' | 'UNCHANGED'): void {
  if (recordedAs === 'ADDED') counts.added += 1;
  if (recordedAs === 'CHANGED') counts.changed += 1;
}
