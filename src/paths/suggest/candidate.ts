import { toSegments } from '../normal-form.ts';
import type { PathRule } from '../path-rule.ts';
import type { FolderPair } from './folder-pair.ts';

/** A rule that might be proposed. */
export interface Candidate {
  readonly rule: PathRule;
  /** What it is about, for its name. */
  readonly label: string;
  /** The folders that gave rise to it. */
  readonly members: readonly FolderPair[];
  /** What is left of it when some Plex paths must not be taken; absent when it is all or nothing. */
  readonly narrow?: (plexPaths: readonly string[]) => Candidate[];
}

/** A candidate for a prefix rule. */
export interface PrefixCandidate {
  readonly rule: PathRule;
  readonly members: readonly FolderPair[];
  readonly heads: Heads;
  /** How many segments each head has. */
  readonly depth: { readonly plex: number; readonly stash: number };
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

/** What people call a folder. */
export function toFolderName(head: string): string {
  return toSegments(head).at(-1) ?? 'everything';
}

/** Less evidence than this may be chance. */
export const EVIDENCE_NEEDED = 2;
