import { Command, CommanderError } from 'commander';
import { PlexNotRead } from '../gaps/plex-library.ts';
import { readProgramVersion } from '../lib/program-version.ts';
import type { CommandContext } from './command-context.ts';
import { addCatalogCommands } from './commands/catalog.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addGapsCommands } from './commands/gaps.ts';
import { addMatchCommand } from './commands/match.ts';
import { addPathsCommands } from './commands/paths.ts';
import { addRegisterCommand } from './commands/register.ts';
import { addSchemaCommands } from './commands/schema.ts';
import { addServeCommand } from './commands/serve.ts';
import { readEnvironment } from './environment.ts';
import { CommandFailure, EXIT } from './exit-code.ts';
import { createTerminal } from './terminal.ts';

/** Every command, in the order in which `--help` lists them. */
const COMMANDS = [
  addServeCommand,
  addDoctorCommand,
  addMatchCommand,
  addPathsCommands,
  addGapsCommands,
  addRegisterCommand,
  addCatalogCommands,
  addSchemaCommands,
];

/** Runs one command line and gives its exit code. Ctrl-C and SIGTERM end it cleanly; a second one at once. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const stop = new AbortController();
  const onSignal = (name: string): void => {
    if (stop.signal.aborted) process.exit(EXIT.FINDING);
    stop.abort(new Error(`stopped by ${name}`));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  // Waiting by the clock keeps no process alive, and a command that waits for nothing else must not end half done.
  const alive = setInterval(() => undefined, 60_000);
  let exitCode: number = EXIT.OK;
  const context: CommandContext = {
    env: readEnvironment(),
    terminal: createTerminal(process),
    signal: stop.signal,
    exitWith: (code) => (exitCode = code),
  };
  try {
    await createProgram(context).parseAsync([...args], { from: 'user' });
  } catch (error) {
    exitCode = explainFailure(error, context);
  } finally {
    clearInterval(alive);
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
  return exitCode;
}

function createProgram(context: CommandContext): Command {
  const program = new Command('stash2plex')
    .description('A Plex custom metadata provider that answers from Stash.')
    .version(readProgramVersion())
    .exitOverride();
  for (const add of COMMANDS) add(program, context);
  for (const command of program.commands) command.exitOverride();
  return program;
}

function explainFailure(error: unknown, { terminal, signal }: CommandContext): number {
  // Commander has printed its own message: help asked for, or a command line that cannot be understood.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.OK : EXIT.CONFIGURATION;
  if (error instanceof CommandFailure) {
    terminal.remark(error.message);
    return error.exitCode;
  }
  if (error instanceof PlexNotRead) {
    terminal.remark(error.message);
    return EXIT.UNREACHABLE;
  }
  if (signal.aborted) return EXIT.FINDING;
  terminal.remark(error instanceof Error ? `${error.name}: ${error.message}` : 'The command failed.');
  return EXIT.FINDING;
}
