import type { BreakerView } from '../lib/breaker-state.ts';
import type { Clock } from '../lib/clock.ts';
import type { UnknownCause } from '../model/unknown-cause.ts';
import { type StashCapabilities, type StashState, toStashState } from './capabilities.ts';
import { GetCapabilitiesDocument, GetServerStateDocument } from './generated/operations.ts';
import type { GraphqlAnswer } from './graphql-answer.ts';
import type { StashClient } from './stash-client.ts';
import { StashError } from './stash-error.ts';
import { toUnknownCause } from './to-unknown-cause.ts';

/** What we know about the Stash at the other end, and a client that keeps that knowledge up to date. */
export interface StashConnection {
  /** Reads through this client tell what is wrong with Stash instead of how it failed. */
  readonly client: StashClient;
  /** What the last probe found. */
  state(): StashState;
  /** What Stash offers, as last seen; kept while it cannot be asked. */
  capabilities(): StashCapabilities;
  /** Looks at Stash anew; probes at the same time are one. Never throws for anything Stash does. */
  probe(): Promise<StashState>;
  /** Calls the listener after each probe that found another state; the returned function ends that. */
  onChange(listener: (state: StashState) => void): () => void;
}

export interface StashConnectionOptions {
  readonly client: StashClient;
  readonly breaker: BreakerView;
  readonly clock: Clock;
}

const NOTHING_OFFERED: StashCapabilities = { findFile: false, filesFilter: false };
const NOT_ASKED: UnknownCause = { reason: 'STASH_UNREACHABLE', detail: 'Stash has not been asked yet.' };
/** Failing reads come in crowds; one look in this time is enough for all of them. */
const PAUSE_MS = 5_000;
/** Stash may be updated between two requests without our noticing; then its new offers are seen after this. */
const STALE_AFTER_MS = 3_600_000;

/**
 * Watches one Stash. It is probed when asked for, when the circuit closes again, when an answer suggests that Stash is
 * another one than we thought, and when an answer comes although we believed that none could.
 */
export function createStashConnection(options: StashConnectionOptions): StashConnection {
  const connection = new Connection(options);
  options.breaker.onChange((breaker) => {
    if (breaker.kind === 'CLOSED') void connection.probe();
  });
  return connection;
}

class Connection implements StashConnection {
  readonly client: StashClient;
  readonly #raw: StashClient;
  readonly #clock: Clock;
  readonly #listeners = new Set<(state: StashState) => void>();
  #state: StashState = { kind: 'UNKNOWN', cause: NOT_ASKED };
  #capabilities = NOTHING_OFFERED;
  #probedAt = Number.NEGATIVE_INFINITY;
  #probing: Promise<StashState> | undefined;

  constructor({ client, clock }: StashConnectionOptions) {
    this.#raw = client;
    this.#clock = clock;
    this.client = {
      read: (document, variables, call) => this.#explained(() => client.read(document, variables, call)),
      readPartly: (query, variables, call) =>
        this.#explained(async () => refuseCrash(await client.readPartly(query, variables, call))),
      openImage: (path, request) => client.openImage(path, request),
    };
  }

  state(): StashState {
    return this.#state;
  }

  capabilities(): StashCapabilities {
    return this.#capabilities;
  }

  probe(): Promise<StashState> {
    this.#probing ??= this.#look().finally(() => (this.#probing = undefined));
    return this.#probing;
  }

  onChange(listener: (state: StashState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #look(): Promise<StashState> {
    const before = this.#state;
    this.#state = await askState(this.#raw);
    this.#probedAt = this.#clock.ticks();
    if (this.#state.kind === 'CONNECTED') this.#capabilities = this.#state.capabilities;
    if (JSON.stringify(before) !== JSON.stringify(this.#state)) this.#tell();
    return this.#state;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.#state);
  }

  async #explained<T>(read: () => Promise<T>): Promise<T> {
    try {
      const answer = await read();
      if (this.#isOutdated()) void this.probe();
      return answer;
    } catch (error) {
      throw await this.#toExplained(error);
    }
  }

  #isOutdated(): boolean {
    const age = this.#clock.ticks() - this.#probedAt;
    return age > (this.#state.kind === 'CONNECTED' ? STALE_AFTER_MS : PAUSE_MS);
  }

  /**
   * A Stash that waits for setup or migration crashes over every question about scenes, and one that is too old knows
   * not all members: both are said as what they are.
   */
  async #toExplained(error: unknown): Promise<unknown> {
    if (!(error instanceof StashError) || !isPuzzling(error)) return error;
    const fresh = this.#clock.ticks() - this.#probedAt <= PAUSE_MS;
    const { kind } = fresh ? this.#state : await this.probe();
    if (kind === 'CONNECTED' || kind === 'UNKNOWN') return error;
    return new StashError(kind, { cause: error });
  }
}

/** An answer that is nothing but crashes is none: why all of it crashed is worth a look. */
function refuseCrash(answer: GraphqlAnswer): GraphqlAnswer {
  const { data, failures } = answer;
  const isCrash = failures.length > 0 && failures.every(({ code }) => code === 'NIL_POINTER');
  if (isCrash && Object.values(data).every((value) => value === null))
    throw new StashError('RESOLVER', { status: 200, code: 'NIL_POINTER' });
  return answer;
}

function isPuzzling(error: StashError): boolean {
  return error.kind === 'INVALID_OPERATION' || (error.kind === 'RESOLVER' && error.code === 'NIL_POINTER');
}

async function askState(client: StashClient): Promise<StashState> {
  const call = { lane: 'REQUEST' } as const;
  try {
    const [server, offered] = await Promise.all([
      client.read(GetServerStateDocument, {}, call),
      client.read(GetCapabilitiesDocument, {}, call),
    ]);
    return toStashState(server, offered);
  } catch (error) {
    return { kind: 'UNKNOWN', cause: toUnknownCause(error) };
  }
}
