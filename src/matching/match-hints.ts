import { z } from 'zod';
import { findFileNameProblem } from './file-name-problem.ts';

/** What PMS tells about the item it wants matched. Empty text and zero years are absent. */
export interface MatchHints {
  /** Plex's metadata type; 1 is a movie, the only one served. */
  readonly type: number;
  readonly title?: string;
  readonly year?: number;
  readonly guid?: string;
  /** The file's name in one of the forms of `file-name-forms.ts`. */
  readonly fileName?: string;
  readonly date?: string;
  /** A person looks at the answer and chooses. */
  readonly manual: boolean;
  readonly includeAdult: boolean;
  readonly durationMs?: number;
  /** 16 lower-case hex digits. */
  readonly oshash?: string;
}

export type HintsReading =
  { readonly ok: true; readonly hints: MatchHints } | { readonly ok: false; readonly problem: string };

/** PMS's movie type. */
export const MOVIE_TYPE = 1;

/** Longer than any path a file system takes (Linux 4,096 bytes) and any title; what is longer is an attack. */
const MAX_NAME = 4_096;
const MAX_TITLE = 2_000;
const MAX_ID = 500;

const toAbsent = (value: unknown) => (value === '' || value === null ? undefined : value);
const toText = (value: unknown) => (typeof value === 'number' ? String(value) : toAbsent(value));

const toNumber = (value: unknown) =>
  typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value) ? Number(value) : toAbsent(value);

const toFlag = (value: unknown) => {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === 1 || word === true || word === '1' || word === 'true') return true;
  if (word === 0 || word === false || word === '0' || word === 'false') return false;
  return toAbsent(word) ?? false;
};

const text = (max: number) =>
  z.preprocess(
    toText,
    z
      .string('expected text')
      .max(max, `expected at most ${max} characters`)
      .refine((value) => value.isWellFormed(), 'expected well-formed Unicode')
      .refine((value) => !value.includes('\0'), 'expected text without a NUL character')
      .optional(),
  );
const wholeNumber = z.preprocess(toNumber, z.int('expected a whole number').optional());
const flag = z.preprocess(toFlag, z.boolean('expected 1 or 0'));

/** Unknown fields pass unread: the contract grows, and PMS sends more than it documents. */
const BODY = z.object(
  {
    type: z.preprocess(toNumber, z.int('expected a whole number')),
    title: text(MAX_TITLE),
    year: wholeNumber,
    guid: text(MAX_ID),
    filename: text(MAX_NAME),
    date: text(MAX_ID),
    manual: flag,
    includeAdult: flag,
    duration: wholeNumber,
    ohash: text(MAX_ID),
    oshash: text(MAX_ID),
    hash: text(MAX_ID),
  },
  'expected a JSON object',
);

/**
 * Reads the body of `POST /library/metadata/matches` (Plex's OpenAPI document 1.2.2, section on matches). Numbers
 * may come as text and text as numbers. A problem is one sentence that names the field and never repeats its value.
 */
export function parseMatchHints(body: unknown): HintsReading {
  const read = BODY.safeParse(body);
  if (!read.success) return { ok: false, problem: toProblem(read.error) };
  const problem = findProblem(read.data);
  return problem === undefined ? { ok: true, hints: toHints(read.data) } : { ok: false, problem };
}

type Body = z.infer<typeof BODY>;

function toProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  const field = issue?.path.join('.');
  return `${field === undefined || field === '' ? 'body' : field}: ${issue?.message ?? 'expected other values'}`;
}

function findProblem(body: Body): string | undefined {
  const fileName = body.filename === undefined ? undefined : findFileNameProblem(body.filename);
  if (fileName !== undefined) return `filename: ${fileName}`;
  if (body.type !== MOVIE_TYPE || body.title !== undefined) return undefined;
  if (body.filename !== undefined || body.guid !== undefined) return undefined;
  return 'body: expected a title, a filename or a guid, but got none of them';
}

function toHints(body: Body): MatchHints {
  const oshash = toOshash(body.oshash ?? body.ohash ?? body.hash);
  return {
    type: body.type,
    manual: body.manual,
    includeAdult: body.includeAdult,
    ...(body.title !== undefined && { title: body.title }),
    ...(isYear(body.year) && { year: body.year }),
    ...(body.guid !== undefined && { guid: body.guid }),
    ...(body.filename !== undefined && { fileName: body.filename }),
    ...(body.date !== undefined && { date: body.date }),
    ...(body.duration !== undefined && body.duration > 0 && { durationMs: body.duration }),
    ...(oshash !== undefined && { oshash }),
  };
}

function isYear(year: number | undefined): year is number {
  return year !== undefined && year >= 1_800 && year <= 2_200;
}

/** Other hashes than oshash arrive in the same field from some senders; they are of no use here. */
function toOshash(value: string | undefined): string | undefined {
  const hash = value?.trim().toLowerCase();
  return hash !== undefined && /^[0-9a-f]{16}$/.test(hash) ? hash : undefined;
}
