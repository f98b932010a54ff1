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
  const app = await start(config);
  context.terminal.remark(toStartText(config, readProgramVersion(), app.ports));
  const isDamaged = await untilEnd(app, context.signal);
  setTimeout(() => process.exit(EXIT.FINDING), LONGEST_STOP_MS).unref();
  await app.stop();
  if (isDamaged) throw new CommandFailure(EXIT.FINDING, DAMAGED);
}

const DAMAGED =
  'The database was damaged. It was set aside, and what could be read of it was kept: start again to fill the new one from Stash, and check the disk.';

/** Waits until the service is told to stop (false) or cannot go on (true): nothing but a new start heals the database. */
async function untilEnd({ damaged }: App, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return false;
  return Promise.race([once(signal, 'abort').then(() => false), damaged.then(() => true)]);
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
