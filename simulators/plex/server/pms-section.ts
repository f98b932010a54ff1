import type { ItemSource } from './item-source.ts';

/** A library of PMS. */
export interface PmsSection {
  readonly key: string;
  readonly title: string;
  readonly type: 'movie' | 'show' | 'artist' | 'photo';
  readonly agent: string;
  /** The group whose primary provider is the agent, where there is one. */
  readonly groupId?: string;
  readonly scanner: string;
  readonly language: string;
  readonly uuid: string;
  /** Folders, native to the host of PMS: POSIX, drive letter or UNC. */
  readonly locations: readonly string[];
  readonly items: ItemSource;
  /** A scan is running, so a listing proves nothing. */
  readonly refreshing: boolean;
  /** The folders cannot be read: with `checkFiles=1` every part says so. */
  readonly unreachable: boolean;
  /** Seconds since the Unix epoch. */
  readonly scannedAt: number;
  /** Seconds since the Unix epoch. */
  readonly contentChangedAt: number;
}
