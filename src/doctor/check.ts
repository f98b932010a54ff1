import type { Problem } from '../observe/problem.ts';
import type { DoctorContext } from './doctor-context.ts';

export type CheckGroup =
  'Settings' | 'Data folder' | 'Stash' | 'Catalog' | 'Path rules' | 'Plex' | 'Registration' | 'Pictures';

/** One thing the doctor looks at. */
export interface Check {
  /** kebab-case, for `--json` and messages. */
  readonly id: string;
  readonly group: CheckGroup;
  readonly timeLimitMs: number;
  /** Settings without which it would look at something else than the owner means: it is left out when one is wrong. */
  readonly settings: readonly string[];
  /** True where a running service tells the same at any moment by itself, so that its last run need not. */
  readonly isLive?: boolean;
  /** What it throws becomes a finding of its own: that it could not be made. */
  run(context: DoctorContext, signal: AbortSignal): Promise<Findings>;
}

/** What a check found: empty when all is well. Where there was nothing to look at, why: that is no "all is well". */
export type Findings = readonly Problem[] | NotLooked;

export interface NotLooked {
  /** Half a sentence, e.g. `PLEX_URL is not set`. */
  readonly notLookedSince: string;
}
