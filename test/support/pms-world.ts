import type { Clock } from '../../src/lib/clock.ts';
import { Secret } from '../../src/lib/secret.ts';
import type { PlexItem, PlexPage } from '../../src/gaps/plex-library.ts';
import { createPlexLibrary } from '../../src/pms/create-plex-library.ts';
import { createPmsGuards } from '../../src/pms/guards.ts';
import { createPmsClient } from '../../src/pms/pms-client.ts';
import { createPmsTransport, type PmsTransportOptions } from '../../src/pms/transport.ts';

export const PMS_TOKEN = 'pms-t0ken-that-nobody-may-see';
export const OUR_AGENT = 'tv.plex.agents.custom.stash2plex';

/** Time passes at once for whoever waits; how long they would have waited is taken down. */
export class HastyClock implements Clock {
  readonly sleptMs: number[] = [];
  #now = Date.parse('2026-01-01T00:00:00Z');

  now(): number {
    return this.#now;
  }

  ticks(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.reject(signal.reason as Error);
    this.#now += ms;
    this.sleptMs.push(ms);
    return Promise.resolve();
  }
}

export interface PmsAdapterOptions extends Partial<PmsTransportOptions> {
  readonly clock?: Clock;
  readonly wanted?: readonly string[];
}

/** The adapter as a composition root wires it, against any address. */
export function createPmsAdapter(
  baseUrl: string,
  { clock, wanted = [], ...options }: PmsAdapterOptions = {},
) {
  const used = clock ?? new HastyClock();
  const token = new Secret(PMS_TOKEN);
  const transport = createPmsTransport({ baseUrl, token, clientIdentifier: 'test-client', ...options });
  const client = createPmsClient(transport, createPmsGuards({ clock: used, random: () => 1 }));
  return { client, library: createPlexLibrary(client, { providerId: OUR_AGENT, wanted }) };
}

/** A signal that nobody aborts. */
export function noAbort(): AbortSignal {
  return new AbortController().signal;
}

/** What a stream of pages brought, and how it ended. */
export interface Streamed {
  readonly items: readonly PlexItem[];
  readonly keys: readonly string[];
  /** The total that each page named. */
  readonly totals: readonly number[];
  readonly sizes: readonly number[];
  readonly error: unknown;
}

export async function collectPages(pages: AsyncIterable<PlexPage>): Promise<Streamed> {
  const read: PlexPage[] = [];
  let error: unknown;
  try {
    for await (const page of pages) read.push(page);
  } catch (caught) {
    error = caught;
  }
  const items = read.flatMap((page) => page.items);
  return {
    items,
    keys: items.map(({ ratingKey }) => ratingKey),
    totals: read.map(({ total }) => total),
    sizes: read.map((page) => page.items.length),
    error,
  };
}
