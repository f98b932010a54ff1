import { once } from 'node:events';
import type { Command } from 'commander';
import { type App, startApp } from '../../app.ts';
import type { Config } from '../../config/config.ts';
import { ListenError } from '../../http/listener.ts';
import { readProgramVersion } from '../../lib/program-version.ts';
import { checkSamples, describeSampleFailure } from '../../paths/round-trip.ts';
import { type CommandContext, getConfig } from '../command-context.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { asConfigurationFailure } from '../read-database.ts';
import { toStartText } from '../start-text.ts';

/** Stopping takes a few seconds at the most; after this the process ends whatever hangs. */
const LONGEST_STOP_MS = 10_000;

/** `serve`: runs the service until it is told to stop. */
export function addServeCommand(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('Run the service: the provider for Plex and the admin listener.')
    .action(() => serve(context));
}

async function serve(context: CommandContext): Promise<void> {
  const config = getConfig(context, { needsStash: true });
  refuseFailingSamples(config);
  let app = await start(config);
  context.terminal.remark(toStartText(config, readProgramVersion(), app.ports));
  if ((await findEnd(app, context.signal)) === 'DAMAGED') {
    // Stopping sets the database aside and begins a new one, which needs no check: this happens once.
    context.terminal.remark('The database is damaged: starting anew without it.');
    await app.stop();
    app = await start(config);
    context.terminal.remark(toStartText(config, readProgramVersion(), app.ports));
    await findEnd(app, context.signal);
  }
  setTimeout(() => process.exit(EXIT.FINDING), LONGEST_STOP_MS).unref();
  await app.stop();
}

/** What ends the service: it is told to stop, or its database turns out to be damaged. */
async function findEnd({ damaged }: App, signal: AbortSignal): Promise<'TOLD' | 'DAMAGED'> {
  const told = signal.aborted ? Promise.resolve() : once(signal, 'abort');
  return Promise.race([told.then(() => 'TOLD' as const), damaged.then(() => 'DAMAGED' as const)]);
}

/** A rule that does not do what its owner wrote down would match files to wrong scenes: better not to start. */
function refuseFailingSamples({ pathRules }: Config): void {
  const failures = checkSamples(pathRules);
  if (failures.length === 0) return;
  const lines = failures.map((failure) => `  ${describeSampleFailure(failure)}`);
  const message = [
    'The path rules do not do what their samples say:',
    ...lines,
    'Correct the rules and start again.',
  ];
  throw new CommandFailure(EXIT.CONFIGURATION, message.join('\n'));
}

async function start(config: Config): ReturnType<typeof startApp> {
  try {
    return await startApp(config);
  } catch (error) {
    if (error instanceof ListenError)
      throw new CommandFailure(EXIT.CONFIGURATION, error.message, { cause: error });
    throw asConfigurationFailure(error);
  }
}
