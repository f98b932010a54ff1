import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toTable } from '../report/table.ts';
import { toTextPlot } from '../report/text-plot.ts';
import type { DayReading } from './day-reading.ts';
import { judgeLongRun } from './judge-long-run.ts';
import { runLongRun } from './run-long-run.ts';
import { toDayTable } from './to-day-table.ts';

const FILE = join(import.meta.dirname, '..', 'long-run.json');

const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '30' },
    scenes: { type: 'string', default: '2000' },
    'follow-s': { type: 'string', default: '300' },
  },
});

const print = (text: string): void => void process.stdout.write(`${text}\n`);

function toWhole(name: keyof typeof values): number {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value > 0) return value;
  throw new RangeError(`expected a whole number above 0 for --${name}, but got: ${values[name]}`);
}

function plot(days: readonly DayReading[], what: string, unit: string, valueOf: (day: DayReading) => number) {
  const points = days.map((day) => ({ size: day.day, cost: valueOf(day) }));
  print(`\n${toTextPlot({ benchmark: 'long-run', what, unit, points })}`);
}

const run = await runLongRun({
  days: toWhole('days'),
  scenes: toWhole('scenes'),
  followS: toWhole('follow-s'),
  say: (line) => void process.stderr.write(`  ${line}\n`),
});
const { days } = run;
print(`\n${toDayTable(days)}`);
plot(days, 'heap at the end of each day', 'MB', ({ service }) => service.heapBytes / 1_000_000);
plot(days, 'resident memory', 'MB', ({ service }) => service.residentBytes / 1_000_000);
plot(days, 'log of the day', 'kB', ({ service }) => service.log.bytes / 1000);
for (const { day, service } of days.filter(({ isQuiet }) => isQuiet).slice(0, 1)) {
  print(`\nWhat the log holds of day ${day}, on which nothing happened:`);
  for (const [message, bytes, lines] of service.log.byMessage)
    print(`  ${String(bytes).padStart(7)} bytes in ${String(lines).padStart(3)} lines: ${message}`);
}
const rows = judgeLongRun(run);
print(`\n${toTable(rows)}`);
await writeFile(FILE, `${JSON.stringify({ rows, ...run }, undefined, 2)}\n`);
print(`\nwritten to ${FILE}`);
process.exitCode = rows.every(({ isMet }) => isMet) ? 0 : 1;
