import type { Command } from 'commander';
import type { RoundTripReport } from '../../paths/round-trip-tally.ts';
import { type PathTrace, type StepOutcome, tracePath } from '../../paths/trace-path.ts';
import { openPlexPaths } from '../../wiring/open-plex-paths.ts';
import { checkRules } from '../../wiring/rule-check.ts';
import { type CommandContext, getConfig } from '../command-context.ts';
import { EXIT } from '../exit-code.ts';
import { readDatabase } from '../read-database.ts';
import { toTable } from '../table.ts';
import { addPathsSuggestCommand } from './paths-suggest.ts';

interface JsonOption {
  readonly json?: boolean;
}

/** `paths test`, `paths check` and `paths suggest`. */
export function addPathsCommands(program: Command, context: CommandContext): void {
  const paths = program.command('paths').description('Try the path rules.');
  paths
    .command('test')
    .argument('<path>', 'a full file path of Plex or of Stash')
    .description('Show what every rule makes of a path, in both directions, and whether it comes back.')
    .option('--json', 'print the result as JSON')
    .action((path: string, options: JsonOption) => test(path, options, context));
  paths
    .command('check')
    .description('Take every path of the catalog to Plex and back; exit code 1 if any is lost.')
    .option('--json', 'print the result as JSON')
    .action((options: JsonOption) => check(options, context));
  addPathsSuggestCommand(paths, context, openPlexPaths);
}

function test(path: string, { json }: JsonOption, context: CommandContext): void {
  const { pathRules } = getConfig(context, { needsStash: false });
  const traces = [tracePath(pathRules, path, 'TO_STASH'), tracePath(pathRules, path, 'TO_PLEX')];
  context.terminal.print(json ? JSON.stringify(traces, null, 2) : traces.map(describeTrace).join('\n\n'));
  if (traces.every(({ result }) => result.kind === 'UNMAPPED')) context.exitWith(EXIT.FINDING);
}

function describeTrace({ direction, path, steps, result, roundTrip }: PathTrace): string {
  const [from, to] = direction === 'TO_STASH' ? ['Plex', 'Stash'] : ['Stash', 'Plex'];
  const end =
    result.kind === 'MAPPED' ? `${to}: ${result.path}   (rule "${result.rule}")` : `${to}: no rule covers it`;
  const rows = steps.map(({ rule, outcome }) => [`  ${rule}`, describeStep(outcome)]);
  const table =
    rows.length > 0
      ? [toTable(['  rule', 'what it made of it'], rows)]
      : ['  There are no rules: both sides see the same paths.'];
  return [
    `Taken as a path of ${from}: ${path}`,
    ...table,
    `  ${end}`,
    `  back: ${describeBack(roundTrip)}`,
  ].join('\n');
}

function describeStep(outcome: StepOutcome): string {
  if (outcome.kind !== 'PRODUCED') return outcome.why;
  return outcome.wins ? outcome.path : `${outcome.path} (an earlier rule had won)`;
}

function describeBack(roundTrip: PathTrace['roundTrip']): string {
  switch (roundTrip.kind) {
    case 'SURVIVED':
      return `${roundTrip.path} — the same file`;
    case 'CHANGED':
      return `${roundTrip.path} by "${roundTrip.rule}" — NOT the same file`;
    case 'LOST':
      return 'no rule leads back — the way there cannot be checked';
    case 'NOT_EXPECTED':
      return `rule "${roundTrip.rule}" has no way back, and says so`;
    case 'NOT_TRIED':
      return 'not tried';
  }
}

async function check({ json }: JsonOption, context: CommandContext): Promise<void> {
  const { dataDir, pathRules } = getConfig(context, { needsStash: false });
  const { terminal, signal } = context;
  const onProgress = (paths: number): void => terminal.progress(paths, undefined, 'paths');
  const report = await readDatabase(dataDir, (database) =>
    checkRules(pathRules, database, signal, onProgress),
  );
  terminal.print(json ? JSON.stringify(report, null, 2) : describeReport(report));
  if (report.failed > 0 || report.uncovered > 0 || report.shadowed.length > 0) context.exitWith(EXIT.FINDING);
}

function describeReport(report: RoundTripReport): string {
  const rows = report.rules.map(({ rule, hits, returns }) => [rule, String(hits), String(returns)]);
  const failed = report.failedExamples.map(
    ({ stash, plex, back }) =>
      `  ${stash} → ${plex} → ${back ? `${back.path} (by "${back.rule}")` : 'nowhere'}`,
  );
  return [
    `${report.total} paths of Stash: ${report.survived} come back, ${report.failed} do not, ${report.uncovered} are covered by no rule, ${report.oneWay} by a rule without a way to Plex.`,
    ...(rows.length > 0 ? ['', toTable(['rule', 'paths to Plex', 'paths back'], rows)] : []),
    ...listed('Do not come back:', failed),
    ...listed(
      'Covered by no rule, by folder:',
      report.uncoveredFolders.map(({ folder, count }) => `  ${count}  ${folder}`),
    ),
    ...listed(
      'Hidden by an earlier rule:',
      report.shadowed.map(({ rule, by }) => `  "${rule}" by "${by}"`),
    ),
    ...listed(
      'Reached by no path:',
      report.idle.map((rule) => `  "${rule}"`),
    ),
  ].join('\n');
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', heading, ...lines] : [];
}
