import { type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { SimulatedLibrary } from '../library/simulated-library.ts';
import { answerText } from './answer.ts';
import type { Faults } from './faults.ts';
import type { RequestCounts, RequestEntry } from './request-log.ts';
import { StashHttp, type StashHttpOptions } from './stash-http.ts';
import type { StashSimulator } from './stash-simulator.ts';
import { writeAnswer } from './write-answer.ts';

/** The listening side of the simulator, and what tests see of the rest. */
export class StashServer implements StashSimulator {
  readonly library: SimulatedLibrary;
  readonly faults: Faults;
  readonly #http: StashHttp;
  readonly #server: Server;
  #port = 0;

  constructor(options: StashHttpOptions) {
    this.library = options.library;
    this.#http = new StashHttp(options);
    this.faults = this.#http.faults;
    this.#server = createServer((request, response) => {
      this.#http.serve(request, response).catch((error: unknown) => answerBroken(response, error));
    });
    // Stash closes no connection for being idle, and waits for a request as long as it takes.
    Object.assign(this.#server, { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0 });
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get requests(): readonly RequestEntry[] {
    return this.#http.log.entries;
  }

  get inFlight(): number {
    return this.#http.log.all.now;
  }

  get maxInFlight(): number {
    return this.#http.log.all.most;
  }

  get maxGraphqlInFlight(): number {
    return this.#http.log.graphql.most;
  }

  get isTripped(): boolean {
    return this.#http.access.isTripped;
  }

  counts(): RequestCounts {
    return this.#http.log.counts;
  }

  forgetRequests(): void {
    this.#http.log.forget();
  }

  resetTripwire(): void {
    this.#http.access.resetTripwire();
  }

  async start(port: number): Promise<void> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start(this.#port);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }
}

/** A caller that is gone needs no answer; anything else is a mistake of the simulator and should be seen. */
function answerBroken(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else writeAnswer(response, answerText(500, `The simulator failed: ${String(error)}`));
}
