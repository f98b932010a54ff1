import { describe, expect, it } from 'vitest';
import type { CombinationResult } from '../../bench/load/combination-result.ts';
import { toLatencySpread } from '../../bench/load/latency-spread.ts';
import { listProblems } from '../../bench/load/list-problems.ts';
import { parseLoadOptions } from '../../bench/load/load-options.ts';
import { toLoadTable } from '../../bench/load/load-table.ts';
import { planCombinations } from '../../bench/load/plan-combinations.ts';

const NOTHING = { count: 0, examples: [] };
const SPREAD = toLatencySpread([1, 2, 3]);

const BORNE: CombinationResult = {
  combination: { atATime: 8, stashMs: 5, files: 3, ceilingMs: 60_000 },
  scan: {
    files: 3,
    transient: 0,
    rescans: 0,
    isCutShort: false,
    tookMs: 1_000,
    posters: { fetched: 4, missing: 1 },
    wrong: NOTHING,
    lost: NOTHING,
    unanswered: NOTHING,
    violations: NOTHING,
    latencyMs: { MATCH: SPREAD, METADATA: SPREAD, IMAGES: SPREAD },
  },
  stash: { requests: 3, errorsGiven: 0, maxInFlight: 10, limit: 10 },
  readings: { STASH: 5, COPY: 1 },
  breakerOpenings: 0,
  memory: { start: 2 ** 20, peak: 3 * 2 ** 20, end: 2 * 2 ** 20 },
};

describe('the options of a load test', () => {
  it('are a hundred thousand files in six combinations when nothing is said', () => {
    const options = parseLoadOptions([]);
    expect(options).toMatchObject({
      files: 100_000,
      atATime: [8, 64],
      stashMs: [5, 100, 2000],
      quick: false,
    });
    expect(planCombinations(options)).toHaveLength(6);
  });

  it('are refused with what was expected and what came', () => {
    expect(() => parseLoadOptions(['--files', '0'])).toThrow(
      'expected whole numbers from 1 to 9999999 for --files, but got: 0',
    );
    expect(() => parseLoadOptions(['--at-a-time', '8,viele'])).toThrow('but got: viele');
    expect(() => parseLoadOptions(['--at-a-tme', '8'])).toThrow('--at-a-tme');
  });
});

describe('the plan of a load test', () => {
  const plan = (...args: string[]) => planCombinations(parseLoadOptions(args));

  it('gives a combination as many files as fit into its minutes', () => {
    const [fast, slow] = plan(
      '--files',
      '10000',
      '--at-a-time',
      '8',
      '--stash-ms',
      '5,2000',
      '--minutes',
      '10',
    );
    expect(fast?.files).toBe(10_000);
    expect(slow?.files).toBeGreaterThan(500);
    expect(slow?.files).toBeLessThan(10 * 60 * 4);
  });

  it('gives every combination an end that grows with its files', () => {
    const [few, many] = [plan('--files', '100'), plan('--files', '1000')];
    expect(few[0]?.ceilingMs).toBeLessThan(many[0]?.ceilingMs ?? 0);
    expect(many.every(({ ceilingMs }) => ceilingMs <= 81 * 60_000)).toBe(true);
  });
});

describe('the verdict on a combination', () => {
  const scan = (part: Partial<CombinationResult['scan']>) => ({ ...BORNE, scan: { ...BORNE.scan, ...part } });

  it('is without a problem when all is right and the limit was reached', () => {
    expect(listProblems(BORNE)).toEqual([]);
  });

  it.each([
    ['wrong answers', scan({ wrong: { count: 2, examples: ['a', 'b'] } }), '2 wrong answers, such as: a; b'],
    ['lost files', scan({ lost: { count: 1, examples: ['a'] } }), '1 files lost, such as: a'],
    [
      'calls nobody answered',
      scan({ unanswered: { count: 1, examples: ['a'] } }),
      '1 calls without an answer',
    ],
    ['broken contracts', scan({ violations: { count: 1, examples: ['a'] } }), '1 breaches of the contract'],
    [
      'too many requests at once',
      { ...BORNE, stash: { ...BORNE.stash, maxInFlight: 11 } },
      '11 requests to Stash',
    ],
  ])('names %s', (_what, result, problem) => {
    expect(listProblems(result)).toHaveLength(1);
    expect(listProblems(result)[0]).toContain(problem);
  });
});

describe('the table of a load test', () => {
  it('has a line of latencies for every call and one for the scan', () => {
    const lines = toLoadTable([BORNE]).split('\n');
    expect(lines[1]).toMatch(/^8 at a time, Stash 5 ms +match +3 +2\.0 +3\.0 +3\.0 +3\.0 +3\.0$/);
    expect(lines[6]).toMatch(
      /^8 at a time, Stash 5 ms +3 +3\.0 +Stash 5, copy 1 .* 10 of 10 .* 1, 3, 2 +borne$/,
    );
  });

  it('says where a scan was cut short and where it was not borne', () => {
    const scan = { ...BORNE.scan, files: 2, isCutShort: true, lost: { count: 1, examples: ['a'] } };
    const line = toLoadTable([{ ...BORNE, scan }])
      .split('\n')
      .at(-1);
    expect(line).toContain('2 of 3, cut short');
    expect(line).toMatch(/NOT borne$/);
  });
});
