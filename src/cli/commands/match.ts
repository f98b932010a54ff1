import type { Command } from 'commander';
import type { Config } from '../../config/config.ts';
import { type MatchHints, parseMatchHints } from '../../matching/match-hints.ts';
import type { MatchOutcome } from '../../matching/outcome.ts';
import { createAdminClient } from '../admin-client.ts';
import { type CommandContext, getConfig } from '../command-context.ts';
import { CommandFailure, EXIT } from '../exit-code.ts';
import { type Explained, explainThroughService } from '../explain-through-service.ts';
import { useEngine } from '../use-engine.ts';

interface MatchOptions {
  readonly json?: boolean;
  readonly manual?: boolean;
  readonly title?: string;
}

/** `match <file name>`: explains every step of a decision. */
export function addMatchCommand(program: Command, context: CommandContext): void {
  program
    .command('match')
    .argument('<file name>', 'as Plex sends it: relative to the library folder, or whole')
    .description(
      'Explain which scene a file is matched to, and why; exit code 1 if to none, 69 if it cannot be known.',
    )
    .option('--title <title>', 'the title that Plex guessed')
    .option('--manual', 'list every candidate, as Fix Match does')
    .option('--json', 'print the explanation as JSON')
    .action((fileName: string, options: MatchOptions) => explain(fileName, options, context));
}

async function explain(fileName: string, options: MatchOptions, context: CommandContext): Promise<void> {
  const config = getConfig(context, { needsStash: true });
  const { title, manual = false } = options;
  const reading = parseMatchHints({ type: 1, filename: fileName, title, manual });
  if (!reading.ok) throw new CommandFailure(EXIT.FINDING, reading.problem);
  const admin = createAdminClient(config.admin);
  const explanation = (await admin.isRunning())
    ? await explainThroughService(admin, { fileName, title, manual })
    : await explainAlone(config, reading.hints, context.signal);
  context.terminal.print(
    options.json ? JSON.stringify(explanation, null, 2) : describeExplanation(explanation),
  );
  const { kind } = explanation.outcome;
  if (kind === 'UNKNOWN') context.exitWith(EXIT.UNREACHABLE);
  if (kind === 'MISSED' || kind === 'AMBIGUOUS') context.exitWith(EXIT.FINDING);
}

async function explainAlone(config: Config, hints: MatchHints, signal: AbortSignal): Promise<Explained> {
  const decision = await useEngine(config, async ({ stash, explainMatch }) => {
    await stash.connection.probe();
    return explainMatch(hints, signal);
  });
  return decision.explanation;
}

function describeExplanation({ steps, outcome }: Explained): string {
  const lines = steps.flatMap(({ strategy, finding, tried }) => [
    `${strategy.padEnd(12)}${finding}`,
    ...tried.map((what) => `${' '.repeat(14)}${what}`),
  ]);
  return [...lines, '', describeOutcome(outcome)].join('\n');
}

function describeOutcome(outcome: MatchOutcome): string {
  switch (outcome.kind) {
    case 'MATCHED':
      return `MATCHED with scene ${outcome.sceneId} by ${outcome.strategy}`;
    case 'MISSED':
      return `MISSED: ${outcome.reason}`;
    case 'UNKNOWN':
      return `UNKNOWN: ${outcome.cause.reason}: ${outcome.cause.detail}`;
    case 'AMBIGUOUS':
    case 'CANDIDATES':
      return [
        `${outcome.kind}: ${outcome.candidates.length} scenes`,
        ...outcome.candidates.map(
          ({ sceneId, strategy, score }) => `  scene ${sceneId} by ${strategy}, score ${score.toFixed(2)}`,
        ),
      ].join('\n');
  }
}
