import type { Random } from '../../simulators/library/random.ts';
import type { AdminClient } from '../../src/cli/admin-client.ts';
import type { Database } from '../../src/store/database.ts';

interface ListedGap {
  readonly id: string;
  readonly kind: string;
  readonly sceneId: string | null;
}

const OPEN_GAPS = `{ gaps(filter: { kinds: [UNMATCHED, NOT_IN_PLEX, WRONG_SCENE] }, first: 200) {
  nodes { id kind sceneId } } }`;
const SUPPRESS = 'mutation ($id: ID!, $reason: String!) { suppressGap(id: $id, reason: $reason) { id } }';
const REOPEN = 'mutation ($id: ID!) { reopenGap(id: $id) { id } }';

const REOPENED_SHARE = 0.2;

/** What was chosen for gaps and acknowledged by the service, over all its lives. */
export class Suppressions {
  readonly #isEdited: (sceneId: string) => boolean;
  /** Reasons by gap; `undefined` for a gap that was shown again. */
  readonly #acknowledged = new Map<string, string | undefined>();

  /** @param isEdited tells the scenes that change in Stash: a change shows their gaps again. */
  constructor(isEdited: (sceneId: string) => boolean) {
    this.#isEdited = isEdited;
  }

  get count(): number {
    return this.#acknowledged.size;
  }

  /** Suppresses one gap after another, and shows some again, until the service is gone or the signal aborts. */
  async chooseUntil(admin: AdminClient, random: Random, signal: AbortSignal): Promise<void> {
    const { gaps } = await admin.ask<{ gaps: { nodes: ListedGap[] } }>(OPEN_GAPS);
    for (const { id, sceneId } of gaps.nodes) {
      if (signal.aborted) return;
      if (this.#acknowledged.has(id) || (sceneId !== null && this.#isEdited(sceneId))) continue;
      await this.#choose(admin, id, random.chance(REOPENED_SHARE));
    }
  }

  /** Gaps that are not as was acknowledged. */
  listLost(database: Database): readonly string[] {
    const sql = 'SELECT state, suppressed_reason FROM gaps WHERE id = CAST(? AS INTEGER)';
    return [...this.#acknowledged].flatMap(([id, reason]) => {
      const { state, suppressed_reason: kept } = database.find(sql, id) ?? {};
      const isKept = reason === undefined ? state === 'OPEN' : state === 'SUPPRESSED' && kept === reason;
      return isKept
        ? []
        : [`gap ${id}: ${String(state)} for "${String(kept)}" instead of "${String(reason)}"`];
    });
  }

  /** While a choice is on its way nobody can say what holds. */
  async #choose(admin: AdminClient, id: string, isReopened: boolean): Promise<void> {
    const reason = `kept ${id}`;
    await admin.ask(SUPPRESS, { id, reason });
    this.#acknowledged.set(id, reason);
    if (!isReopened) return;
    this.#acknowledged.delete(id);
    await admin.ask(REOPEN, { id });
    this.#acknowledged.set(id, undefined);
  }
}
