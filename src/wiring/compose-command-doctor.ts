import type { Config } from '../config/config.ts';
import type { ConfigProblem } from '../config/config-problem.ts';
import { type Doctor, createDoctor } from '../doctor/create-doctor.ts';
import type { DoctorContext, DoctorSurroundings, StashView } from '../doctor/doctor-context.ts';
import { connectStash } from './connect-stash.ts';
import { readDoctorDataBeside } from './doctor-data.ts';
import { readSurroundings } from './doctor-surroundings.ts';
import { openDoctorPlex } from './open-doctor-plex.ts';
import type { Surroundings } from './surroundings.ts';

interface CommandSituation {
  readonly config: Config;
  readonly settingProblems: readonly ConfigProblem[];
  readonly isServiceRunning: () => Promise<boolean>;
  /** In place of the machine's own. */
  readonly surroundings?: Partial<DoctorSurroundings>;
}

/** The doctor of a command: it looks at everything anew, beside a service that may run or not. */
export function composeCommandDoctor(situation: CommandSituation, around: Surroundings): Doctor {
  return createDoctor(toCommandContext(situation, around));
}

/** What that doctor looks at. */
export function toCommandContext(
  { config, settingProblems, isServiceRunning, surroundings }: CommandSituation,
  around: Surroundings,
): DoctorContext {
  const refusals: string[] = [];
  const unlessRefused = <Part>(open: () => Part): Part | undefined => {
    try {
      return open();
    } catch (error) {
      // Adapters refuse what they cannot work with in a sentence that names the setting and holds no secret.
      if (!(error instanceof TypeError)) throw error;
      refusals.push(`${error.message.replace(/^e/, 'E')}.`);
      return undefined;
    }
  };
  return {
    clock: around.clock,
    config,
    settingProblems,
    refusals,
    surroundings: { ...readSurroundings({ holdsDataFolder: false, isServiceRunning }), ...surroundings },
    stash: unlessRefused(() => openStash(config, around)),
    data: readDoctorDataBeside(config.dataDir, config.pathRules),
    plex: unlessRefused(() => openDoctorPlex(config.plex, 'stash2plex-doctor', around.clock)),
  };
}

function openStash(config: Config, around: Surroundings): StashView | undefined {
  if (config.stash.url === '') return undefined;
  const { url, connection, guards } = connectStash(config.stash, config.provider.requestBudgetMs, around);
  const { apiKey, timeoutMs } = config.stash;
  return {
    url,
    probe: () => connection.probe(),
    breaker: () => guards.breaker.state(),
    checkSchema: async (_version, signal) => {
      const { checkSchema } = await import('../stash/schema/check-schema.ts');
      return checkSchema({ from: url, apiKey, timeoutMs, signal });
    },
  };
}
