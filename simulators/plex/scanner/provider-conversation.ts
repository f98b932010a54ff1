import type { IncomingHttpHeaders } from 'node:http';
import { isObject, type JsonObject } from '../contract/object-shape.ts';
import type { ProviderContract } from '../contract/provider-contract.ts';
import { validateExchange } from '../contract/validate-exchange.ts';
import type { CallName, TransientError } from './file-report.ts';
import type { ProviderClient, ProviderReply, ProviderRequest } from './provider-client.ts';

/** One call for one file, judged by the contract. */
export type CallResult =
  | { readonly kind: 'ANSWERED'; readonly status: number; readonly container: JsonObject }
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

  /** A call whose answer is a `MediaContainer`; an answer without one counts as an empty one. */
  async ask(call: CallName, request: ProviderRequest): Promise<CallResult> {
    const reply = await this.fetch(call, request);
    if (reply.kind === 'NO_ANSWER') return { kind: 'TRANSIENT' };
    this.violations.push(...this.#judge(request, reply));
    if (reply.status >= 500) {
      this.#recordTransient(call, `HTTP_${reply.status}`, reply.headers);
      return { kind: 'TRANSIENT' };
    }
    return { kind: 'ANSWERED', status: reply.status, container: toContainer(reply.body) };
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

function toContainer(body: Buffer): JsonObject {
  try {
    const answer = JSON.parse(body.toString()) as unknown;
    return isObject(answer) && isObject(answer.MediaContainer) ? answer.MediaContainer : {};
  } catch {
    return {};
  }
}
