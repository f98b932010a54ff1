import { Readable } from 'node:stream';
import type { Context, Middleware } from 'koa';
import { DEFAULT_GAP_ORDER } from '../../gaps/gap-query.ts';
import { InvalidCursorError } from '../../gaps/gap-cursor.ts';
import type { Gap } from '../../gaps/gap.ts';
import { badRequest } from '../../http/http-error.ts';
import type { GapsPort } from '../api-dependencies.ts';
import { MOST_ENTRIES } from '../paging/most-entries.ts';
import { type ReportRequest, parseReportRequest } from './parse-report-request.ts';
import { findReportFormat } from './report-format.ts';
import { streamGaps } from './stream-gaps.ts';
import { toCsvLine } from './to-csv-line.ts';
import { REPORT_COLUMNS, toReportRow } from './to-report-row.ts';

const USUAL_ENTRIES = 50;
const MOST_STREAMED = 999_999_999;
/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * `GET /gaps`: a page as JSON, or everything that the filter lets through as CSV or NDJSON, streamed as fast as the
 * caller takes it.
 */
export function createGapsRoute(gaps: GapsPort): Middleware {
  return async (ctx) => {
    const format = findReportFormat(ctx);
    const request = parseReportRequest(ctx.query, format === 'json' ? MOST_ENTRIES : MOST_STREAMED);
    if (format === 'json') refuseBadCursor(() => sendPage(ctx, gaps, request));
    else await sendStream(ctx, format, streamGaps(gaps, request));
  };
}

function sendPage(ctx: Context, gaps: GapsPort, { filter, order, first, after }: ReportRequest): void {
  const page = gaps.listGaps({
    filter,
    order: order ?? DEFAULT_GAP_ORDER,
    first: first ?? USUAL_ENTRIES,
    ...(after !== undefined && { after }),
  });
  const next = page.hasNextPage ? page.entries.at(-1)?.cursor : undefined;
  ctx.body = { gaps: page.entries.map(({ node }) => toReportRow(node)), next: next ?? null };
}

/** The first portion is read before the answer begins, so that trouble still has a status. */
async function sendStream(
  ctx: Context,
  format: 'csv' | 'ndjson',
  portions: AsyncGenerator<readonly Gap[]>,
): Promise<void> {
  const first = await portions.next().catch(throwBadRequest);
  const toText = format === 'csv' ? toCsvText : toNdjsonText;
  async function* write(): AsyncGenerator<string> {
    if (format === 'csv') yield BYTE_ORDER_MARK + toCsvLine(REPORT_COLUMNS);
    if (!first.done) yield toText(first.value);
    for await (const portion of portions) yield toText(portion);
  }
  ctx.type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson';
  if (format === 'csv') ctx.attachment('gaps.csv');
  ctx.body = Readable.from(write(), { objectMode: false });
}

function toCsvText(gaps: readonly Gap[]): string {
  const rows = gaps.map(toReportRow);
  return rows.map((row) => toCsvLine(REPORT_COLUMNS.map((column) => row[column]))).join('');
}

function toNdjsonText(gaps: readonly Gap[]): string {
  return gaps.map((gap) => `${JSON.stringify(toReportRow(gap))}\n`).join('');
}

function refuseBadCursor(send: () => void): void {
  try {
    send();
  } catch (error) {
    throwBadRequest(error);
  }
}

function throwBadRequest(error: unknown): never {
  if (error instanceof InvalidCursorError) throw badRequest('BAD_PARAMETER', `after: ${error.message}.`);
  throw error;
}
