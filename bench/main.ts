import { parseArgs } from 'node:util';
import { BENCHMARKS } from './benchmarks.ts';
import type { Benchmark, BenchOptions } from './benchmark.ts';
import { writeResults } from './report/results-file.ts';
import { toTable } from './report/table.ts';
import { toLadderPlot, toTextPlot } from './report/text-plot.ts';
import type { Findings } from './row.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, large: { type: 'boolean', default: false } },
});

const say = (line: string): void => void process.stderr.write(`  ${line}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** The named benchmarks, or all. */
function chooseBenchmarks(names: readonly string[]): readonly Benchmark[] {
  const unknown = names.filter((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    const known = BENCHMARKS.map(({ name }) => name).join(', ');
    throw new RangeError(`expected names among ${known}, but got: ${unknown.join(', ')}`);
  }
  return names.length === 0 ? BENCHMARKS : BENCHMARKS.filter(({ name }) => names.includes(name));
}

async function run(benchmarks: readonly Benchmark[], options: BenchOptions): Promise<Required<Findings>> {
  const rows: Findings['rows'][number][] = [];
  const growth: NonNullable<Findings['growth']>[number][] = [];
  const ladders: NonNullable<Findings['ladders']>[number][] = [];
  for (const benchmark of benchmarks) {
    say(`${benchmark.name} …`);
    const found = await benchmark.run(options);
    rows.push(...found.rows);
    growth.push(...(found.growth ?? []));
    ladders.push(...(found.ladders ?? []));
  }
  return { rows, growth, ladders };
}

const options = { ...values, say };
const findings = await run(chooseBenchmarks(positionals), options);
if (findings.rows.length > 0) print(`\n${toTable(findings.rows)}`);
for (const each of findings.growth) print(`\n${toTextPlot(each)}`);
for (const each of findings.ladders) print(`\n${toLadderPlot(each)}`);
print(`\nwritten to ${await writeResults(findings, options)}`);
process.exitCode = findings.rows.every(({ isMet }) => isMet) ? 0 : 1;
