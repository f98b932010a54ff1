import {
  createMatcher,
  type MatchDecision,
  type MatcherDependencies,
} from '../../src/matching/match-file.ts';
import { parseMatchHints } from '../../src/matching/match-hints.ts';
import type { LookupAnswer, LookupRequest } from '../../src/matching/live-lookup.ts';
import type { MatchExplanation } from '../../src/matching/explanation.ts';
import { asPlexPath, asStashPath } from '../../src/model/file-paths.ts';
import { parseSceneId, toSceneId } from '../../src/model/ids.ts';
import type { Scene } from '../../src/model/scene.ts';
import type { UnknownCause } from '../../src/model/unknown-cause.ts';
import { createPathMapper } from '../../src/paths/create-path-mapper.ts';
import type { PathRule } from '../../src/paths/path-rule.ts';
import { ReferenceCatalog } from './reference-catalog.ts';
import { SettableClock } from './settable-clock.ts';

export const OUTAGE: UnknownCause = { reason: 'STASH_UNREACHABLE', detail: 'Stash does not answer.' };

/** A scene with files at these Stash paths and whatever else a test needs. */
export function toMatchScene(id: number, paths: readonly string[], facts: Partial<Scene> = {}): Scene {
  return {
    id: toSceneId(String(id)),
    organized: false,
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    files: paths.map((path, at) => toFile(`${id}${at}`, path)),
    performers: [],
    tags: [],
    groups: [],
    stashIds: [],
    ...facts,
  };
}

function toFile(id: string, path: string): Scene['files'][number] {
  const sizes = { size: 1_000, duration: 60, width: 1_920, height: 1_080 };
  return {
    id,
    path: asStashPath(path),
    ...sizes,
    modifiedAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
  };
}

export interface MatchingWorldOptions {
  /** What Stash has. */
  readonly scenes?: readonly Scene[];
  /** What the catalog has; all of Stash unless said. */
  readonly catalog?: ReferenceCatalog;
  readonly isStashDown?: boolean;
  readonly isTruncated?: boolean;
  readonly roots?: readonly string[];
  /** Plex folder to Stash folder; the same paths on both sides when empty. */
  readonly rules?: Readonly<Record<string, string>>;
  readonly policy?: MatcherDependencies['policy'];
  readonly adultResults?: MatcherDependencies['adultResults'];
}

/** The real matcher over a reference catalog and a Stash that can be down. */
export class MatchingWorld {
  readonly catalog: ReferenceCatalog;
  readonly clock = new SettableClock();
  readonly lookups: LookupRequest[] = [];
  readonly explained: MatchExplanation[] = [];
  isStashDown: boolean;
  sceneReads = 0;
  readonly #stash: ReferenceCatalog;
  readonly #isTruncated: boolean;
  readonly #match: ReturnType<typeof createMatcher>;

  constructor(options: MatchingWorldOptions = {}) {
    const scenes = options.scenes ?? [];
    this.#stash = new ReferenceCatalog(scenes);
    this.catalog = options.catalog ?? new ReferenceCatalog(scenes);
    this.isStashDown = options.isStashDown ?? false;
    this.#isTruncated = options.isTruncated ?? false;
    this.#match = createMatcher(this.#toDependencies(options));
  }

  /** Sends a match request as PMS would: the body is parsed first. */
  async match(
    body: Readonly<Record<string, unknown>>,
    signal = new AbortController().signal,
  ): Promise<MatchDecision> {
    const reading = parseMatchHints({ type: 1, ...body });
    if (!reading.ok) throw new Error(`expected hints, but got: ${reading.problem}`);
    return this.#match(reading.hints, signal);
  }

  async outcomeOf(body: Readonly<Record<string, unknown>>): Promise<MatchDecision['outcome']> {
    return (await this.match(body)).outcome;
  }

  #toDependencies(options: MatchingWorldOptions): MatcherDependencies {
    return {
      catalog: this.catalog,
      paths: createPathMapper(toRules(options.rules ?? {})),
      plexRoots: () => (options.roots ?? []).map(asPlexPath),
      lookup: async (request) => this.#lookUp(request),
      readScene: async (id) => {
        this.sceneReads += 1;
        if (this.isStashDown) return { kind: 'UNKNOWN', cause: OUTAGE };
        const scene = this.#stash.findScene(id);
        return scene === undefined ? { kind: 'GONE' } : { kind: 'FOUND', scene, from: 'STASH' };
      },
      parseGuid: (guid) => (guid.startsWith('ours://movie/') ? parseSceneId(guid.slice(13)) : undefined),
      policy: options.policy ?? 'filename',
      adultResults: options.adultResults ?? 'always',
      clock: this.clock,
      onExplained: (explanation) => this.explained.push(explanation),
    };
  }

  #lookUp(request: LookupRequest): LookupAnswer {
    this.lookups.push(request);
    if (this.isStashDown) return { kind: 'UNKNOWN', cause: OUTAGE };
    const hits = [
      ...request.paths.flatMap((path) => this.#stash.listFilesAt(path)),
      ...this.#stash.listFilesEndingIn(request.suffix, 1_000),
    ];
    const scenes = [...new Set(hits.map(({ sceneId }) => sceneId))].flatMap(
      (id) => this.#stash.findScene(id) ?? [],
    );
    for (const scene of scenes) this.catalog.record(scene);
    if (scenes.length === 0) return { kind: 'NOTHING' };
    return {
      kind: 'BROUGHT',
      scenes: scenes.length,
      ...(this.#isTruncated && { truncated: true }),
    };
  }
}

function toRules(rules: Readonly<Record<string, string>>): PathRule[] {
  return Object.entries(rules).map(([plex, stash], at) => ({
    kind: 'PREFIX',
    name: `rule ${at + 1}`,
    ignoreCase: false,
    samples: [],
    plex: asPlexPath(plex),
    stash: asStashPath(stash),
  }));
}
