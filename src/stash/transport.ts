import type { Secret } from '../lib/secret.ts';
import { parseStashBaseUrl } from './base-url.ts';
import { type GraphqlAnswer, parseGraphqlAnswer } from './graphql-answer.ts';
import { toNetworkError } from './network-error.ts';
import { refuseNonImage, refuseRedirect } from './refuse-response.ts';
import { readCappedText } from '../lib/read-capped-text.ts';
import { StashError } from './stash-error.ts';

export interface StashTransportOptions {
  /** `STASH_URL`: with or without path prefix, trailing slash or `/graphql`. */
  readonly baseUrl: string;
  /** Sent only if there is one: a Stash without credentials refuses any key. */
  readonly apiKey?: Secret | undefined;
  /** Longest GraphQL answer in bytes; 64 MiB unless set. */
  readonly maxBodyBytes?: number;
}

interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Plain exchanges with Stash over HTTP. There is no time-out, limit or retry here: those are in `lib/policy.ts`, and
 * the signal carries them. Aborting closes the connection, which is the only thing that makes Stash stop working on
 * a query. Throws `StashError`, or the signal's reason.
 */
export interface StashTransport {
  post(request: GraphqlRequest, signal?: AbortSignal): Promise<GraphqlAnswer>;
  /**
   * Asks for a picture and returns Stash's answer with its body unread: a picture (200), nothing new (304) or no such
   * thing (404). The caller reads or cancels the body.
   */
  getImage(path: ImagePath, options?: ImageRequest): Promise<Response>;
}

/** The pictures we ask for, by the paths of Stash's own web interface. */
export type ImagePath = `/scene/${string}/screenshot${string}` | `/performer/${string}/image${string}`;

export interface ImageRequest {
  /** An entity tag as Stash sent it, for a 304. */
  readonly etag?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** Makes the one transport to Stash. Throws a `TypeError` when the address or the key is unusable. */
export function createStashTransport(options: StashTransportOptions): StashTransport {
  const url = parseStashBaseUrl(options.baseUrl);
  const maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
  const key = toKeyHeader(options.apiKey);
  return {
    async post(request, signal) {
      const body = JSON.stringify({ query: request.query, variables: request.variables ?? {} });
      const headers = { ...key, Accept: 'application/json', 'Content-Type': 'application/json' };
      return exchange(async () => {
        const response = await fetch(url.graphql, {
          method: 'POST',
          body,
          headers,
          redirect: 'manual',
          ...only(signal),
        });
        await refuseRedirect(response);
        const toTooLarge = () => new StashError('TOO_LARGE', { status: response.status });
        return parseGraphqlAnswer(response.status, await readCappedText(response, maxBodyBytes, toTooLarge));
      }, signal);
    },
    async getImage(path, { etag, signal } = {}) {
      const headers = { ...key, Accept: 'image/*', ...(etag === undefined ? {} : { 'If-None-Match': etag }) };
      return exchange(async () => {
        const response = await fetch(url.at(path), { headers, redirect: 'manual', ...only(signal) });
        await refuseNonImage(response);
        return response;
      }, signal);
    },
  };
}

/** Checked here, since `fetch` repeats a header that it refuses in its error. */
function toKeyHeader(apiKey: Secret | undefined): Readonly<Record<string, string>> {
  if (apiKey === undefined) return {};
  const ApiKey = apiKey.reveal();
  if (/^[\x21-\x7e]+$/.test(ApiKey)) return { ApiKey };
  throw new TypeError(
    'expected STASH_API_KEY to be visible ASCII characters without blanks, but got: others',
  );
}

async function exchange<T>(run: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw error instanceof StashError ? error : toNetworkError(error);
  }
}

function only(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
