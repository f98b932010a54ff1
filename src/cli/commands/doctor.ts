import type { Command } from 'commander';
import { loadConfig } from '../../config/load-config.ts';
import type { Config } from '../../config/config.ts';
import type { DoctorReport } from '../../doctor/create-doctor.ts';
import type { CheckResult } from '../../doctor/run-checks.ts';
import { type Verdict, toVerdict } from '../../doctor/verdict.ts';
import { systemClock } from '../../lib/clock.ts';
import { createLogger } from '../../observe/logger.ts';
import { createMetrics } from '../../observe/metrics.ts';
import type { Problem } from '../../observe/problem.ts';
import { composeCommandDoctor } from '../../wiring/compose-command-doctor.ts';
import type { Surroundings } from '../../wiring/surroundings.ts';
import { createAdminClient } from '../admin-client.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

const EXIT_CODES: Readonly<Record<Verdict, ExitCode>> = {
  FINE: EXIT.OK,
  WARNINGS: EXIT.OK,
  ERRORS: EXIT.FINDING,
  UNREACHABLE: EXIT.UNREACHABLE,
  CONFIGURATION: EXIT.CONFIGURATION,
};

const HELP = `
Exit code: 0 when nothing is wrong or there are only warnings; 78 when a setting or a path rule has to be
corrected; 69 when Stash or Plex cannot be reached; 1 for any other error. docs/problems.md explains every id.`;

/** `doctor`: checks everything between "installed" and "metadata in Plex". */
export function addDoctorCommand(program: Command, context: CommandContext): void {
  program
    .command('doctor')
    .description('Check settings, data folder, Stash, catalog, path rules and Plex, and say what to do.')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', HELP)
    .action((options: { readonly json?: boolean }) => examine(options, context));
}

async function examine(
  { json = false }: { readonly json?: boolean },
  context: CommandContext,
): Promise<void> {
  const { env, terminal, signal } = context;
  const loaded = loadConfig(env, terminal.isTerminal, false);
  const config = loaded.ok ? loaded.config : loaded.usable;
  const settingProblems = loaded.ok ? [] : loaded.problems;
  const admin = createAdminClient(config.admin);
  const situation = { config, settingProblems, isServiceRunning: () => admin.isRunning() };
  const report = await composeCommandDoctor(situation, toSurroundings(config)).run(signal);
  const verdict = toVerdict(report.problems);
  terminal.print(json ? toJson(report, verdict) : describeReport(report, verdict));
  context.exitWith(EXIT_CODES[verdict]);
}

/** What the parts would log is in the findings. */
function toSurroundings({ log }: Config): Surroundings {
  const logger = createLogger({ ...log, level: 'silent' });
  return { clock: systemClock, logger, metrics: createMetrics() };
}

function toJson({ startedAt, tookMs, problems, results }: DoctorReport, verdict: Verdict): string {
  const checks = results.map(({ check, group, outcome, since, problems: own }) => ({
    check,
    group,
    outcome,
    since,
    problems: own.map(({ id }) => id),
  }));
  const exitCode = EXIT_CODES[verdict];
  const began = new Date(startedAt).toISOString();
  return JSON.stringify({ verdict, exitCode, startedAt: began, tookMs, problems, checks }, null, 2);
}

function describeReport({ results, problems }: DoctorReport, verdict: Verdict): string {
  const groups = Map.groupBy(results, ({ group }) => group);
  const lines = [...groups].flatMap(([group, own]) => describeGroup(group, own));
  return [...lines, '', toSentence(verdict, problems)].join('\n');
}

function describeGroup(group: string, results: readonly CheckResult[]): string[] {
  const problems = results.flatMap((result) => result.problems);
  const unlooked = results.filter(({ outcome }) => outcome === 'NOT_LOOKED');
  const reasons = [...new Set(unlooked.map(({ since }) => since))].join('; ');
  if (unlooked.length === results.length) return [`${group}: not looked at, since ${reasons}`];
  const state = problems.length === 0 ? ' ok' : '';
  const partly = unlooked.length > 0 ? [`  (${listNames(unlooked)} not looked at, since ${reasons})`] : [];
  return [`${group}:${state}`, ...problems.flatMap(describeProblem), ...partly];
}

function listNames(results: readonly CheckResult[]): string {
  return results.map(({ check }) => check).join(', ');
}

function describeProblem({ id, severity, summary, nextStep }: Problem): string[] {
  return [`  ${severity.padEnd(7)}  ${id}`, `    ${summary}`, `    → ${nextStep}`];
}

function toSentence(verdict: Verdict, problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'ERROR').length;
  const counts = [count(errors, 'error'), count(problems.length - errors, 'warning')].filter(
    (text) => text !== '',
  );
  switch (verdict) {
    case 'FINE':
      return 'All is well.';
    case 'WARNINGS':
      return `Nothing is broken; ${counts.join('')} above.`;
    case 'CONFIGURATION':
      return `${counts.join(' and ')}: correct the settings first, then run doctor again.`;
    case 'UNREACHABLE':
      return `${counts.join(' and ')}: make the connection work first, then run doctor again.`;
    case 'ERRORS':
      return `${counts.join(' and ')}: begin with the first error.`;
  }
}

function count(number: number, noun: string): string {
  if (number === 0) return '';
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
