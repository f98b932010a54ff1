import type { IncomingHttpHeaders } from 'node:http';
import { findContainer } from '../contract/media-container.ts';
import type { JsonObject } from '../contract/object-shape.ts';
import type { ProviderContract } from '../contract/provider-contract.ts';
import { validateExchange } from '../contract/validate-exchange.ts';
import type { CallName, TransientError } from './file-report.ts';
import type { ProviderClient, ProviderReply, ProviderRequest } from './provider-client.ts';

/** One call for one file, judged by the contract. */
export type CallResult =
  | {
      readonly kind: 'ANSWERED';
      readonly status: number;
      /** `undefined` when the answer has none, such as an error or a page of HTML. */
      readonly container: JsonObject | undefined;
    }
  | { readonly kind: 'TRANSIENT' };

/**
 * The calls made for one file: sends each, times it, has the contract validator read it, and notes what was wrong.
 */
export class ProviderConversation {
  readonly violations: string[] = [];
  readonly transient: TransientError[] = [];
  readonly latencyMs: Partial<Record<CallName, number>> = {};
  readonly #client: ProviderClient;
  readonly #contract: Partial<ProviderContract>;
  readonly #signal: AbortSignal | undefined;

  constructor(client: ProviderClient, contract: Partial<ProviderContract>, signal?: AbortSignal) {
    this.#client = client;
    this.#contract = contract;
    this.#signal = signal;
  }

  /** A call whose answer is a `MediaContainer`. */
  async ask(call: CallName, request: ProviderRequest): Promise<CallResult> {
    const reply = await this.fetch(call, request);
    if (reply.kind === 'NO_ANSWER') return { kind: 'TRANSIENT' };
    this.violations.push(...this.#judge(request, reply));
    if (reply.status >= 500) {
      this.#recordTransient(call, `HTTP_${reply.status}`, reply.headers);
      return { kind: 'TRANSIENT' };
    }
    return { kind: 'ANSWERED', status: reply.status, container: findBodyContainer(reply.body) };
  }

  /** A call whose answer is bytes. */
  async fetch(call: CallName, request: ProviderRequest): Promise<ProviderReply> {
    const reply = await this.#client.send(request, this.#signal);
    this.latencyMs[call] = reply.tookMs;
    if (reply.kind === 'NO_ANSWER') this.#recordTransient(call, reply.reason, {});
    return reply;
  }

  #judge(request: ProviderRequest, reply: Extract<ProviderReply, { kind: 'ANSWERED' }>): readonly string[] {
    const { pathname, search } = new URL(request.url);
    const { method, body: requestBody } = request;
    const { status, headers, body } = reply;
    const path = `${pathname}${search}`;
    const exchange = { method, path, requestBody, status, headers, bodyText: body.toString() };
    return validateExchange(exchange, this.#contract);
  }

  #recordTransient(call: CallName, reason: string, headers: IncomingHttpHeaders): void {
    const seconds = Number(headers['retry-after']);
    this.transient.push({ call, reason, ...(seconds > 0 ? { retryAfterS: seconds } : {}) });
  }
}

function findBodyContainer(body: Buffer): JsonObject | undefined {
  try {
    return findContainer(JSON.parse(body.toString()));
  } catch {
    return undefined;
  }
}
