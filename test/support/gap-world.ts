import { defaultFieldSettings, type FieldSettings } from '../../src/metadata/field-settings.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogStore } from '../../src/catalog/catalog-store.ts';
import { createGaps, type GapsOptions } from '../../src/gaps/create-gaps.ts';
import type { Gaps } from '../../src/gaps/gaps.ts';
import type { Gap } from '../../src/gaps/gap.ts';
import { GAP_STATES } from '../../src/gaps/gap-query.ts';
import type { Sweep } from '../../src/gaps/sweep.ts';
import type { MatchExplanation } from '../../src/matching/explanation.ts';
import type { MatchOutcome } from '../../src/matching/outcome.ts';
import type { ServedEntry } from '../../src/metadata/served-ledger.ts';
import { asPlexPath, asStashPath } from '../../src/model/file-paths.ts';
import { parseSceneId, toSceneId, type SceneId } from '../../src/model/ids.ts';
import type { Scene } from '../../src/model/scene.ts';
import { createPathMapper } from '../../src/paths/create-path-mapper.ts';
import type { PathRule } from '../../src/paths/path-rule.ts';
import { createCatalogStore } from '../../src/store/create-catalog-store.ts';
import { createGapStore } from '../../src/store/create-gap-store.ts';
import { createSweepStaging } from '../../src/store/create-sweep-staging.ts';
import { createSweepStore } from '../../src/store/create-sweep-store.ts';
import { openDatabase, type OpenedDatabase } from '../../src/store/open-database.ts';
import { findServed, upsertServed } from '../../src/store/served-scenes-table.ts';
import { toMatchScene } from './matching-world.ts';
import { PlexShelf } from './plex-shelf.ts';
import { SettableClock } from './settable-clock.ts';

export interface GapWorldOptions {
  /** Field settings that differ from the default. */
  readonly fields?: Partial<FieldSettings>;
  /** Plex folder to Stash folder; the same paths on both sides when empty. */
  readonly rules?: readonly PathRule[];
  readonly roots?: readonly string[];
  /** An existing folder to work in; a new one, removed at the end, otherwise. */
  readonly folder?: string;
  readonly withoutPlex?: boolean;
}

/** A rule that moves what lies in one folder into another. */
export function toRule(plex: string, stash: string): PathRule {
  const folders = { plex: asPlexPath(plex), stash: asStashPath(stash) };
  return { kind: 'PREFIX', name: `${plex} to ${stash}`, ignoreCase: false, samples: [], ...folders };
}

export async function collect<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of stream) items.push(item);
  return items;
}

/** Our guid of a scene. */
export function ours(id: number): string {
  return `ours://movie/${id}`;
}

/** Gaps over a real database, the catalog's real tables and a Plex library in memory. */
export class GapWorld {
  readonly clock = new SettableClock();
  readonly plex = new PlexShelf();
  readonly failures: unknown[] = [];
  readonly ended: Sweep[] = [];
  readonly folder: string;
  readonly catalog: CatalogStore;
  readonly gaps: Gaps;
  refresh: GapsOptions['refreshCatalog'] = async () => 'COMPLETE';
  roots: readonly string[];
  readonly opened: OpenedDatabase;
  readonly #isOwnFolder: boolean;

  constructor(options: GapWorldOptions = {}) {
    this.#isOwnFolder = options.folder === undefined;
    this.folder = options.folder ?? mkdtempSync(join(tmpdir(), 'gaps-'));
    this.roots = options.roots ?? [];
    this.opened = openDatabase({ folder: this.folder });
    this.catalog = createCatalogStore(this.opened.database);
    this.gaps = createGaps(this.#toOptions(options));
  }

  addScene(id: number, paths: readonly string[], facts: Partial<Scene> = {}): void {
    this.catalog.recordScene(toMatchScene(id, paths, facts));
  }

  removeScene(id: number): void {
    this.catalog.removeScene(toSceneId(String(id)));
  }

  /** Notes that a scene was served with this `updated_at`. */
  serve(id: number, sceneUpdatedAt: string): void {
    upsertServed(this.opened.database, this.#toEntry(id, sceneUpdatedAt));
  }

  async sweep(): Promise<Sweep> {
    this.gaps.startSweep('REQUEST');
    const ended = await this.gaps.sweepEnded();
    if (ended === undefined) throw new Error('expected a sweep that runs, but got: none');
    return ended;
  }

  /** A sweep that must come to its end. */
  async sweepFully(): Promise<Sweep> {
    const sweep = await this.sweep();
    if (sweep.status.state !== 'COMPLETE')
      throw new Error(`expected a complete sweep, but got: ${JSON.stringify(sweep.status)}`, {
        cause: this.failures[0],
      });
    return sweep;
  }

  match(fileName: string, outcome: MatchOutcome, parts: Partial<MatchExplanation> = {}): void {
    this.gaps.recordMatch({
      at: this.clock.now(),
      fileName,
      manual: false,
      outcome,
      steps: [],
      tookMs: 1,
      ...parts,
    });
  }

  /** All gaps in any state, oldest first. */
  async listAll(): Promise<Gap[]> {
    return collect(this.gaps.streamGaps({ states: GAP_STATES }));
  }

  /** Open gaps as `KIND REASON subject`, sorted. */
  async listOpen(): Promise<string[]> {
    const open = await collect(this.gaps.streamGaps());
    return open.map(({ kind, reason, subject }) => `${kind} ${reason} ${subject}`).sort();
  }

  async close(): Promise<void> {
    await this.gaps.stop();
    this.opened.close();
    if (this.#isOwnFolder) rmSync(this.folder, { recursive: true, force: true });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #toEntry(id: number, sceneUpdatedAt: string): ServedEntry {
    const sceneId = toSceneId(String(id));
    return { sceneId, servedAt: this.clock.now(), fingerprint: 'x', sceneUpdatedAt, via: 'METADATA' };
  }

  #toOptions({ rules = [], withoutPlex = false, fields = {} }: GapWorldOptions): GapsOptions {
    const { database } = this.opened;
    return {
      plex: withoutPlex ? undefined : this.plex,
      refreshCatalog: (signal) => this.refresh(signal),
      paths: createPathMapper(rules),
      parseGuid: (guid): SceneId | undefined =>
        guid.startsWith('ours://movie/') ? parseSceneId(guid.slice(13)) : undefined,
      ledger: { find: (id) => findServed(database, id) },
      gaps: createGapStore(database),
      sweeps: createSweepStore(database),
      staging: createSweepStaging(database, { ...defaultFieldSettings, ...fields }),
      clock: this.clock,
      plexRoots: () => this.roots.map(asPlexPath),
      onSweepEnded: (sweep) => this.ended.push(sweep),
      onFailure: (error) => this.failures.push(error),
    };
  }
}
