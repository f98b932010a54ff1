import { type SchemaCheck, checkSchema } from '../stash/schema/check-schema.ts';
import { SchemaPullError, pullSchema } from '../stash/schema/pull-schema.ts';
import { SchemaSourceError } from '../stash/schema/schema-source.ts';
import { StashError } from '../stash/stash-error.ts';
import { toUnknownCause } from '../stash/to-unknown-cause.ts';
import { type CommandContext, getConfig } from './command-context.ts';
import { CommandFailure, EXIT } from './exit-code.ts';
import { toTable } from './table.ts';

export interface SchemaOptions {
  readonly from?: string;
  readonly json?: boolean;
}

/** Prints what would break, and exits with 1 if anything would. */
export async function runSchemaCheck(options: SchemaOptions, context: CommandContext): Promise<void> {
  const result = await asking(() => checkSchema(sourceOf(options, context)));
  context.terminal.print(options.json ? JSON.stringify(result, null, 2) : describeCheck(result));
  if (result.findings.length > 0) context.exitWith(EXIT.FINDING);
}

function describeCheck({ version, snapshot, operations, spared, findings, harmless }: SchemaCheck): string {
  const head = `Stash ${version ?? '(unknown version)'} against our snapshot of ${snapshot}: ${operations} operations checked`;
  const rest = [
    spared.length > 0 ? `not offered there and done without: ${spared.join(', ')}` : undefined,
    `${harmless} harmless ${harmless === 1 ? 'difference' : 'differences'}`,
  ].filter((line) => line !== undefined);
  if (findings.length === 0) return [head, ...rest, 'Nothing breaks.'].join('\n');
  const rows = findings.map(({ type = '', field = '', operation, file, what }) => [
    `${type}.${field}`,
    operation,
    file,
    what,
  ]);
  return [head, ...rest, '', toTable(['member', 'operation', 'file', 'what'], rows)].join('\n');
}

/** Writes the snapshot anew. */
export async function runSchemaPull(
  options: SchemaOptions & { stashVersion?: string },
  context: CommandContext,
): Promise<void> {
  const result = await asking(() =>
    pullSchema({ ...sourceOf(options, context), version: options.stashVersion }),
  );
  const lines = result.files.map(
    ({ path, changed }) => `schema/${path}: ${changed ? 'written' : 'unchanged'}`,
  );
  const spared = result.spared.length > 0 ? [`${result.key} does without: ${result.spared.join(', ')}`] : [];
  context.terminal.print(
    options.json
      ? JSON.stringify(result, null, 2)
      : [...lines, ...spared, 'Now run: npm run codegen'].join('\n'),
  );
}

function sourceOf({ from }: SchemaOptions, context: CommandContext) {
  if (from !== undefined && !/^https?:/i.test(from)) return { from };
  const { stash } = getConfig(context, { needsStash: from === undefined });
  return { from: from ?? stash.url, apiKey: stash.apiKey };
}

async function asking<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof StashError) {
      throw new CommandFailure(EXIT.UNREACHABLE, toUnknownCause(error).detail, { cause: error });
    }
    if (error instanceof SchemaSourceError || error instanceof SchemaPullError) {
      throw new CommandFailure(EXIT.FINDING, error.message, { cause: error });
    }
    throw error;
  }
}
