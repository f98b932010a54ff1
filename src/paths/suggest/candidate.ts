import type { PathRule } from '../path-rule.ts';
import type { FolderPair } from './folder-pair.ts';

/** A rule that might be proposed. */
export interface Candidate {
  readonly rule: PathRule;
  /** The folders that gave rise to it. */
  readonly members: readonly FolderPair[];
  /** Where one folder stands for another; absent when the rule is about single folders in between. */
  readonly heads?: Heads;
}

/** A Plex folder and the Stash folder with the same content, as given. */
export interface Heads {
  readonly plex: string;
  readonly stash: string;
}

export function countFiles(members: readonly FolderPair[]): number {
  return members.reduce((sum, { files }) => sum + files, 0);
}

/** The evidence behind members: a certain pair counts one, a likely one a tenth. */
export function weighEvidence(members: readonly FolderPair[]): number {
  return members.reduce((sum, { files, certain }) => sum + certain + (files - certain) / 10, 0);
}

/** Less evidence than this may be chance. */
export const EVIDENCE_NEEDED = 2;
