import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import type { SchemaOptions } from '../run-schema-commands.ts';

/** Comparing schemas takes libraries that nothing else needs, a running service least of all. */
const load = () => import('../run-schema-commands.ts');

/** `schema check` and `schema pull`. */
export function addSchemaCommands(program: Command, context: CommandContext): void {
  const schema = program
    .command('schema')
    .description("Compare or renew our snapshot of Stash's GraphQL schema.");
  schema
    .command('check')
    .description(
      'Tell what of a Stash (or a saved introspection) would break our operations; exit code 1 if anything.',
    )
    .option('--from <source>', 'address of a Stash, or an introspection or SDL file', undefined)
    .option('--json', 'print the result as JSON')
    .action(async (options: SchemaOptions) => (await load()).runSchemaCheck(options, context));
  schema
    .command('pull')
    .description('Write schema/ anew from a Stash or a saved introspection: pruned, without descriptions.')
    .option('--from <source>', 'address of a Stash, or an introspection or SDL file', undefined)
    .option(
      '--stash-version <version>',
      'the version, where the source does not say it (e.g. v0.30.1, develop)',
    )
    .option('--json', 'print the result as JSON')
    .action(async (options: SchemaOptions & { stashVersion?: string }) =>
      (await load()).runSchemaPull(options, context),
    );
}
