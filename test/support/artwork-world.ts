import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Router from '@koa/router';
import Koa from 'koa';
import { type ArtworkAddress, toArtworkPath } from '../../src/artwork/artwork-address.ts';
import type { ArtworkKind } from '../../src/artwork/artwork-kind.ts';
import { createArtworkRouter } from '../../src/artwork/artwork-routes.ts';
import type { ArtworkTrouble } from '../../src/artwork/artwork-trouble.ts';
import { createMakePoster } from '../../src/artwork/make-poster.ts';
import type { KeptPicture, PictureStore } from '../../src/artwork/picture-cache.ts';
import type { PosterMode } from '../../src/artwork/poster-mode.ts';
import { type ArtworkSigner, createArtworkSigner } from '../../src/artwork/signer.ts';
import { useJsonErrors } from '../../src/http/use-json-errors.ts';
import { useRequestBudget } from '../../src/http/use-request-budget.ts';
import { PictureUpstream } from './picture-upstream.ts';

/** Keeps pictures in memory, and counts. */
class PicturesInMemory implements PictureStore {
  readonly kept = new Map<string, KeptPicture>();
  saves = 0;

  find(key: string): KeptPicture | undefined {
    return this.kept.get(key);
  }

  save(picture: KeptPicture): void {
    this.saves += 1;
    this.kept.set(picture.key, picture);
  }
}

export interface ArtworkWorldOptions {
  readonly posterMode?: PosterMode;
  readonly maxBytes?: number;
  readonly store?: PictureStore;
  readonly budgetMs?: number;
}

/** The artwork routes behind a real server, under a secret prefix, before a real upstream. */
export class ArtworkWorld implements AsyncDisposable {
  readonly upstream: PictureUpstream;
  readonly signer: ArtworkSigner = createArtworkSigner(new Uint8Array(32).fill(7));
  readonly pictures = new PicturesInMemory();
  readonly troubles: { readonly trouble: ArtworkTrouble; readonly error: unknown }[] = [];
  /** Settles with the first trouble that is recorded. */
  readonly firstTrouble = Promise.withResolvers<ArtworkTrouble>();
  /** Errors that reached the outermost middleware. */
  readonly broken: unknown[] = [];
  readonly #server: Server;

  private constructor(upstream: PictureUpstream, options: ArtworkWorldOptions) {
    this.upstream = upstream;
    const artwork = createArtworkRouter({
      signer: this.signer,
      images: upstream.toImageSource(),
      store: options.store ?? this.pictures,
      makePoster: createMakePoster(),
      posterMode: options.posterMode ?? 'fit',
      recordTrouble: (trouble, error) => {
        this.troubles.push({ trouble, error });
        this.firstTrouble.resolve(trouble);
      },
      ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
    });
    const app = new Koa();
    app.silent = true;
    app.use(useJsonErrors((error) => this.broken.push(error)));
    app.use(useRequestBudget(options.budgetMs ?? 60_000, new AbortController().signal));
    app.use(new Router().use('/secret', artwork.routes()).routes());
    const answer = app.callback();
    this.#server = createServer((request, response) => void answer(request, response));
  }

  static async start(options: ArtworkWorldOptions = {}): Promise<ArtworkWorld> {
    const world = new ArtworkWorld(await new PictureUpstream().start(), options);
    await new Promise<void>((resolve) => world.#server.listen(0, '127.0.0.1', resolve));
    return world;
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/secret`;
  }

  /** The address that we would issue. */
  address(kind: ArtworkKind, id: string, version = 'v1'): string {
    const address: ArtworkAddress = { kind, id, version };
    return this.baseUrl + toArtworkPath(address, this.signer.sign(address));
  }

  get(kind: ArtworkKind, id: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.address(kind, id), { headers });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.upstream.stop();
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}

/** The code of a JSON error answer. */
export async function errorCodeOf(response: Response): Promise<string> {
  const body = (await response.json()) as { error: { code: string } };
  return body.error.code;
}
