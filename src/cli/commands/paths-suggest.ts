import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Config } from '../../config/config.ts';
import type { KnownFile, PlexPathSource } from '../../paths/suggest/known-file.ts';
import { suggestFromRoots } from '../../paths/suggest/suggest-from-roots.ts';
import { suggestRules } from '../../paths/suggest/suggest-rules.ts';
import type { Suggestion } from '../../paths/suggest/suggestion.ts';
import { toPlainRules } from '../../paths/suggest/to-plain-rules.ts';
import { streamSizedFiles } from '../../store/stream-sized-files.ts';
import { type CommandContext, getConfig } from '../command-context.ts';
import { describeSuggestion } from '../describe-suggestion.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { readDatabase } from '../read-database.ts';
import { readPlexFiles } from '../read-plex-files.ts';
import { writePathRules } from '../write-path-rules.ts';

interface SuggestOptions {
  readonly plexFiles?: string;
  readonly roots?: string;
  readonly write?: string | true;
  readonly replace?: boolean;
  readonly json?: boolean;
}

/** Opens Plex Media Server as a source of paths; undefined when `PLEX_URL` or `PLEX_TOKEN` is not set. */
export type OpenPlexPaths = (config: Config, signal: AbortSignal) => PlexPathSource | undefined;

/** `paths suggest`. */
export function addPathsSuggestCommand(
  paths: Command,
  context: CommandContext,
  openPlex: OpenPlexPaths = () => undefined,
): void {
  paths
    .command('suggest')
    .description(
      'Propose path rules from what Stash and Plex know; exit code 1 if there is nothing to propose.',
    )
    .option('--plex-files <file>', 'text file with one full Plex path per line, a tab and the size if known')
    .option('--roots <folders>', 'library folders as Plex names them, separated by ;')
    .option('--write [file]', 'write the rules into this YAML file, or into the one named by CONFIG_FILE')
    .option('--replace', 'with --write: replace other rules that are there')
    .option('--json', 'print the result as JSON')
    .action((options: SuggestOptions) => suggest(options, context, openPlex));
}

async function suggest(
  options: SuggestOptions,
  context: CommandContext,
  openPlex: OpenPlexPaths,
): Promise<void> {
  const target = findTarget(options, context);
  const config = getConfig(withoutMissingFile(context, target), { needsStash: false });
  const suggestion = await find(options, config, context, openPlex);
  const text = options.json ? JSON.stringify(suggestion, null, 2) : describeSuggestion(suggestion);
  context.terminal.print(text);
  if (suggestion.kind === 'NOTHING') context.exitWith(EXIT.FINDING);
  if (target === undefined || suggestion.kind !== 'RULES') return;
  write(suggestion, target, options.replace ?? false, context);
}

function findTarget({ write: target }: SuggestOptions, { env }: CommandContext): string | undefined {
  if (target !== true) return target;
  const file = env['CONFIG_FILE'];
  if (file !== undefined && file !== '') return file;
  const message = 'expected --write <file>, or CONFIG_FILE, but got: neither';
  throw new CommandFailure(EXIT.CONFIGURATION, message);
}

/** A configuration file that is yet to be written cannot be read. */
function withoutMissingFile(context: CommandContext, target: string | undefined): CommandContext {
  const isMissing = target !== undefined && target === context.env['CONFIG_FILE'] && !existsSync(target);
  return isMissing ? { ...context, env: { ...context.env, CONFIG_FILE: '' } } : context;
}

async function find(
  options: SuggestOptions,
  config: Config,
  { signal, terminal }: CommandContext,
  openPlex: OpenPlexPaths,
): Promise<Suggestion> {
  const plex = findPlexFiles(options, config, signal, openPlex);
  const files = plex === undefined ? undefined : await collect(plex, signal);
  const roots = options.roots?.split(';').flatMap((root) => root.trim() || []) ?? config.plex.libraryRoots;
  if (files === undefined && roots.length === 0)
    throw new CommandFailure(
      EXIT.CONFIGURATION,
      'expected what Plex knows: --plex-files, --roots, or PLEX_URL and PLEX_TOKEN, but got: none of them',
    );
  return readDatabase(config.dataDir, (database) => {
    const stash = [...streamSizedFiles(database)];
    terminal.progress(stash.length, stash.length, 'files of Stash');
    return files === undefined ? suggestFromRoots(roots, stash) : suggestRules(files, stash);
  });
}

function findPlexFiles(
  { plexFiles, roots }: SuggestOptions,
  config: Config,
  signal: AbortSignal,
  openPlex: OpenPlexPaths,
): AsyncIterable<KnownFile> | undefined {
  if (plexFiles !== undefined) return readPlexFiles(plexFiles);
  return roots === undefined ? openPlex(config, signal)?.listPlexPaths() : undefined;
}

async function collect(files: AsyncIterable<KnownFile>, signal: AbortSignal): Promise<KnownFile[]> {
  const collected: KnownFile[] = [];
  for await (const file of files) {
    signal.throwIfAborted();
    collected.push(file);
  }
  return collected;
}

function write(
  suggestion: Suggestion,
  file: string,
  replace: boolean,
  { env, terminal }: CommandContext,
): void {
  const rules = toPlainRules(suggestion.rules.map(({ rule }) => rule));
  const written = writePathRules(file, rules, { replace });
  if (written.kind === 'UNCHANGED') {
    terminal.remark(`${file} holds these rules already.`);
    return;
  }
  const kept = written.backup === undefined ? '' : ` The old file is ${written.backup}.`;
  terminal.remark(`${written.diff}\nWritten to ${file}.${kept}`);
  if ((env['PATH_RULES'] ?? '') !== '')
    terminal.remark('PATH_RULES is set and goes before the file: unset it, or these rules do nothing.');
}
