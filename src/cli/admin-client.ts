import type { AdminConfig } from '../config/config.ts';
import { CommandFailure, EXIT } from './exit-code.ts';

/** The admin listener of a service that runs with the same configuration. */
export interface AdminClient {
  /** Whether a service answers there. */
  isRunning(): Promise<boolean>;
  /**
   * Puts one operation to the internal GraphQL API.
   *
   * @throws CommandFailure with what to do when the service refuses, or does not answer.
   */
  ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
  readonly error?: { readonly message: string };
}

const LIVE_MS = 2000;
const ASK_MS = 30_000;

export function createAdminClient({ host, port, token }: AdminConfig): AdminClient {
  const base = `http://${toReachable(host)}:${port}`;
  const authorization: Record<string, string> = token ? { Authorization: `Bearer ${token.reveal()}` } : {};
  return {
    isRunning: async () => {
      const answer = await request(`${base}/health/live`, {}, LIVE_MS).catch(() => undefined);
      return answer?.status === 200;
    },
    ask: async <Data>(query: string, variables = {}) => {
      const init = {
        method: 'POST',
        headers: { ...authorization, 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify({ query, variables }),
      };
      const response = await request(`${base}/graphql`, init, ASK_MS).catch((cause: unknown) => {
        throw new CommandFailure(EXIT.UNREACHABLE, 'The running service did not answer in time.', { cause });
      });
      return toData((await response.json()) as Answer) as Data;
    },
  };
}

function request(url: string, init: RequestInit, timeoutMs: number): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
}

/** A listener on every address is reached on this machine's own. */
function toReachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function toData({ data, errors, error }: Answer): unknown {
  const message = errors?.[0]?.message ?? error?.message;
  if (message !== undefined) {
    throw new CommandFailure(EXIT.FINDING, `The running service refused: ${message}`);
  }
  return data;
}
