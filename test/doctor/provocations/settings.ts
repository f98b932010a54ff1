import type { SETTINGS_KINDS } from '../../../src/doctor/kinds/settings-kinds.ts';
import { findProblems } from '../../support/doctor-world.ts';
import type { Provoke } from './provoke.ts';

export const settingsProvocations: Readonly<Record<keyof typeof SETTINGS_KINDS, Provoke>> = {
  SETTING_INVALID: () => findProblems({ PORT: 'eighty' }),
  STASH_URL_MISSING: () => findProblems({}),
};
