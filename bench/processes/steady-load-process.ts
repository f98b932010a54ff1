import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { SimulatedFile } from '../../simulators/library/plex-files.ts';
import { createBenchLibrary, listFilesWithExtras, toMatchBody } from '../libraries/bench-library.ts';
import { answerParent } from './child.ts';

/** PMS scanning without end, in a process of its own: match, metadata, images and now and then the poster of each file. */
export type SteadyLoadQuestion =
  | { readonly do: 'START'; readonly url: string; readonly scenes: number; readonly clients: number }
  /** Hands over what happened since the last time. */
  | { readonly do: 'TAKE' }
  | { readonly do: 'STOP' };

/** Instants are milliseconds since the epoch. */
export interface SteadyLoadReply {
  readonly answered: number;
  /** Answers that named another scene than the file's own, or were broken. */
  readonly wrong: readonly string[];
  /** Requests without an answer, or with another status than 200. */
  readonly failed: readonly FailedRequest[];
  /** Requests that only Stash can answer, told to come back since it was too slow. */
  readonly toldToComeBack: number;
  /** When each match with a scene was answered. */
  readonly matchedAt: readonly number[];
  readonly described: readonly Described[];
  /** Addresses of posters that were served. */
  readonly posters: readonly string[];
}

export interface FailedRequest {
  readonly what: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A scene whose metadata was served. */
export interface Described {
  readonly sceneId: string;
  readonly askedAt: number;
  readonly answeredAt: number;
}

type Events = {
  -readonly [Name in keyof SteadyLoadReply]: SteadyLoadReply[Name] extends readonly (infer Item)[]
    ? Item[]
    : number;
};

const PAUSE_MS = 5;
const PAUSE_AFTER_FAILURE_MS = 20;
const POSTER_EVERY = 150;

let files: readonly SimulatedFile[] = [];
let next = 0;
let isStopped = false;
let running: Promise<unknown> = Promise.resolve();
let events = toEmpty();

answerParent(async (question: SteadyLoadQuestion): Promise<SteadyLoadReply> => {
  if (question.do === 'START') {
    files = listFilesWithExtras(createBenchLibrary(question.scenes));
    const agent = new Agent({ keepAlive: true });
    running = Promise.all(Array.from({ length: question.clients }, () => runClient(question.url, agent)));
  }
  if (question.do === 'STOP') {
    isStopped = true;
    await running;
  }
  const taken = events;
  events = toEmpty();
  return taken;
});

function toEmpty(): Events {
  return { answered: 0, wrong: [], failed: [], toldToComeBack: 0, matchedAt: [], described: [], posters: [] };
}

async function runClient(url: string, agent: Agent): Promise<void> {
  while (!isStopped) {
    const number = next++;
    const file = files[number % files.length];
    if (!file) throw new Error('expected START first');
    await delay((await scanFile(url, agent, file, number)) ? PAUSE_MS : PAUSE_AFTER_FAILURE_MS);
  }
}

/** False when a request was not answered: the scan of this file ends there. */
async function scanFile(url: string, agent: Agent, file: SimulatedFile, number: number): Promise<boolean> {
  const matched = await ask(agent, {
    address: `${url}/library/metadata/matches`,
    what: `match ${file.path}`,
    body: toMatchBody(file),
    needsStash: file.sceneId === null,
  });
  if (!matched) return false;
  const [ratingKey] = listRatingKeys(matched.body);
  if ((ratingKey ?? null) !== file.sceneId)
    events.wrong.push(`${file.path}: scene ${String(ratingKey)} instead of ${file.sceneId}`);
  if (ratingKey === undefined) return true;
  events.matchedAt.push(matched.answeredAt);
  return describe(url, agent, ratingKey, number % POSTER_EVERY === 0);
}

async function describe(url: string, agent: Agent, sceneId: string, wantsPoster: boolean): Promise<boolean> {
  const address = `${url}/library/metadata/${sceneId}`;
  const askedAt = Date.now();
  const described = await ask(agent, { address, what: `metadata ${sceneId}` });
  if (!described) return false;
  if (listRatingKeys(described.body)[0] !== sceneId) events.wrong.push(`metadata ${sceneId}: another scene`);
  events.described.push({ sceneId, askedAt, answeredAt: described.answeredAt });
  if (!(await ask(agent, { address: `${address}/images`, what: `images ${sceneId}` }))) return false;
  const poster = /"thumb":"([^"]+)"/.exec(described.body)?.[1];
  if (!wantsPoster || poster === undefined) return true;
  const served = await ask(agent, { address: poster, what: `poster ${sceneId}`, needsStash: true });
  if (served) events.posters.push(poster);
  return served !== undefined;
}

function listRatingKeys(body: string): string[] {
  try {
    const { MediaContainer } = JSON.parse(body) as { MediaContainer: { Metadata: { ratingKey: string }[] } };
    return MediaContainer.Metadata.map(({ ratingKey }) => ratingKey);
  } catch {
    events.wrong.push(`a broken answer: ${body.slice(0, 100)}`);
    return [];
  }
}

interface Call {
  readonly address: string;
  readonly what: string;
  readonly body?: string;
  /** What it asks for is in no catalog: 500 says that Stash was too slow to tell. */
  readonly needsStash?: boolean;
}

interface Answered {
  readonly body: string;
  readonly answeredAt: number;
}

async function ask(
  agent: Agent,
  { address, what, body, needsStash = false }: Call,
): Promise<Answered | undefined> {
  const startedAt = Date.now();
  const fail = (why: string): void =>
    void events.failed.push({ what: `${what}: ${why}`, startedAt, endedAt: Date.now() });
  try {
    const { status, text } = await send(agent, address, body);
    if (status === 200) {
      events.answered += 1;
      return { body: text, answeredAt: Date.now() };
    }
    if (status === 500 && needsStash) events.toldToComeBack += 1;
    else fail(`${status} ${text.slice(0, 200)}`);
  } catch (error) {
    fail(error instanceof Error ? error.message : 'failed');
  }
  return undefined;
}

function send(agent: Agent, address: string, body?: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { Accept: '*/*', ...(body !== undefined && { 'Content-Type': 'application/json' }) };
    const outgoing = request(address, { agent, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
