import { STATUS_CODES, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type AnswerObject, applyModes } from './id-writing.ts';
import type { ArrayMode, IdMode } from './listing-mode.ts';
import type { AnswerList, PmsAnswer } from './pms-answer.ts';
import { toOpenTag, toXml } from './xml-writing.ts';

/** How answers are spelt. */
export interface WritingModes {
  readonly ids: IdMode;
  readonly arrays: ArrayMode;
}

type Container = Extract<PmsAnswer, { kind: 'CONTAINER' }>;

/** Entries written at once: few enough that a page of 200,000 is never one string. */
const ENTRIES_A_CHUNK = 64;

/** Sends an answer: JSON where it was asked for, XML otherwise, errors always HTML. */
export async function writeAnswer(
  answer: PmsAnswer,
  response: ServerResponse,
  wantsJson: boolean,
  modes: WritingModes,
): Promise<void> {
  if (answer.kind === 'EMPTY') {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end();
    return;
  }
  if (answer.kind === 'HTML') {
    writeHtml(answer.status, response);
    return;
  }
  response.writeHead(200, {
    'Content-Type': wantsJson ? 'application/json' : 'text/xml;charset=utf-8',
    ...answer.headers,
  });
  const chunks = wantsJson ? streamJson(answer, modes) : streamXml(answer, modes);
  if (answer.isCut) await writeCut(chunks, response);
  else await pipeline(Readable.from(chunks), response);
}

function writeHtml(status: number, response: ServerResponse): void {
  const title = `${status} ${STATUS_CODES[status] ?? ''}`;
  response.writeHead(status, { 'Content-Type': 'text/html' });
  response.end(`<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`);
}

/** The first piece, then nothing but a closed connection. */
async function writeCut(chunks: Iterable<string>, response: ServerResponse): Promise<void> {
  for (const chunk of chunks) {
    await new Promise<void>((resolve) => response.write(chunk, () => resolve()));
    break;
  }
  response.destroy();
}

function* streamJson({ head, list }: Container, modes: WritingModes): Generator<string> {
  const opened = JSON.stringify(toPlain(head, modes)).slice(0, -1);
  yield `{"MediaContainer":${opened}`;
  if (list !== undefined && list.size > 0) {
    const asObject = modes.arrays === 'SINGLE_OBJECT' && list.size === 1;
    yield `${opened === '{' ? '' : ','}"${list.name}":${asObject ? '' : '['}`;
    yield* streamEntries(list, ',', (entry) => JSON.stringify(toPlain(entry, modes)));
    yield asObject ? '' : ']';
  }
  yield '}}';
}

function* streamXml({ head, list }: Container, modes: WritingModes): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${toOpenTag('MediaContainer', head)}`;
  if (list !== undefined) yield* streamEntries(list, '', (entry) => toXml(list.name, toPlain(entry, modes)));
  yield '</MediaContainer>';
}

function* streamEntries(
  { entries }: AnswerList,
  separator: string,
  write: (entry: AnswerObject) => string,
): Generator<string> {
  let chunk: string[] = [];
  let before = '';
  for (const entry of entries) {
    chunk.push(write(entry));
    if (chunk.length < ENTRIES_A_CHUNK) continue;
    yield before + chunk.join(separator);
    before = separator;
    chunk = [];
  }
  if (chunk.length > 0) yield before + chunk.join(separator);
}

function toPlain(value: AnswerObject, { ids, arrays }: WritingModes): AnswerObject {
  return applyModes(value, ids, arrays) as AnswerObject;
}
