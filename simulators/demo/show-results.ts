import { toTable } from '../../src/cli/table.ts';
import type { JsonObject } from '../plex/contract/object-shape.ts';
import type { FileReport } from '../plex/scanner/file-report.ts';
import type { ScanReport } from '../plex/scanner/scan-report.ts';
import type { ScanVerdict } from './judge-scan.ts';
import type { LoggedMatch } from './match-log.ts';

const EXAMPLES = 2;

/** What was matched by which strategy, and what was not and why, with examples. */
export function showMatches(matches: readonly LoggedMatch[]): string {
  const groups = Map.groupBy(matches, ({ outcome, strategy, reason }) =>
    [outcome, strategy || reason].join(' '),
  );
  const rows = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, group]) => {
      const [outcome = '', how = ''] = key.split(' ');
      return [outcome, how, String(group.length), listExamples(group)];
    });
  return toTable(['outcome', 'by / because', 'files', 'for example'], rows);
}

function listExamples(group: readonly LoggedMatch[]): string {
  return group
    .slice(0, EXAMPLES)
    .map(({ file }) => shorten(file))
    .join(' · ');
}

function shorten(text: string): string {
  return text.length > 46 ? `…${text.slice(-45)}` : text;
}

/** One item as a person would see it in Plex. */
export function showItem({ file, metadata, poster }: FileReport): string {
  const item = metadata ?? {};
  const lines = [
    ['file', file.path],
    ['title', `${textOf(item['title'])} (${textOf(item['year'])})`],
    ['date', textOf(item['originallyAvailableAt'])],
    ['studio', textOf(item['studio'])],
    ['cast', tagsOf(item['Role'])],
    ['genres', tagsOf(item['Genre'])],
    ['rating', textOf(item['contentRating'])],
    ['summary', textOf(item['summary']).replaceAll(/\s+/g, ' ').slice(0, 90)],
    [
      'poster',
      poster?.kind === 'FETCHED' ? `${poster.contentType}, ${poster.bytes} bytes` : textOf(poster?.kind),
    ],
  ];
  return lines.map(([name = '', value = '']) => `  ${name.padEnd(8)} ${value}`).join('\n');
}

/** The item that fills the most fields. */
export function pickItem({ files }: ScanReport): FileReport | undefined {
  const shown = files.filter(({ metadata, poster }) => metadata && poster?.kind === 'FETCHED');
  return shown.toSorted((a, b) => countMembers(b.metadata) - countMembers(a.metadata))[0];
}

function countMembers(metadata: JsonObject | undefined): number {
  return Object.keys(metadata ?? {}).length;
}

/** Whether all is as it should be, in a few lines. */
export function showVerdict(
  { right, wrong, missed, leftAlone, violations }: ScanVerdict,
  pathScans: number,
): string {
  return [
    `  ${right} files got their own scene, ${wrong.length} a wrong one, ${missed.length} that Stash has got none.`,
    `  ${leftAlone} files that only Plex has were left alone.`,
    `  ${violations.length} answers broke Plex's provider contract.`,
    `  Stash scanned its paths ${pathScans} times, for the files it does not have.`,
    ...[...wrong, ...missed, ...violations].slice(0, 10).map((line) => `    ${line}`),
  ].join('\n');
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–';
}

function tagsOf(value: unknown): string {
  if (!Array.isArray(value)) return '–';
  return value.map((entry: { readonly tag?: unknown }) => textOf(entry.tag)).join(', ');
}
