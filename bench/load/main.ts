import type { CombinationResult } from './combination-result.ts';
import { listProblems } from './list-problems.ts';
import { parseLoadOptions } from './load-options.ts';
import { toLoadTable } from './load-table.ts';
import { nameCombination } from './plan-combinations.ts';
import { runLoad } from './run-load.ts';
import { writeLoadResults } from './write-load-results.ts';

const FINDING = 1;
const INTERRUPTED = 130;

const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** Once asks for an orderly end; twice ends at once, as without us. */
function stopOnSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      say('stopping; once more to stop at once');
      stopping.abort(new Error('stopped before all combinations were run'));
    });
  return stopping.signal;
}

/** Runs what the command line asks for; answers with the exit code. */
async function main(stopping: AbortSignal): Promise<number> {
  const options = parseLoadOptions(process.argv.slice(2));
  const results: CombinationResult[] = [];
  const onResult = (result: CombinationResult): void => {
    results.push(result);
    for (const problem of listProblems(result)) say(`${nameCombination(result.combination)}: ${problem}`);
  };
  try {
    await runLoad({ ...options, say, onResult, stopping });
  } finally {
    // What was found so far is worth having, too.
    if (results.length > 0)
      print(`\n${toLoadTable(results)}\n\nwritten to ${await writeLoadResults(options, results)}`);
  }
  stopping.throwIfAborted();
  return results.every((result) => listProblems(result).length === 0) ? 0 : FINDING;
}

const stopping = stopOnSignal();
try {
  process.exitCode = await main(stopping);
} catch (error) {
  // Ctrl-C ends the service, too, and what was under way fails of that.
  const cause: unknown = stopping.aborted ? stopping.reason : error;
  say(cause instanceof Error ? cause.message : 'failed');
  process.exitCode = stopping.aborted ? INTERRUPTED : FINDING;
}
