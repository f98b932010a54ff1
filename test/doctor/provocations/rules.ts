import type { RULE_KINDS } from '../../../src/doctor/kinds/rule-kinds.ts';
import { fillCatalog, findProblems, makeDataFolder } from '../../support/doctor-world.ts';
import { sampleScenes } from '../../support/sample-scene.ts';
import type { Provoke } from './provoke.ts';

/** Files of Stash are `/data/folder <n>/scene <n>.mp4`. */
function withRules(...rules: readonly object[]): ReturnType<Provoke> {
  const DATA_DIR = makeDataFolder((_, store) => fillCatalog(store, sampleScenes(7)));
  return findProblems({ DATA_DIR, PATH_RULES: JSON.stringify(rules) });
}

const WHOLE = { name: 'whole', plex: '/media', stash: '/data' };

export const ruleProvocations: Readonly<Record<keyof typeof RULE_KINDS, Provoke>> = {
  RULE_SAMPLE_FAILS: () =>
    withRules({ ...WHOLE, samples: [{ plex: '/media/a.mp4', stash: '/elsewhere/a.mp4' }] }),
  PATHS_DO_NOT_COME_BACK: () =>
    withRules({
      name: 'lossy',
      toStash: { match: '^/media/(?<rest>.+)$', replace: '/data/folder/${rest}' },
      toPlex: { match: '^/data/(?<rest>.+)$', replace: '/media/${rest}' },
    }),
  PATHS_NOT_COVERED: () => withRules({ name: 'one folder', plex: '/media/1', stash: '/data/folder 1' }),
  RULE_SHADOWED: () => withRules(WHOLE, { name: 'narrow', plex: '/other', stash: '/data/folder 1' }),
  RULE_IDLE: () => withRules(WHOLE, { name: 'misspelt', plex: '/other', stash: '/dta' }),
};
