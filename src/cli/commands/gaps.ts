import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Config } from '../../config/config.ts';
import { toNextStep } from '../../gaps/gap-advice.ts';
import { GAP_KINDS, GAP_REASONS, type Gap } from '../../gaps/gap.ts';
import { DEFAULT_GAP_ORDER, GAP_STATES, type GapFilter } from '../../gaps/gap-query.ts';
import type { Sweep } from '../../gaps/sweep.ts';
import { createGapStore } from '../../store/create-gap-store.ts';
import { type AdminClient, createAdminClient } from '../admin-client.ts';
import { type CommandContext, getConfig } from '../command-context.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { readDatabase } from '../read-database.ts';
import { toTable } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { useEngine } from '../use-engine.ts';
import { tokensOption } from '../tokens-option.ts';

interface ListOptions {
  readonly kind?: (typeof GAP_KINDS)[number][];
  readonly state?: (typeof GAP_STATES)[number][];
  readonly reason?: (typeof GAP_REASONS)[number][];
  readonly path?: string;
  readonly studio?: string;
  readonly first: number;
  readonly json?: boolean;
}

/** `gaps list` and `gaps sweep`. */
export function addGapsCommands(program: Command, context: CommandContext): void {
  const gaps = program.command('gaps').description('Where the libraries of Plex and Stash disagree.');
  gaps
    .command('list')
    .description('List gaps, those last seen first; exit code 1 if there are any.')
    .addOption(tokensOption('--kind <kinds>', 'only of these kinds', GAP_KINDS))
    .addOption(tokensOption('--state <states>', 'in these states (default: OPEN)', GAP_STATES))
    .addOption(tokensOption('--reason <reasons>', 'for these reasons', GAP_REASONS))
    .option('--path <text>', 'whose path holds this text')
    .option('--studio <name>', 'whose scene is of this studio')
    .option('--first <count>', 'how many at the most', (text) => Number.parseInt(text, 10), 100)
    .option('--json', 'print the result as JSON')
    .action((options: ListOptions) => list(options, context));
  gaps
    .command('sweep')
    .description('Compare both libraries now; exit code 1 if the comparison could not be completed.')
    .option('--json', 'print the result as JSON')
    .action((options: { json?: boolean }) => sweep(options, context));
}

async function list(options: ListOptions, context: CommandContext): Promise<void> {
  const { dataDir } = getConfig(context, { needsStash: false });
  if (!(options.first >= 1)) throw new CommandFailure(EXIT.CONFIGURATION, 'expected --first to be 1 or more');
  const { found, counts } = await readDatabase(dataDir, (database) => {
    const store = createGapStore(database);
    const filter = toFilter(options);
    const request = { filter, order: DEFAULT_GAP_ORDER, limit: options.first };
    return { found: store.listGaps(request).map(({ gap }) => gap), counts: store.countGaps(filter) };
  });
  context.terminal.print(options.json ? toJson(found, counts.total) : toList(found, counts.total));
  if (counts.total > 0) context.exitWith(EXIT.FINDING);
}

function toFilter({ kind, state, reason, path, studio }: ListOptions): GapFilter {
  return {
    ...(kind && { kinds: kind }),
    ...(state && { states: state }),
    ...(reason && { reasons: reason }),
    ...(path !== undefined && { pathContains: path }),
    ...(studio !== undefined && { studio }),
  };
}

function toJson(found: readonly Gap[], total: number): string {
  const gaps = found.map((gap) => ({ ...gap, nextStep: toNextStep(gap.reason) }));
  return JSON.stringify({ total, gaps }, null, 2);
}

function toList(found: readonly Gap[], total: number): string {
  if (total === 0) return 'There are no such gaps.';
  const rows = found.map(({ id, kind, reason, plexPath, stashPath, sceneId }) => [
    id,
    kind,
    reason,
    plexPath ?? stashPath ?? `scene ${sceneId ?? '?'}`,
  ]);
  const steps = [...new Set(found.map(({ reason }) => reason))].map(
    (reason) => `  ${reason}: ${toNextStep(reason)}`,
  );
  const shown = found.length < total ? `${found.length} of ${total} gaps` : `${total} gaps`;
  return [toTable(['id', 'kind', 'reason', 'file'], rows), '', shown, 'What to do:', ...steps].join('\n');
}

async function sweep({ json }: { json?: boolean }, context: CommandContext): Promise<void> {
  const config = getConfig(context, { needsStash: true });
  if (config.plex.url === undefined) {
    throw new CommandFailure(
      EXIT.CONFIGURATION,
      'PLEX_URL: expected the address of Plex Media Server, but got nothing',
    );
  }
  const admin = createAdminClient(config.admin);
  const ended = (await admin.isRunning())
    ? await sweepThroughService(admin, context)
    : await sweepAlone(config, context);
  context.terminal.print(json ? JSON.stringify(ended, null, 2) : describeSweep(ended));
  if (ended.state !== 'COMPLETE') context.exitWith(EXIT.FINDING);
}

/** A sweep as the API tells it. */
interface SweepReport {
  readonly state: string;
  readonly phase: string | null;
  readonly incompleteReason: string | null;
  readonly plexItems: number;
  readonly plexItemsExpected: number | null;
  readonly stashFiles: number;
  readonly opened: number;
  readonly closed: number;
  readonly unchanged: number;
}

const SWEEP_FIELDS =
  'id state phase incompleteReason plexItems plexItemsExpected stashFiles opened closed unchanged';
const LOOK_EVERY_MS = 500;

async function sweepThroughService(
  admin: AdminClient,
  { terminal, signal }: CommandContext,
): Promise<SweepReport> {
  const { startSweep } = await admin.ask<{ startSweep: { id: string } }>('mutation { startSweep { id } }');
  const cancel = (): void => void admin.ask('mutation { cancelSweep { id } }').catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  for (;;) {
    await delay(LOOK_EVERY_MS);
    const { sweeps } = await admin.ask<{ sweeps: { nodes: readonly (SweepReport & { id: string })[] } }>(
      `{ sweeps(first: 10) { nodes { ${SWEEP_FIELDS} } } }`,
    );
    const report = sweeps.nodes.find(({ id }) => id === startSweep.id);
    if (report && report.state !== 'RUNNING') return report;
    if (report) showProgress(report, terminal);
  }
}

async function sweepAlone(config: Config, { terminal, signal }: CommandContext): Promise<SweepReport> {
  return useEngine(config, async ({ gaps }) => {
    signal.addEventListener('abort', () => void gaps.cancelSweep(), { once: true });
    gaps.startSweep('REQUEST');
    const ended = gaps.sweepEnded();
    const isOver = ended.then(() => true);
    while (!(await Promise.race([isOver, delay(LOOK_EVERY_MS).then(() => false)]))) {
      const running = gaps.running();
      if (running) showProgress(toReport(running), terminal);
    }
    const last = await ended;
    if (!last) throw new CommandFailure(EXIT.FINDING, 'The comparison ended without a word; see the log.');
    return toReport(last);
  });
}

function toReport({ status, counts }: Sweep): SweepReport {
  return {
    ...counts,
    plexItemsExpected: counts.plexItemsExpected ?? null,
    state: status.state,
    phase: status.state === 'RUNNING' ? status.phase : null,
    incompleteReason: status.state === 'INCOMPLETE' ? status.cause.detail : null,
  };
}

function showProgress({ phase, plexItems, plexItemsExpected }: SweepReport, terminal: Terminal): void {
  const what = phase === 'READING_PLEX' ? 'reading Plex' : (phase ?? '').toLowerCase().replace('_', ' ');
  terminal.progress(plexItems, plexItemsExpected ?? undefined, what);
}

function describeSweep(report: SweepReport): string {
  const { state, incompleteReason, plexItems, stashFiles, opened, closed, unchanged } = report;
  const why = incompleteReason === null ? '' : `: ${incompleteReason} No gap changed.`;
  return [
    `${state}${why}`,
    `${plexItems} items of Plex and ${stashFiles} files of Stash compared; ${opened} gaps opened, ${closed} closed, ${unchanged} unchanged.`,
    'See them with: stash2plex gaps list',
  ].join('\n');
}
