import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import type { CatalogEvent } from '../../catalog/catalog-state.ts';
import type { Config } from '../../config/config.ts';
import { type AdminClient, createAdminClient } from '../admin-client.ts';
import { type CommandContext, getConfig } from '../command-context.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import { useEngine } from '../use-engine.ts';

interface RefreshOptions {
  readonly full?: boolean;
  readonly json?: boolean;
}

/** `catalog refresh`. */
export function addCatalogCommands(program: Command, context: CommandContext): void {
  const catalog = program.command('catalog').description('The local mirror of Stash.');
  catalog
    .command('refresh')
    .description('Compare every scene with Stash and read what changed.')
    .option('--full', 'read every scene whole')
    .option('--json', 'print the result as JSON')
    .action((options: RefreshOptions) => refresh(options, context));
}

async function refresh({ full = false, json }: RefreshOptions, context: CommandContext): Promise<void> {
  const config = getConfig(context, { needsStash: true });
  const admin = createAdminClient(config.admin);
  const mode = full ? 'FULL' : 'DIFF';
  const scenes = (await admin.isRunning())
    ? await refreshThroughService(admin, mode, context)
    : await refreshAlone(config, mode, context);
  context.terminal.print(
    json ? JSON.stringify({ scenes }) : `The catalog is up to date with ${scenes} scenes.`,
  );
}

interface CatalogAnswer {
  readonly catalog: {
    readonly scenes: number;
    readonly pulledScenes: number | null;
    readonly expectedScenes: number | null;
  };
}

const LOOK_EVERY_MS = 500;

/** A running service does it itself; here its progress is shown. */
async function refreshThroughService(
  admin: AdminClient,
  mode: string,
  { terminal, signal }: CommandContext,
): Promise<number> {
  await admin.ask('mutation Refresh($mode: RefreshMode) { refreshCatalog(mode: $mode) { state } }', { mode });
  for (;;) {
    await delay(LOOK_EVERY_MS, undefined, { signal });
    const { catalog } = await admin.ask<CatalogAnswer>('{ catalog { scenes pulledScenes expectedScenes } }');
    if (catalog.pulledScenes === null) return catalog.scenes;
    terminal.progress(catalog.pulledScenes, catalog.expectedScenes ?? undefined, 'scenes');
  }
}

async function refreshAlone(config: Config, mode: 'FULL' | 'DIFF', context: CommandContext): Promise<number> {
  const { terminal, signal } = context;
  return useEngine(
    config,
    async ({ stash, catalog }) => {
      const state = await stash.connection.probe();
      if (state.kind !== 'CONNECTED') throw new CommandFailure(EXIT.UNREACHABLE, state.cause.detail);
      signal.addEventListener('abort', () => void catalog.stop(), { once: true });
      const result = await catalog.refresh(mode);
      if (result.kind === 'COMPLETED') return result.summary.scenes;
      throw new CommandFailure(EXIT.FINDING, 'Stopped; the next refresh goes on from here.');
    },
    showProgress(terminal),
  );
}

function showProgress(terminal: Terminal): (event: CatalogEvent) => void {
  return (event) => {
    if (event.kind === 'PULL_PROGRESS') terminal.progress(event.seen, event.total, 'scenes');
  };
}
