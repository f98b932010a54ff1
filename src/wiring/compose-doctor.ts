import type { Config } from '../config/config.ts';
import { createDoctor } from '../doctor/create-doctor.ts';
import { checkSchemaApart } from '../stash/schema/check-schema-apart.ts';
import { ensureLedgerOwner } from '../store/ledger-owner.ts';
import { type PlexCalls, recordPlexCalls } from '../store/plex-calls.ts';
import { findSetting } from '../store/settings-table.ts';
import type { Stash } from './connect-stash.ts';
import { readDoctorData } from './doctor-data.ts';
import { readSurroundings } from './doctor-surroundings.ts';
import { openDoctorPlex } from './open-doctor-plex.ts';
import type { Stores } from './open-stores.ts';
import type { RuleCheck } from './rule-check.ts';
import { rememberSchemaCheck } from './remember-schema-check.ts';
import { runDoctorHourly } from './run-doctor-hourly.ts';
import type { Surroundings } from './surroundings.ts';

interface DoctorParts {
  readonly stores: Stores;
  readonly stash: Stash;
  readonly ruleCheck: RuleCheck;
  readonly signal: AbortSignal;
}

/** The doctor inside a running service. */
export function composeDoctor(
  config: Config,
  { stores, stash, ruleCheck, signal }: DoctorParts,
  around: Surroundings,
) {
  const { clock } = around;
  const { apiKey, timeoutMs } = config.stash;
  const { database, onFailure } = stores;
  ensureLedgerOwner(database, config.provider.id);
  const clientId = findSetting(database, 'plex-client-id') ?? 'stash2plex-doctor';
  const doctor = createDoctor({
    clock,
    config,
    settingProblems: [],
    refusals: [],
    surroundings: readSurroundings({ holdsDataFolder: true, isServiceRunning: async () => true }),
    stash: {
      url: stash.url,
      probe: () => stash.connection.probe(),
      breaker: () => stash.guards.breaker.state(),
      checkSchema: rememberSchemaCheck(
        (_version, within) => checkSchemaApart({ from: stash.url, apiKey, timeoutMs, signal: within }),
        clock,
      ),
    },
    data: readDoctorData(
      async (read) => read(database),
      async () => {
        await ruleCheck.settle();
        return ruleCheck.report;
      },
    ),
    plex: openDoctorPlex(config.plex, clientId, clock),
  });
  return {
    ...doctor,
    /** Notes a call of Plex; made for `notePlexCalls`. */
    recordCalls: (calls: PlexCalls): void => {
      try {
        recordPlexCalls(database, calls);
      } catch (error) {
        onFailure(error);
      }
    },
    /** Runs now and every hour, telling the log what is new; resolves when the service stops, and never rejects. */
    start: (): Promise<void> => runDoctorHourly(doctor, config.log.paths, around, signal),
  };
}
