import { Agent, request } from 'node:http';
import { createBenchLibrary, listBenchFiles, toMatchBody } from '../libraries/bench-library.ts';
import { answerParent } from './child.ts';

/** A generator of load in a process of its own: so many clients, each with one connection, each asking anew as soon as it has its answer. */
export type LoadQuestion =
  | {
      readonly do: 'PREPARE';
      readonly scenes: number;
      /** `MATCH` asks which scene each file is; `METADATA` asks for each scene once. */
      readonly kind: 'MATCH' | 'METADATA';
    }
  | { readonly do: 'SAMPLE'; readonly url: string; readonly requests: number }
  | { readonly do: 'RUN'; readonly url: string; readonly clients: number; readonly requests: number }
  | {
      readonly do: 'RUN';
      readonly url: string;
      readonly clients: number;
      readonly forMs: number;
    };

export interface LoadReply {
  readonly latenciesMs: readonly number[];
  readonly tookMs: number;
  /** Answers other than 200. */
  readonly refused: number;
  /** Share of one core that this process used: near 1 the generator itself is the limit. */
  readonly cpuShare: number;
  /** Answers as text; for `SAMPLE` only. */
  readonly answers: readonly string[];
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body: string;
}

let calls: readonly Call[] = [];
let next = 0;

answerParent(async (question: LoadQuestion): Promise<LoadReply> => {
  switch (question.do) {
    case 'PREPARE':
      calls = prepare(question.scenes, question.kind);
      return toReply([], 0, [], 0);
    case 'SAMPLE':
      return run(question.url, 1, { requests: question.requests, keepAnswers: true });
    case 'RUN':
      return run(question.url, question.clients, { keepAnswers: false, ...question });
  }
});

function prepare(scenes: number, kind: 'MATCH' | 'METADATA'): readonly Call[] {
  const library = createBenchLibrary(scenes);
  if (kind === 'MATCH')
    return listBenchFiles(library).map((file) => ({
      method: 'POST',
      path: '/library/metadata/matches',
      body: toMatchBody(file),
    }));
  return library.scenes.map(({ id }) => ({ method: 'GET', path: `/library/metadata/${id}`, body: '' }));
}

interface Extent {
  readonly requests?: number;
  readonly forMs?: number;
  readonly keepAnswers: boolean;
}

async function run(url: string, clients: number, extent: Extent): Promise<LoadReply> {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: clients, scheduling: 'fifo' });
  const latenciesMs: number[] = [];
  const answers: string[] = [];
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  let refused = 0;
  let sent = 0;
  const isOver = (): boolean =>
    sent >= (extent.requests ?? Infinity) || performance.now() - startedAt >= (extent.forMs ?? Infinity);
  const client = async (): Promise<void> => {
    while (!isOver()) {
      sent += 1;
      const call = calls[next++ % calls.length];
      if (!call) throw new Error('expected PREPARE first');
      const askedAt = performance.now();
      const answer = await send({ hostname, port, agent }, call, extent.keepAnswers);
      latenciesMs.push(performance.now() - askedAt);
      if (answer.status !== 200) refused += 1;
      if (extent.keepAnswers) answers.push(answer.text);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  const { user, system } = process.cpuUsage(cpu);
  return toReply(latenciesMs, performance.now() - startedAt, answers, refused, (user + system) / 1000);
}

function toReply(
  latenciesMs: readonly number[],
  tookMs: number,
  answers: readonly string[],
  refused: number,
  cpuMs = 0,
): LoadReply {
  return { latenciesMs, tookMs, answers, refused, cpuShare: cpuMs / tookMs };
}

interface Way {
  readonly hostname: string;
  readonly port: string;
  readonly agent: Agent;
}

function send(
  way: Way,
  { method, path, body }: Call,
  keep: boolean,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers =
      method === 'POST'
        ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
        : {};
    const outgoing = request({ ...way, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => (keep ? chunks.push(chunk) : 0));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
