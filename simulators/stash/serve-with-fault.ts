import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { UNAUTHORIZED } from './access-control.ts';
import { type Answer, answerText } from './answer.ts';
import type { AnswerFault } from './faults.ts';
import { writeAnswer, writeCut, writeEndless } from './write-answer.ts';

/** One request on its way: what to answer, and when the caller is gone. */
export interface Exchange {
  readonly response: ServerResponse;
  /** Works the answer out; called once, and not at all when the fault needs none. */
  readonly answer: () => Promise<Answer>;
  /** Aborts when the connection closes: Stash stops a query only then. */
  readonly closed: AbortSignal;
  readonly contentType: 'application/json' | 'image/jpeg';
}

/** Answers a request the way the fault has it. Returns when all is sent, or the caller has gone. */
export async function serveWithFault(fault: AnswerFault, exchange: Exchange): Promise<void> {
  const { response, answer, closed, contentType } = exchange;
  if (fault.kind === 'HANG') return untilClosed(closed);
  if ('ms' in fault && !(await staysOpen(fault.ms ?? 0, closed))) return;
  const reply = BROKEN[fault.kind]?.(contentType) ?? (await answer());
  if (fault.kind === 'HUGE') await writeEndless(response, reply);
  else if (fault.kind === 'CUT') writeCut(response, reply);
  else writeAnswer(response, reply);
}

/** Faults that need not know what the right answer would have been. */
const BROKEN: Partial<Record<AnswerFault['kind'], (contentType: string) => Answer>> = {
  HTTP_500: () => answerText(500, 'Internal Server Error'),
  GARBAGE: answerGarbage,
  UNAUTHORIZED: () => UNAUTHORIZED,
};

async function staysOpen(ms: number, closed: AbortSignal): Promise<boolean> {
  await delay(ms, undefined, { signal: closed }).catch(() => undefined);
  return !closed.aborted;
}

function untilClosed(closed: AbortSignal): Promise<void> {
  if (closed.aborted) return Promise.resolve();
  return new Promise((resolve) => closed.addEventListener('abort', () => resolve(), { once: true }));
}

function answerGarbage(contentType: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': contentType },
    body: '<html>\u0000 502 from somewhere else',
  };
}
