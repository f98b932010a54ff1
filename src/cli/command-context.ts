import type { Config } from '../config/config.ts';
import { describeProblems } from '../config/config-problem.ts';
import { loadConfig } from '../config/load-config.ts';
import type { Environment } from '../config/sources.ts';
import { CommandFailure, EXIT, type ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** What every command is given. */
export interface CommandContext {
  readonly env: Environment;
  readonly terminal: Terminal;
  /** Aborts on Ctrl-C and SIGTERM. */
  readonly signal: AbortSignal;
  /** Tells the exit code; the last one counts. */
  readonly exitWith: (code: ExitCode) => void;
}

/**
 * The configuration for a command.
 *
 * @throws CommandFailure with exit code 78 and all problems when it cannot be used.
 */
export function getConfig(
  { env, terminal }: CommandContext,
  { needsStash }: { needsStash: boolean },
): Config {
  const loaded = loadConfig(env, terminal.isTerminal, needsStash);
  if (!loaded.ok) throw new CommandFailure(EXIT.CONFIGURATION, describeProblems(loaded.problems));
  return loaded.config;
}
