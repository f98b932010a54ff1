import type { Config } from './config.ts';
import type { ConfigProblem } from './config-problem.ts';
import { SETTINGS, type SettingKey } from './settings.ts';
import { type Setting, yamlKeyOf } from './setting.ts';
import { type Environment, type RawValue, findInEnvironment, readConfigFile } from './sources.ts';

export type LoadedConfig =
  | { readonly ok: true; readonly config: Config }
  | {
      readonly ok: false;
      readonly problems: readonly ConfigProblem[];
      /** The rest, with defaults in place of what is wrong: to look at, never to run with. */
      readonly usable: Config;
    };

type Values = { readonly [Key in SettingKey]: ValueOf<(typeof SETTINGS)[Key]> };
type ValueOf<S> = S extends Setting<infer Value> ? Value : never;

/**
 * Reads the configuration: the environment first, the YAML file named by `CONFIG_FILE` second, defaults last.
 * All problems are reported at once.
 *
 * @param isTerminal whether standard output is a terminal; decides the default log format.
 * @param needsStash whether a missing `STASH_URL` is a problem; some commands work without Stash.
 */
export function loadConfig(env: Environment, isTerminal: boolean, needsStash = true): LoadedConfig {
  const problems: ConfigProblem[] = [];
  const file = readFile(env, problems);
  const entries = Object.entries(SETTINGS).map(([key, setting]) => [
    key,
    readSetting(setting, env, file, problems),
  ]);
  const values = Object.fromEntries(entries) as Values;
  problems.push(...contradictions(values, problems, needsStash));
  const config = toConfig(values, isTerminal);
  return problems.length > 0 ? { ok: false, problems, usable: config } : { ok: true, config };
}

function readFile(env: Environment, problems: ConfigProblem[]): ReadonlyMap<string, unknown> {
  const path = env['CONFIG_FILE'];
  if (path === undefined || path === '') return new Map();
  const read = readConfigFile(path);
  if (!read.ok) {
    problems.push(read.problem);
    return new Map();
  }
  const known = new Set(Object.values(SETTINGS).map((setting) => yamlKeyOf(setting.name)));
  for (const key of read.values.keys()) {
    if (!known.has(key))
      problems.push({ setting: key, expected: 'a known setting in CONFIG_FILE', found: `"${key}"` });
  }
  return read.values;
}

function readSetting(
  setting: Setting<unknown>,
  env: Environment,
  file: ReadonlyMap<string, unknown>,
  problems: ConfigProblem[],
): unknown {
  const found = findInEnvironment(setting.name, env) ?? findInFile(setting.name, file);
  if (found === undefined) return setting.fallback;
  if ('expected' in found) {
    problems.push(found);
    return setting.fallback;
  }
  const result = setting.parse(found.raw);
  if (result.ok) return result.value;
  problems.push({ setting: found.from, expected: result.expected, found: shown(setting, found.raw) });
  return setting.fallback;
}

function findInFile(name: string, file: ReadonlyMap<string, unknown>): RawValue | undefined {
  const key = yamlKeyOf(name);
  const raw = file.get(key);
  return raw === undefined || raw === null ? undefined : { raw, from: key };
}

function shown(setting: Setting<unknown>, raw: unknown): string {
  if (setting.isSecret) return '[secret]';
  const value = JSON.stringify(raw);
  return value.length > 200 ? `${value.slice(0, 200)}…` : value;
}

/** What no single setting can see: a missing required one, and two listeners on one port. */
function contradictions(
  values: Values,
  found: readonly ConfigProblem[],
  needsStash: boolean,
): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const isReported = (name: string): boolean => found.some(({ setting }) => setting.startsWith(name));
  if (needsStash && values.stashUrl === undefined && !isReported('STASH_URL') && !isReported('stashUrl')) {
    problems.push({
      setting: 'STASH_URL',
      expected: 'the address of Stash, e.g. http://stash:9999',
      found: 'nothing',
    });
  }
  if (values.plexUrl !== undefined && values.plexToken === undefined && !isReported('PLEX_TOKEN')) {
    problems.push({ setting: 'PLEX_TOKEN', expected: 'a token, since PLEX_URL is set', found: 'nothing' });
  }
  if (values.port === values.adminPort && values.port !== 0) {
    problems.push({ setting: 'ADMIN_PORT', expected: 'another port than PORT', found: String(values.port) });
  }
  return problems;
}

function toConfig(values: Values, isTerminal: boolean): Config {
  return {
    dataDir: values.dataDir,
    stash: {
      url: values.stashUrl ?? '',
      apiKey: values.stashApiKey,
      timeoutMs: values.stashTimeoutMs,
      concurrency: values.stashConcurrency,
      ratePerS: values.stashRatePerS,
    },
    provider: {
      host: values.host,
      port: values.port,
      secret: values.providerSecret,
      id: values.providerId,
      title: values.providerTitle,
      publicUrl: values.publicUrl,
      requestBudgetMs: values.requestBudgetMs,
    },
    admin: { host: values.adminHost, port: values.adminPort, token: values.adminToken },
    plex: {
      url: values.plexUrl,
      token: values.plexToken,
      libraries: values.plexLibraries,
      libraryRoots: values.plexLibraryRoots,
    },
    pathRules: values.pathRules,
    metadata: {
      fields: values.fields,
      contentRating: values.contentRating,
      dateFallback: values.dateFallback,
    },
    matching: { policy: values.matchPolicy, adultResults: values.adultResults },
    catalog: { followS: values.catalogFollowS, diff: values.catalogDiff, full: values.catalogFull },
    gapSchedule: values.gapSchedule,
    artwork: { poster: values.poster, cacheMb: values.posterCacheMb },
    log: {
      level: values.logLevel,
      format: values.logFormat ?? (isTerminal ? 'pretty' : 'json'),
      paths: values.logPaths,
    },
  };
}
