import type { DayReading } from './day-reading.ts';

type Column = readonly [head: string, show: (day: DayReading) => string];

const toMegabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

const COLUMNS: readonly Column[] = [
  ['day', ({ day, isQuiet, hadOutage }) => `${day}${isQuiet ? ' quiet' : hadOutage ? ' outage' : ''}`],
  ['heap MB', ({ service }) => toMegabytes(service.heapBytes)],
  ['outside MB', ({ service }) => toMegabytes(service.externalBytes)],
  ['resident MB', ({ service }) => toMegabytes(service.residentBytes)],
  ['handles', ({ service }) => String(Object.values(service.resources).reduce((sum, n) => sum + n, 0))],
  ['descriptors', ({ service }) => String(service.descriptors ?? '?')],
  ['sleepers', ({ service }) => String(service.sleeping)],
  ['file MB', ({ database }) => toMegabytes(database.fileBytes)],
  ['free MB', ({ database }) => toMegabytes(database.freeBytes)],
  ['WAL MB', ({ database }) => toMegabytes(database.logBytes)],
  ['scenes', ({ database }) => String(database.rows['scenes'] ?? 0)],
  ['served', ({ database }) => String(database.rows['served_scenes'] ?? 0)],
  ['gaps open', ({ database }) => String(database.gaps['OPEN'] ?? 0)],
  ['hidden', ({ database }) => String(database.gaps['SUPPRESSED'] ?? 0)],
  ['closed', ({ database }) => String(database.gaps['CLOSED'] ?? 0)],
  ['posters', ({ database }) => String(database.rows['pictures'] ?? 0)],
  ['log lines', ({ service }) => String(service.log.lines)],
  ['log kB', ({ service }) => (service.log.bytes / 1000).toFixed(1)],
  ['took s', ({ tookMs }) => (tookMs / 1000).toFixed(1)],
];

/** One line a day. */
export function toDayTable(days: readonly DayReading[]): string {
  const lines = [COLUMNS.map(([head]) => head), ...days.map((day) => COLUMNS.map(([, show]) => show(day)))];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) => cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
    .join('\n');
}
