import { type IncomingMessage, get as getHttp } from 'node:http';
import { get as getHttps } from 'node:https';

/** What is at an address where a provider should be. */
export type ManifestReading =
  | { readonly kind: 'ANSWER'; readonly identifier: string | undefined }
  /** `reason` is a code such as `ECONNREFUSED`. */
  | { readonly kind: 'NO_ANSWER'; readonly reason: string };

const LIMIT_MS = 8_000;
const MAX_BYTES = 64 * 1024;

/** Reads the provider manifest at an address and gives the identifier in it. Rejects only when the signal aborts. */
export async function readManifestId(url: string, signal: AbortSignal): Promise<ManifestReading> {
  try {
    const within = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
    const body = await readBody(await open(url, within));
    return { kind: 'ANSWER', identifier: findIdentifier(body) };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'NO_ANSWER', reason: toReason(error) };
  }
}

function open(url: string, signal: AbortSignal): Promise<IncomingMessage> {
  const get = url.startsWith('https:') ? getHttps : getHttp;
  const headers = { Accept: 'application/json', 'User-Agent': 'Stash2Plex-doctor' };
  return new Promise((resolve, reject) => {
    get(url, { headers, signal }, resolve).once('error', reject);
  });
}

async function readBody(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function findIdentifier(body: string): string | undefined {
  try {
    const manifest = JSON.parse(body) as {
      readonly MediaProvider?: { readonly identifier?: unknown };
    } | null;
    const identifier = manifest?.MediaProvider?.identifier;
    return typeof identifier === 'string' ? identifier : undefined;
  } catch {
    return undefined;
  }
}

function toReason(error: unknown): string {
  if (error instanceof Error && error.name === 'AbortError') return 'no answer in time';
  return error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
}
