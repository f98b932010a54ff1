import { CATALOG_KINDS } from './kinds/catalog-kinds.ts';
import { DATA_FOLDER_KINDS } from './kinds/data-folder-kinds.ts';
import { DOCTOR_KINDS } from './kinds/doctor-kinds.ts';
import { PLEX_KINDS } from './kinds/plex-kinds.ts';
import { REGISTRATION_KINDS } from './kinds/registration-kinds.ts';
import { RULE_KINDS } from './kinds/rule-kinds.ts';
import { SETTINGS_KINDS } from './kinds/settings-kinds.ts';
import { STASH_KINDS } from './kinds/stash-kinds.ts';
import type { ProblemKind, ProblemKinds } from './problem-kind.ts';

/** Every problem this program can find, in the order of `docs/problems.md`. */
export const PROBLEM_KINDS = {
  ...SETTINGS_KINDS,
  ...DATA_FOLDER_KINDS,
  ...STASH_KINDS,
  ...CATALOG_KINDS,
  ...RULE_KINDS,
  ...PLEX_KINDS,
  ...REGISTRATION_KINDS,
  ...DOCTOR_KINDS,
} as const;

export type ProblemId = keyof typeof PROBLEM_KINDS;

/** The same by the headings of the page. */
export const PROBLEM_SECTIONS: readonly (readonly [heading: string, kinds: ProblemKinds])[] = [
  ['Settings', SETTINGS_KINDS],
  ['Data folder', DATA_FOLDER_KINDS],
  ['Stash', STASH_KINDS],
  ['Catalog', CATALOG_KINDS],
  ['Path rules', RULE_KINDS],
  ['Plex Media Server', PLEX_KINDS],
  ['Plex and this provider', REGISTRATION_KINDS],
  ['The doctor itself', DOCTOR_KINDS],
];

export function isProblemId(text: string): text is ProblemId {
  return Object.hasOwn(PROBLEM_KINDS, text);
}

export function getProblemKind(id: ProblemId): ProblemKind {
  return PROBLEM_KINDS[id];
}
