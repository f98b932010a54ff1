import type { FieldSettings } from '../metadata/field-settings.ts';
import type { PathRule } from '../paths/path-rule.ts';
import type { Secret } from '../lib/secret.ts';
import type { ScheduleSpec } from './parse-schedule.ts';

/** The whole configuration, read once at start and handed on in slices. */
export interface Config {
  readonly dataDir: string;
  readonly stash: StashConfig;
  readonly provider: ProviderConfig;
  readonly admin: AdminConfig;
  readonly plex: PlexConfig;
  readonly pathRules: readonly PathRule[];
  readonly metadata: MetadataConfig;
  readonly matching: MatchingConfig;
  readonly catalog: CatalogConfig;
  readonly gapSchedule: ScheduleSpec;
  readonly artwork: ArtworkConfig;
  readonly log: LogConfig;
}

export interface StashConfig {
  readonly url: string;
  readonly apiKey: Secret | undefined;
  readonly timeoutMs: number;
  readonly concurrency: number;
  /** Requests a second; `undefined` leaves scans unlimited and holds background work to its own default. */
  readonly ratePerS: number | undefined;
}

export interface ProviderConfig {
  readonly host: string;
  readonly port: number;
  readonly secret: Secret | undefined;
  readonly id: string;
  readonly title: string;
  readonly publicUrl: string | undefined;
  readonly requestBudgetMs: number;
}

export interface AdminConfig {
  readonly host: string;
  readonly port: number;
  readonly token: Secret | undefined;
}

export interface PlexConfig {
  readonly url: string | undefined;
  readonly token: Secret | undefined;
  /** Titles or keys; empty for the movie libraries that use our agent. */
  readonly libraries: readonly string[];
  readonly libraryRoots: readonly string[];
}

export interface MetadataConfig {
  readonly fields: FieldSettings;
  readonly contentRating: string;
  readonly dateFallback: 'created' | 'file';
}

export interface MatchingConfig {
  readonly policy: 'path' | 'filename' | 'loose';
  readonly adultResults: 'always' | 'respect';
}

export interface CatalogConfig {
  readonly followS: number;
  readonly diff: ScheduleSpec;
  readonly full: ScheduleSpec;
}

export interface ArtworkConfig {
  readonly poster: 'fit' | 'crop' | 'original';
  readonly cacheMb: number;
}

export interface LogConfig {
  readonly level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly format: 'json' | 'pretty';
  readonly paths: 'full' | 'hidden';
}
