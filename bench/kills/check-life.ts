import { listLoggedErrors, listDamage, listSetAside } from './check-database.ts';
import {
  type Down,
  type LedgerLosses,
  findLedgerLosses,
  listFailures,
  listLostMatches,
} from './check-load.ts';
import { readCatalog } from './ask-service.ts';
import type { KillWorld } from './kill-world.ts';
import { type KeptState, listLostState, readKeptState } from './kept-state.ts';
import { lookBeside } from './look-beside.ts';
import type { Suppressions } from './suppressions.ts';

/** What is known of the lives before this one. */
export interface Past {
  /** As it was when the last life was looked at. */
  readonly state: KeptState;
  /** When the last life that answered was killed. */
  readonly killedAt: number;
  readonly downs: readonly Down[];
  readonly poster: string | undefined;
}

export interface LifeFindings {
  readonly breaches: readonly string[];
  readonly state: KeptState;
  readonly ledger: LedgerLosses;
  readonly answered: number;
  readonly toldToComeBack: number;
  readonly poster: string | undefined;
}

/** Looks at a service that has just come back: is all there that was there before? */
export async function checkLife(
  { service, load }: KillWorld,
  suppressions: Suppressions,
  past: Past,
): Promise<LifeFindings> {
  const events = await load.ask({ do: 'TAKE' });
  const { killedAt } = past;
  const beside = lookBeside(service.dataDir, (database) => {
    const state = readKeptState(database);
    const ledger = findLedgerLosses(database, events, killedAt);
    const since = { at: past.state.at, ruleHits: past.state.ruleHits };
    const lost = [
      ...listDamage(database),
      ...listLostState(past.state, state),
      ...suppressions.listLost(database),
      ...ledger.breaches,
      ...listLostMatches(database, events, since, killedAt),
    ];
    return { state, ledger, lost };
  });
  const poster = past.poster ?? events.posters[0];
  const breaches = [
    ...listSetAside(service.dataDir),
    ...beside.lost,
    ...listFailures(events, past.downs),
    ...(await listUnready(service, poster)),
    ...listLoggedErrors(await service.readLog()),
  ];
  const { state, ledger } = beside;
  return {
    breaches,
    state,
    ledger,
    answered: events.answered,
    toldToComeBack: events.toldToComeBack,
    poster,
  };
}

async function listUnready({ admin }: KillWorld['service'], poster: string | undefined): Promise<string[]> {
  const { state } = await readCatalog(admin);
  const incomplete = state === 'COMPLETE' ? [] : [`the catalog is ${state}`];
  if (poster === undefined) return incomplete;
  const { status } = await fetch(poster);
  return status === 200 ? incomplete : [...incomplete, `an earlier poster is answered with ${status}`];
}
