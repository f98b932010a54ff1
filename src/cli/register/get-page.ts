import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';

export interface Page {
  readonly status: number;
  readonly text: string;
}

const LONGEST_MS = 5000;
const MAX_BYTES = 4 * 1024 * 1024;

/** Asks one address once, following no redirect; `undefined` when no whole answer comes. Throws the signal's reason. */
export async function getPage(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Page | undefined> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
  try {
    const response = await open(url, headers, within);
    return { status: response.statusCode ?? 0, text: await readText(response) };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

function open(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const get = url.startsWith('https:') ? getHttps : getHttp;
  return new Promise((resolve, reject) => {
    get(url, { headers, signal, agent: false }, resolve).once('error', reject);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new RangeError(`expected at most ${MAX_BYTES} bytes, but got: more`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
