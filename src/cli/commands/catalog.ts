import type { Command } from 'commander';
import type { CatalogEvent } from '../../catalog/catalog-state.ts';
import { type CommandContext, getConfig } from '../command-context.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
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

async function refresh({ full, json }: RefreshOptions, context: CommandContext): Promise<void> {
  const config = getConfig(context, { needsStash: true });
  const { terminal, signal } = context;
  const onEvent = (event: CatalogEvent): void => {
    if (event.kind === 'PULL_PROGRESS') terminal.progress(event.seen, event.total, 'scenes');
  };
  const result = await useEngine(
    config,
    async ({ stash, catalog }) => {
      const state = await stash.connection.probe();
      if (state.kind !== 'CONNECTED') throw new CommandFailure(EXIT.UNREACHABLE, state.cause.detail);
      signal.addEventListener('abort', () => void catalog.stop(), { once: true });
      return catalog.refresh(full ? 'FULL' : 'DIFF');
    },
    onEvent,
  );
  if (result.kind === 'STOPPED')
    throw new CommandFailure(EXIT.FINDING, 'Stopped; the next refresh goes on from here.');
  const { scenes, added, changed, removed, held, tookMs } = result.summary;
  const line = `${scenes} scenes: ${added} added, ${changed} changed, ${removed} removed, ${held} held back, in ${Math.round(tookMs / 100) / 10} s`;
  terminal.print(json ? JSON.stringify(result.summary, null, 2) : line);
}
