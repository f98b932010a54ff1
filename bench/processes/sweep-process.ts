import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGaps } from '../../src/gaps/create-gaps.ts';
import type { PlexItem, PlexLibrary, PlexPage, PlexSection } from '../../src/gaps/plex-library.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { defaultFieldSettings } from '../../src/metadata/field-settings.ts';
import { asPlexPath, asStashPath } from '../../src/model/file-paths.ts';
import { parseSceneId, toSceneId } from '../../src/model/ids.ts';
import type { Scene } from '../../src/model/scene.ts';
import { createPathMapper } from '../../src/paths/create-path-mapper.ts';
import { parsePathRulesText } from '../../src/paths/parse-path-rules.ts';
import { createCatalogStore } from '../../src/store/create-catalog-store.ts';
import { createGapStore } from '../../src/store/create-gap-store.ts';
import { createServedLedger } from '../../src/store/create-served-ledger.ts';
import { createSweepStaging } from '../../src/store/create-sweep-staging.ts';
import { createSweepStore } from '../../src/store/create-sweep-store.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { answerParent } from './child.ts';

/** Compares as many scenes with as many items: the sweep itself, without the network on either side. */
export interface SweepQuestion {
  readonly size: number;
}

export interface SweepReply {
  readonly state: string;
  readonly tookMs: number;
  readonly opened: number;
  /** Gaps that there are by construction. */
  readonly expected: number;
  /** Highest resident set seen while sweeping. */
  readonly peakBytes: number;
}

const OURS = 'bench://movie/';
const FOLDER_SIZE = 40;
const PAGE = 200;
const SCENES_A_TRANSACTION = 1000;
const LOOK_EVERY_MS = 50;

/** Every tenth item is of another agent; every twentieth scene has no item. */
const isOtherAgent = (n: number): boolean => n % 10 === 3;
const isAbsent = (n: number): boolean => n % 20 === 7;

answerParent(async ({ size }: SweepQuestion): Promise<SweepReply> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sweep-'));
  try {
    return await sweep(folder, size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

async function sweep(folder: string, size: number): Promise<SweepReply> {
  const opened = openDatabase({ folder });
  const { database } = opened;
  const failures: unknown[] = [];
  const onFailure = (error: unknown): void => void failures.push(error);
  fillCatalog(createCatalogStore(database), size);
  const rules = parsePathRulesText('/media/adult=>/data');
  if (!rules.ok) throw new Error(rules.problems.join('; '));
  const gaps = createGaps({
    plex: createPlex(size),
    refreshCatalog: () => Promise.resolve('COMPLETE'),
    paths: createPathMapper(rules.rules),
    parseGuid: (guid) => (guid.startsWith(OURS) ? parseSceneId(guid.slice(OURS.length)) : undefined),
    ledger: createServedLedger(database, { clock: systemClock, onFailure }),
    gaps: createGapStore(database),
    sweeps: createSweepStore(database),
    staging: createSweepStaging(database, defaultFieldSettings),
    clock: systemClock,
    plexRoots: () => [],
    onFailure,
  });
  const memory = watchMemory();
  const startedAt = performance.now();
  gaps.startSweep('REQUEST');
  const ended = await gaps.sweepEnded();
  const tookMs = performance.now() - startedAt;
  const peakBytes = memory.stop();
  await gaps.stop();
  opened.close();
  if (failures.length > 0) throw failures[0];
  return {
    state: ended?.status.state ?? 'NONE',
    tookMs,
    opened: ended?.counts.opened ?? 0,
    expected: countExpected(size),
    peakBytes,
  };
}

function fillCatalog(store: ReturnType<typeof createCatalogStore>, size: number): void {
  store.startPass({ kind: 'FULL', startedAt: systemClock.now(), total: size });
  for (let from = 1; from <= size; from += SCENES_A_TRANSACTION) {
    store.transaction(() => {
      for (let n = from; n < from + SCENES_A_TRANSACTION && n <= size; n += 1) store.recordScene(toScene(n));
    });
  }
  store.completePass(systemClock.now());
}

function toName(n: number): string {
  return `Studio ${Math.floor(n / FOLDER_SIZE)}/A Scene of Its Own ${n}.mp4`;
}

function toScene(n: number): Scene {
  const at = '2026-01-01T00:00:00Z';
  const size = { size: 1_000_000 + n, duration: 1200, width: 1920, height: 1080 };
  const path = asStashPath(`/data/${toName(n)}`);
  return {
    id: toSceneId(String(n)),
    title: `A Scene of Its Own ${n}`,
    organized: true,
    createdAt: at,
    updatedAt: at,
    files: [{ id: String(n), path, ...size, modifiedAt: at, updatedAt: at }],
    performers: [],
    tags: [],
    groups: [],
    stashIds: [],
  };
}

function toItem(n: number): PlexItem {
  const guid = isOtherAgent(n) ? `plex://movie/${n}` : OURS + String(n);
  const files = [asPlexPath(`/media/adult/${toName(n)}`)];
  return { ratingKey: String(n), guid, title: `Item ${n}`, files, showsSomething: true };
}

function createPlex(size: number): PlexLibrary {
  const section: PlexSection = {
    key: '1',
    title: 'Adult',
    agent: 'bench',
    isRefreshing: false,
    locations: [asPlexPath('/media/adult')],
  };
  const total = Array.from({ length: size }, (_, index) => index + 1).filter((n) => !isAbsent(n)).length;
  return {
    listSections: () => Promise.resolve([section]),
    countAccessible: (keys) => Promise.resolve(keys.length),
    async *streamItems(): AsyncGenerator<PlexPage> {
      for (let from = 1; from <= size; from += PAGE) {
        const numbers = Array.from({ length: Math.min(PAGE, size - from + 1) }, (_, index) => from + index);
        yield { items: numbers.filter((n) => !isAbsent(n)).map(toItem), total };
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    },
  };
}

function countExpected(size: number): number {
  let expected = 0;
  for (let n = 1; n <= size; n += 1)
    expected += Number(isAbsent(n)) + Number(isOtherAgent(n) && !isAbsent(n));
  return expected;
}

function watchMemory() {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), LOOK_EVERY_MS);
  return {
    stop: (): number => {
      clearInterval(timer);
      return Math.max(peak, process.memoryUsage.rss());
    },
  };
}
