import { describe, expect, it } from 'vitest';
import type { Command } from './run-command.ts';
import { runTogether } from './run-together.ts';

const script = (source: string): Command => [process.execPath, '-e', source];
const GOOD_TESTS = script('console.log("a test\\n\\n3 passed, 0 failed")');
const GOOD_CHECK = script('console.log("all is well")');
const BAD_CHECK = script('console.log("line 1"); console.error("line 2"); process.exitCode = 2');

async function run(
  tests: Command,
  checks: Readonly<Record<string, Command>>,
): Promise<{ isGood: boolean; shown: string }> {
  let shown = '';
  const isGood = await runTogether({ checks, tests, print: (text) => (shown += text) });
  return { isGood, shown };
}

describe('the checks beside the tests', () => {
  it('are shown, and the closing line of the tests comes last', async () => {
    const { isGood, shown } = await run(GOOD_TESTS, { first: GOOD_CHECK, second: GOOD_CHECK });
    expect(isGood).toBe(true);
    expect(shown).toContain('a test\n');
    expect(shown).toContain('\nfirst passed\nall is well\n');
    expect(shown).toContain('\nsecond passed\nall is well\n');
    expect(shown).toMatch(/\n3 passed, 0 failed\n$/);
  });

  it('fail the run and count as failures, with all they said in one piece', async () => {
    const { isGood, shown } = await run(GOOD_TESTS, { bad: BAD_CHECK, good: GOOD_CHECK });
    expect(isGood).toBe(false);
    expect(shown).toContain('\nbad failed\nline 1\nline 2\n');
    expect(shown).toContain('\ngood passed\n');
    expect(shown).toMatch(/\n3 passed, 1 failed\n$/);
  });

  it('are joined by the failures of the tests', async () => {
    const tests = script('console.log("1 passed, 2 failed"); process.exitCode = 1');
    const { isGood, shown } = await run(tests, { bad: BAD_CHECK });
    expect(isGood).toBe(false);
    expect(shown).toMatch(/\n1 passed, 3 failed\n$/);
  });

  it.each([
    ['breaks off before its closing line', 'process.exitCode = 1'],
    ['is killed', 'process.kill(process.pid, "SIGKILL")'],
    [
      'closes without a failure and yet ends with 1',
      'console.log("0 passed, 0 failed"); process.exitCode = 1',
    ],
  ])('do not hide a test run that %s', async (_, source) => {
    const { isGood, shown } = await run(script(source), { good: GOOD_CHECK });
    expect(isGood).toBe(false);
    expect(shown).toMatch(/\n0 passed, 1 failed\n$/);
  });
});
