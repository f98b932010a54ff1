import type { Context } from 'koa';
import { HttpError, badRequest } from '../../http/http-error.ts';
import { firstOf } from '../../http/plex-parameters.ts';

export const REPORT_FORMATS = ['json', 'csv', 'ndjson'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const MEDIA_TYPES: Readonly<Record<string, ReportFormat>> = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/x-ndjson': 'ndjson',
};

/**
 * The format that the caller wants: by the parameter `format`, else by the header Accept.
 *
 * @throws HttpError 400 for an unknown format, 406 when nothing we have is accepted.
 */
export function findReportFormat(ctx: Context): ReportFormat {
  const named = firstOf(ctx.query.format);
  const format = REPORT_FORMATS.find((other) => other === named?.toLowerCase());
  if (format !== undefined) return format;
  const choices = REPORT_FORMATS.join(', ');
  if (named !== undefined) throw badRequest('BAD_PARAMETER', `format: expected one of ${choices}.`);
  const accepted = MEDIA_TYPES[ctx.accepts(...Object.keys(MEDIA_TYPES)) || ''];
  if (accepted === undefined)
    throw new HttpError(
      406,
      'NOT_ACCEPTABLE',
      `Expected to send one of ${Object.keys(MEDIA_TYPES).join(', ')}.`,
    );
  return accepted;
}
