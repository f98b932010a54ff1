import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import type { RegisterOptions } from '../register/register-options.ts';
import { type RegisterSurroundings, toRealSurroundings } from '../register/register-surroundings.ts';
import { runRegister } from '../register/run-register.ts';

/** `register`: makes Plex know this provider, and optionally a library use it. */
export function addRegisterCommand(
  program: Command,
  context: CommandContext,
  around?: RegisterSurroundings,
): void {
  program
    .command('register')
    .description(
      'Add this provider to Plex, at an address where Plex reaches it; exit code 1 if nothing was done, 69 if unreachable.',
    )
    .option('--address <url>', 'where Plex reaches this service; found out unless given')
    .option('--library <name>', 'switch this movie library (title or key) to the provider')
    .option('--create <name>', 'make a movie library that uses the provider')
    .option('--folder <path...>', 'its folders, as Plex names them')
    .option('--yes', 'do not ask')
    .option('--dry-run', 'show what would be done, and do nothing')
    .option('--recheck', 'have Plex fetch our manifest again even if nothing has changed')
    .option('--json', 'print the result as JSON')
    .action((options: RegisterOptions) =>
      runRegister(options, context, around ?? toRealSurroundings(context.terminal)),
    );
}
