import { createHash } from 'node:crypto';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ImageFetch, ImageSource, StashPictureKind } from '../../src/artwork/image-source.ts';

export type PictureAnswer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server that answers picture requests like Stash: ETag is the MD5 of the bytes, 304 is honoured. */
export class PictureUpstream {
  readonly requests: { readonly path: string; readonly ifNoneMatch: string | undefined }[] = [];
  /** The status of every answer, in the order of the requests. */
  readonly statuses: number[] = [];
  readonly #answers = new Map<string, PictureAnswer>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      const path = request.url ?? '';
      this.requests.push({ path, ifNoneMatch: request.headers['if-none-match'] });
      response.once('finish', () => this.statuses.push(response.statusCode));
      (this.#answers.get(path) ?? answerNotFound)(request, response);
    });
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  answer(path: string, answer: PictureAnswer): void {
    this.#answers.set(path, answer);
  }

  /** Puts a picture there; returns its ETag. */
  put(path: string, bytes: Uint8Array, contentType: string, etag = md5Tag(bytes)): string {
    this.answer(path, (request, response) => {
      const isHeld = (request.headers['if-none-match'] ?? '').includes(etag);
      const headers = { etag, 'content-type': contentType, 'content-length': bytes.length };
      response.writeHead(isHeld ? 304 : 200, isHeld ? { etag } : headers);
      response.end(isHeld ? undefined : bytes);
    });
    return etag;
  }

  /** Cuts every connection and refuses new ones. */
  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** The thinnest adapter that keeps the promises of the port. */
  toImageSource(): ImageSource {
    const base = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return {
      fetchImage: async (kind, id, { ifNoneMatch, signal }) => {
        const headers = ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch };
        try {
          return toImageFetch(await fetch(base + toPath(kind, id), { headers, signal, redirect: 'manual' }));
        } catch {
          return { kind: 'UNKNOWN', cause: { reason: 'STASH_UNREACHABLE', detail: 'No connection.' } };
        }
      },
    };
  }
}

export function toPath(kind: StashPictureKind, id: string): string {
  return kind === 'SCENE_COVER' ? `/scene/${id}/screenshot` : `/performer/${id}/image`;
}

export function md5Tag(bytes: Uint8Array): string {
  return `"${createHash('md5').update(bytes).digest('hex')}"`;
}

function toImageFetch(response: Response): ImageFetch {
  const etag = response.headers.get('etag');
  const tag = etag === null ? {} : { etag };
  if (response.status === 304) return { kind: 'NOT_MODIFIED', ...tag };
  if (response.status === 404) return { kind: 'NO_PICTURE' };
  if (response.status !== 200 || response.body === null)
    return { kind: 'UNKNOWN', cause: { reason: 'STASH_UNAUTHORIZED', detail: 'Refused.' } };
  const length = response.headers.get('content-length');
  return {
    kind: 'IMAGE',
    contentType: response.headers.get('content-type') ?? '',
    ...tag,
    ...(length === null ? {} : { length: Number(length) }),
    body: response.body as AsyncIterable<Uint8Array>,
  };
}

const answerNotFound: PictureAnswer = (_request, response) => {
  response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
};
