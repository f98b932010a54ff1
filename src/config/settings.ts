import { defaultFieldSettings } from '../metadata/field-settings.ts';
import type { PathRule } from '../paths/path-rule.ts';
import { fieldSettings } from './parse-field-settings.ts';
import { pathRules } from './parse-path-rules-setting.ts';
import { providerId } from './parse-provider-id.ts';
import { type ScheduleSpec, schedule } from './parse-schedule.ts';
import { optional, setting } from './setting.ts';
import {
  httpUrl,
  oneOf,
  pathSecret,
  headerSecret,
  structured,
  text,
  textList,
  whole,
} from './value-parsers.ts';

const NO_PATH_RULES: readonly PathRule[] = [];
const HOURLY: ScheduleSpec = { kind: 'EVERY', intervalMs: 3_600_000, name: 'hourly' };
const DAILY: ScheduleSpec = { kind: 'EVERY', intervalMs: 86_400_000, name: 'daily' };

/** Every setting there is, in the order in which the README lists them. */
export const SETTINGS = {
  stashUrl: optional('STASH_URL', httpUrl, {
    meaning: 'Where Stash answers, e.g. `http://stash:9999`',
    shownDefault: 'required',
  }),
  stashApiKey: optional('STASH_API_KEY', headerSecret, {
    meaning: 'API key of Stash; only if Stash has a user and password, since an open Stash refuses any key',
    isSecret: true,
  }),
  stashTimeoutMs: setting('STASH_TIMEOUT_MS', whole(100, 80_000), 10_000, {
    meaning: 'How long one request to Stash may take, in milliseconds',
  }),
  stashConcurrency: setting('STASH_CONCURRENCY', whole(1, 64), 8, {
    meaning: 'How many requests to Stash may be in flight for a scan',
  }),
  stashRatePerS: optional('STASH_RATE_PER_S', whole(1, 1000), {
    meaning: 'Requests a second to Stash at the most',
    shownDefault: 'unlimited for scans, 10 for background work',
  }),
  plexUrl: optional('PLEX_URL', httpUrl, {
    meaning: 'Where Plex Media Server answers, e.g. `http://plex:32400`; enables comparing both libraries',
  }),
  plexToken: optional('PLEX_TOKEN', headerSecret, {
    meaning: 'Token of the Plex account that owns the server',
    isSecret: true,
  }),
  plexLibraries: setting('PLEX_LIBRARIES', textList, [], {
    meaning: 'Titles or keys of the Plex libraries to compare, separated by `;`',
    shownDefault: 'movie libraries that use this provider',
  }),
  plexLibraryRoots: setting('PLEX_LIBRARY_ROOTS', textList, [], {
    meaning:
      'The library folders as Plex names them, separated by `;`: Plex sends file names relative to them',
    shownDefault: 'asked from Plex if PLEX_URL is set',
  }),
  pathRules: setting('PATH_RULES', pathRules, NO_PATH_RULES, {
    meaning: 'Ordered rules between Plex paths and Stash paths (see Path rules)',
    shownDefault: 'none: both see the same paths',
  }),
  publicUrl: optional('PUBLIC_URL', httpUrl, {
    meaning: 'Address under which Plex reaches this service for pictures',
    shownDefault: 'taken from the request',
  }),
  providerId: setting('PROVIDER_ID', providerId, 'tv.plex.agents.custom.stash2plex', {
    meaning: 'Identifier toward Plex. Changing it orphans every match made so far',
  }),
  providerTitle: setting('PROVIDER_TITLE', text, 'Stash2Plex', { meaning: 'Name shown in Plex' }),
  providerSecret: optional('PROVIDER_SECRET', pathSecret, {
    meaning: 'Puts every provider route under `/<secret>`, which is then part of the address entered in Plex',
    isSecret: true,
  }),
  host: setting('HOST', text, '0.0.0.0', { meaning: 'Address the provider listens on' }),
  port: setting('PORT', whole(0, 65_535), 8080, { meaning: 'Port the provider listens on' }),
  adminHost: setting('ADMIN_HOST', text, '127.0.0.1', { meaning: 'Address the admin listener uses' }),
  adminPort: setting('ADMIN_PORT', whole(0, 65_535), 8081, { meaning: 'Port of the admin listener' }),
  adminToken: optional('ADMIN_TOKEN', headerSecret, {
    meaning: 'Bearer token that guards the admin listener',
    isSecret: true,
  }),
  matchPolicy: setting('MATCH_POLICY', oneOf('path', 'filename', 'loose'), 'filename', {
    meaning:
      'What counts as certain: `path` (folder and file), `filename` (also a distinctive file name), `loose`',
  }),
  adultResults: setting('ADULT_RESULTS', oneOf('always', 'respect'), 'always', {
    meaning: '`respect` answers only requests that say `includeAdult: 1`',
  }),
  contentRating: setting('CONTENT_RATING', text, 'XXX', { meaning: 'Content rating of every item' }),
  fields: setting('FIELDS', structured(fieldSettings), defaultFieldSettings, {
    meaning: 'Which fields are filled, as YAML or JSON, e.g. `{tags: false, maxTags: 20}`',
    shownDefault: 'all but `collections` and `tagline`',
  }),
  dateFallback: setting('DATE_FALLBACK', oneOf('created', 'file'), 'created', {
    meaning: 'Date of a scene without one: `created` in Stash, or `file` written',
  }),
  poster: setting('POSTER', oneOf('fit', 'crop', 'original'), 'fit', {
    meaning: 'How the 16:9 cover becomes a poster: whole picture on a blurred fill, cropped, or as it is',
  }),
  posterCacheMb: setting('POSTER_CACHE_MB', whole(1, 100_000), 512, {
    meaning: 'Room for produced posters in the data folder, in megabytes',
  }),
  catalogFollowS: setting('CATALOG_FOLLOW_S', whole(5, 86_400), 30, {
    meaning: 'Seconds between two looks at what changed in Stash',
  }),
  catalogDiff: setting('CATALOG_DIFF', schedule, HOURLY, {
    meaning: 'How often every scene is compared: `hourly`, `daily`, `weekly`, `manual` or a cron expression',
    shownDefault: 'hourly',
  }),
  catalogFull: setting('CATALOG_FULL', schedule, DAILY, {
    meaning: 'How often every scene is read whole: as above',
    shownDefault: 'daily',
  }),
  gapSchedule: setting('GAP_SCHEDULE', schedule, DAILY, {
    meaning:
      'How often both libraries are compared: `hourly`, `daily`, `weekly`, `manual` or a cron expression',
    shownDefault: 'daily',
  }),
  requestBudgetMs: setting('REQUEST_BUDGET_MS', whole(1000, 85_000), 80_000, {
    meaning: 'Every request of Plex is answered within this; Plex gives up at 90 s',
  }),
  dataDir: setting('DATA_DIR', text, './data', {
    meaning: 'Folder of the database',
    shownDefault: './data (/data in the image)',
  }),
  logLevel: setting(
    'LOG_LEVEL',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    { meaning: 'How much is logged' },
  ),
  logFormat: optional('LOG_FORMAT', oneOf('json', 'pretty'), {
    meaning: '`json` or `pretty`',
    shownDefault: 'json; pretty on a terminal',
  }),
  logPaths: setting('LOG_PATHS', oneOf('full', 'hidden'), 'full', {
    meaning: '`hidden` replaces file paths in the log by stable short hashes, for logs that are shared',
  }),
} as const;

export type SettingKey = keyof typeof SETTINGS;
