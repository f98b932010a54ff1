import type { Clock } from '../lib/clock.ts';
import { followEntities } from './follow-entities.ts';
import { followFiles, followScenes, type FollowTools } from './follow-scenes.ts';
import { NEAR_OVERLAP_MS, WIDE_OVERLAP_MS } from './overlap.ts';

const WIDE_EVERY_MS = 3_600_000;

/** Names change rarely and cost four requests to ask after; scenes and files cost two. */
const ENTITIES_EVERY_MS = 120_000;

/**
 * Looks for what changed in Stash lately and queues the scenes to be read again.
 *
 * The first look and one every hour reach back far enough for any change of Stash's time zone; the others just far
 * enough for daylight saving. What the catalog already holds is told by its time text and costs no reading.
 */
export class Follower {
  readonly #tools: FollowTools & { readonly clock: Clock };
  #wideDueAt = -Infinity;
  #entitiesDueAt = -Infinity;

  constructor(tools: FollowTools & { readonly clock: Clock }) {
    this.#tools = tools;
  }

  /** One look; returns how many scenes were queued. A look that failed is made up for by the next, as wide. */
  async poll(signal: AbortSignal): Promise<number> {
    const now = this.#tools.clock.ticks();
    const isWide = now >= this.#wideDueAt;
    const overlapMs = isWide ? WIDE_OVERLAP_MS : NEAR_OVERLAP_MS;
    let queued = await followScenes(this.#tools, overlapMs, signal);
    queued += await followFiles(this.#tools, overlapMs, signal);
    if (isWide || now >= this.#entitiesDueAt) {
      queued += await followEntities(this.#tools, overlapMs, signal);
      this.#entitiesDueAt = now + ENTITIES_EVERY_MS;
    }
    if (isWide) this.#wideDueAt = now + WIDE_EVERY_MS;
    return queued;
  }
}
