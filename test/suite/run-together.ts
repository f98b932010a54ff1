import { type Command, runCommand } from './run-command.ts';

export interface Together {
  /** Run one after another beside the tests; what one writes is shown in one piece when it has ended. */
  readonly checks: Readonly<Record<string, Command>>;
  /** Closes with a line `N passed, N failed`. */
  readonly tests: Command;
  readonly print: (text: string) => void;
}

const CLOSING_LINE = /^(\d+) passed, (\d+) failed$/;

/** Runs the checks beside the tests and closes with the tests' own last line, to whose failures failed checks are added. */
export async function runTogether({ checks, tests, print }: Together): Promise<boolean> {
  const [outcome, failedChecks] = await Promise.all([runTests(tests, print), runChecks(checks, print)]);
  for (const name of failedChecks) print(`${name} failed: see above\n`);
  print(`\n${outcome.passed} passed, ${outcome.failed + failedChecks.length} failed\n`);
  return outcome.failed + failedChecks.length === 0;
}

/** The names of those that failed. */
async function runChecks(checks: Together['checks'], print: Together['print']): Promise<string[]> {
  const failed: string[] = [];
  for (const [name, command] of Object.entries(checks)) {
    const lines: string[] = [];
    const isGood = await runCommand(command, (line) => lines.push(line));
    if (!isGood) failed.push(name);
    print([`\n${name} ${isGood ? 'passed' : 'failed'}`, ...lines, '', ''].join('\n'));
  }
  return failed;
}

/** Shows what the tests write as it comes, but for the closing line, and counts a run that broke off as one failure. */
async function runTests(
  tests: Command,
  print: Together['print'],
): Promise<{ passed: number; failed: number }> {
  const count = { passed: 0, failed: 0 };
  const isGood = await runCommand(tests, (line) => {
    const [isClosing, passed, failed] = CLOSING_LINE.exec(line) ?? [];
    if (isClosing === undefined) print(`${line}\n`);
    else Object.assign(count, { passed: Number(passed), failed: Number(failed) });
  });
  return isGood || count.failed > 0 ? count : { ...count, failed: 1 };
}
