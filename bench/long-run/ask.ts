import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

export interface Asked {
  readonly status: number;
  readonly text: string;
}

export interface Question {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST. */
  readonly json?: unknown;
}

/** One request over a connection of its own, which is closed with the answer. */
export async function ask(url: string, question: Question = {}): Promise<Asked> {
  const response = await open(url, question);
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() };
}

/** Begins to read an answer and hangs up. */
export async function askAndHangUp(url: string, question: Question = {}): Promise<void> {
  const response = await open(url, question);
  response.on('error', () => undefined);
  response.destroy();
}

async function open(url: string, { headers = {}, json }: Question): Promise<IncomingMessage> {
  const body = json === undefined ? undefined : JSON.stringify(json);
  const method = body === undefined ? 'GET' : 'POST';
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const outgoing = request(url, { agent: false, method, headers: { ...type, ...headers } });
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  return response;
}
