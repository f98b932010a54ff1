import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import pLimit, { type LimitFunction } from 'p-limit';
import type { SimulatedLibrary } from '../library/simulated-library.ts';
import { AccessControl } from './access-control.ts';
import { type Answer, answerEmpty } from './answer.ts';
import { type AnswerFault, Faults } from './faults.ts';
import { GraphqlEndpoint } from './graphql-endpoint.ts';
import { summarise } from './graphql-operation.ts';
import { PictureEndpoint } from './picture-endpoint.ts';
import { readBody } from './read-body.ts';
import { readOperation } from './read-operation.ts';
import { RequestLog } from './request-log.ts';
import { type Exchange, serveWithFault } from './serve-with-fault.ts';
import type { ServerState, StashContext } from './stash-context.ts';
import type { VersionFacts } from './stash-version.ts';
import { writeAnswer } from './write-answer.ts';

export interface StashHttpOptions {
  readonly library: SimulatedLibrary;
  readonly version: VersionFacts;
  readonly schema: GraphQLSchema;
  readonly apiKey: string | undefined;
  readonly readConnections: number;
  readonly keepRequests: number;
}

const HEALTHY: Answer = { status: 200, headers: { 'content-type': 'text/plain' }, body: '.' };
/** Everything that is neither data nor a picture is Stash's own web page, the log-in page included. */
const PAGE: Answer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!DOCTYPE html><title>Stash</title>',
};
/** Stash answers pictures with 500 and nothing while there is no database. */
const NO_DATABASE: Answer = answerEmpty(500);
const PICTURE_PATH = /^\/(scene|performer|studio|tag|group)\//;

/** What one request has brought so far. */
interface Incoming {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** What the access checks answer in place of anything else. */
  readonly refusal: Answer | undefined;
}

/** The requests of the simulator: lets in, logs, and hands on to GraphQL or the pictures. */
export class StashHttp {
  readonly faults = new Faults();
  readonly access: AccessControl;
  readonly log: RequestLog;
  readonly #options: StashHttpOptions;
  readonly #graphql: GraphqlEndpoint;
  readonly #pictures: PictureEndpoint;
  readonly #readers: LimitFunction;

  constructor(options: StashHttpOptions) {
    this.#options = options;
    this.access = new AccessControl(options.apiKey);
    this.log = new RequestLog(options.keepRequests);
    this.#graphql = new GraphqlEndpoint(options.schema);
    this.#pictures = new PictureEndpoint(options.library);
    this.#readers = pLimit(options.readConnections);
  }

  /** Checks in Stash's order: healthz in every state, who may come in, then what was asked for. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://stash');
    if (url.pathname === '/healthz') {
      writeAnswer(response, HEALTHY);
      return;
    }
    this.log.all.arrive();
    response.once('close', () => this.log.all.depart());
    const incoming = { request, response, url, refusal: this.access.findRefusal(request, url) };
    if (url.pathname === '/graphql') await this.#countGraphql(incoming);
    else if (PICTURE_PATH.test(url.pathname)) await this.#servePicture(incoming);
    else writeAnswer(response, incoming.refusal ?? PAGE);
  }

  /** An answer that is handed over has been given, even if the last byte is still on its way out. */
  async #countGraphql(incoming: Incoming): Promise<void> {
    this.log.graphql.arrive();
    try {
      await this.#serveGraphql(incoming);
    } finally {
      this.log.graphql.depart();
    }
  }

  async #serveGraphql(incoming: Incoming): Promise<void> {
    const { request, url } = incoming;
    const asked = {
      method: request.method ?? 'GET',
      search: url.searchParams,
      contentType: request.headers['content-type'] ?? '',
      accept: request.headers.accept ?? '',
      body: await readBody(request),
    };
    const read = readOperation(asked, this.#options.version);
    const operation = 'query' in read ? read : { query: '', operationName: undefined, variables: {} };
    const summary = summarise(this.#graphql.findDocument(operation.query), operation);
    this.log.record({
      kind: 'GRAPHQL',
      ...summary,
      variables: operation.variables,
      headers: request.headers,
    });
    const fault = this.faults.take({ kind: 'GRAPHQL', operationName: summary.operationName });
    await this.#send(fault, incoming, 'application/json', async () => {
      return 'query' in read ? this.#graphql.answer(asked, read, this.#contextFor(request, fault)) : read;
    });
  }

  async #servePicture(incoming: Incoming): Promise<void> {
    const { request, url } = incoming;
    const method = request.method ?? 'GET';
    this.log.record({ kind: 'PICTURE', method, path: url.pathname + url.search, headers: request.headers });
    const fault = this.faults.take({ kind: 'PICTURES', operationName: undefined });
    const asked = { method, url, ifNoneMatch: request.headers['if-none-match'] };
    await this.#send(fault, incoming, 'image/jpeg', async () => {
      return stateUnder(fault) === 'OK' ? this.#pictures.answer(asked) : NO_DATABASE;
    });
  }

  /** A query holds one of the read connections from its start until its answer is out, or its caller gone. */
  async #send(
    fault: AnswerFault,
    { response, refusal }: Incoming,
    contentType: Exchange['contentType'],
    answer: Exchange['answer'],
  ): Promise<void> {
    if (refusal) {
      writeAnswer(response, refusal);
      return;
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    if (response.destroyed) gone.abort();
    await this.#readers(() => serveWithFault(fault, { response, answer, closed: gone.signal, contentType }));
  }

  #contextFor(request: IncomingMessage, fault: AnswerFault): StashContext {
    const { library, version, apiKey } = this.#options;
    return { library, version, apiKey, state: stateUnder(fault), origin: originOf(request) };
  }
}

function stateUnder(fault: AnswerFault): ServerState {
  if (fault.kind === 'SETUP') return 'SETUP';
  return fault.kind === 'MIGRATION' ? 'NEEDS_MIGRATION' : 'OK';
}

/** Addresses in answers reflect how the caller reached Stash. */
function originOf({ headers }: IncomingMessage): string {
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : 'http';
  return `${scheme}://${headers.host ?? ''}${String(headers['x-forwarded-prefix'] ?? '')}`;
}
