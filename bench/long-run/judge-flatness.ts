import { toMedian } from '../measure/statistics.ts';
import type { Row } from '../row.ts';
import type { DayReading } from './day-reading.ts';

/** Something that must not grow, with how much more of it in the last days than in the first is no growth yet. */
interface Series {
  readonly what: string;
  readonly valueOf: (day: DayReading) => number | undefined;
  /** Share of the early value. */
  readonly share: number;
  /** And so much on top. */
  readonly slack: number;
  readonly show: (value: number) => string;
  /** Days that tell nothing of it. */
  readonly without?: (day: DayReading) => boolean;
}

const MEGABYTE = 1_000_000;
/** Connections that are kept alive come and go: those of the scanner of Plex, and ours to Stash. */
const CONNECTIONS = 12;
/** Grow by what happened, for a year: judged at its end. */
const HISTORY = new Set(['gaps', 'sweeps', 'sweep_sections']);
/** One row for each performer, tag, studio or group that was ever renamed: bounded by how many there are. */
const ENTITIES = 'entity_states';
/** Filled by and by, and bounded by their numbers of rows. */
const MOST_ROWS: Readonly<Record<string, number>> = { match_explanations: 1_000 };

const toMegabytes = (value: number): string => `${(value / MEGABYTE).toFixed(1)} MB`;
const toKilobytes = (value: number): string => `${(value / 1_000).toFixed(1)} kB`;
const toCount = (value: number): string => String(Math.round(value));
const isUnusual = ({ isQuiet, hadOutage, day }: DayReading): boolean => isQuiet || hadOutage || day === 1;

const SERIES: readonly Series[] = [
  {
    what: 'heap',
    valueOf: ({ service }) => service.heapBytes,
    share: 0.1,
    slack: MEGABYTE,
    show: toMegabytes,
  },
  {
    what: 'memory outside the heap',
    valueOf: ({ service }) => service.externalBytes,
    share: 0.1,
    slack: 2 * MEGABYTE,
    show: toMegabytes,
  },
  {
    what: 'resident memory',
    valueOf: ({ service }) => service.residentBytes,
    share: 0.1,
    slack: 16 * MEGABYTE,
    show: toMegabytes,
  },
  {
    what: 'open handles and requests',
    valueOf: ({ service }) => Object.values(service.resources).reduce((sum, count) => sum + count, 0),
    share: 0,
    slack: CONNECTIONS,
    show: toCount,
  },
  {
    what: 'open file descriptors',
    valueOf: ({ service }) => service.descriptors,
    share: 0,
    slack: CONNECTIONS,
    show: toCount,
  },
  {
    what: 'listeners on the process',
    valueOf: ({ service }) => service.processListeners,
    share: 0,
    slack: 0,
    show: toCount,
  },
  {
    what: 'sleepers and timers',
    valueOf: ({ service }) => service.sleeping,
    share: 0,
    slack: 4,
    show: toCount,
  },
  {
    what: 'database file, its free pages left out',
    valueOf: ({ database }) => database.fileBytes - database.freeBytes,
    share: 0.1,
    slack: MEGABYTE,
    show: toMegabytes,
  },
  {
    what: 'gaps that are open or hidden',
    valueOf: ({ database }) => (database.gaps['OPEN'] ?? 0) + (database.gaps['SUPPRESSED'] ?? 0),
    share: 0.1,
    slack: 20,
    show: toCount,
  },
  {
    what: 'log of an ordinary day',
    valueOf: ({ service }) => service.log.bytes,
    share: 0.2,
    slack: 5_000,
    show: toKilobytes,
    without: isUnusual,
  },
];

/** Holds the last days against early ones, after what a start brings has settled. */
export function judgeFlatness(days: readonly DayReading[]): readonly Row[] {
  const tables = Object.keys(days[0]?.database.rows ?? {}).filter((table) => !HISTORY.has(table));
  return [...SERIES, ...tables.filter((table) => table !== ENTITIES).map(toRowSeries)].flatMap((series) => {
    const values = days.filter((day) => series.without?.(day) !== true).map(series.valueOf);
    const known = values.filter((value) => value !== undefined);
    return known.length < 2 ? [] : [judge(series, known)];
  });
}

function toRowSeries(table: string): Series {
  const most = MOST_ROWS[table] ?? Infinity;
  return {
    what: `rows of ${table}`,
    valueOf: ({ database }) => {
      const rows = database.rows[table] ?? 0;
      // Below its bound a table may fill; above it counts as what it is.
      return most === Infinity ? rows : Math.max(rows, most);
    },
    share: 0.02,
    slack: 5,
    show: toCount,
  };
}

function judge({ what, share, slack, show }: Series, values: readonly number[]): Row {
  const { early, late } = toWindows(values);
  const [before, after] = [toMedian(early), toMedian(late)];
  return {
    benchmark: 'long-run',
    what,
    measured: show(after),
    comparedWith: show(before),
    ...(before > 0 && { ratio: after / before }),
    target: `≤ ${show(before * (1 + share) + slack)}`,
    isMet: after <= before * (1 + share) + slack,
  };
}

/** The third to the seventh and the last five; of a run that is too short for both, the second and the last. */
function toWindows(values: readonly number[]): { early: readonly number[]; late: readonly number[] } {
  if (values.length < 12) return { early: values.slice(1, 2), late: values.slice(-1) };
  return { early: values.slice(2, 7), late: values.slice(-5) };
}
