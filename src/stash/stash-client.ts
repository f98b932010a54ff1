import type { Clock } from '../lib/clock.ts';
import type { Guards, Lane } from '../lib/policy.ts';
import type { TypedDocumentString } from './generated/operations.ts';
import type { GraphqlAnswer } from './graphql-answer.ts';
import type { Loose } from './loose.ts';
import { StashError } from './stash-error.ts';
import type { ImagePath, ImageRequest, StashTransport } from './transport.ts';

/** `REQUEST` for what PMS waits for, `BACKGROUND` for all else. */
type StashLane = 'REQUEST' | 'BACKGROUND';

export interface StashCall {
  readonly lane: StashLane;
  readonly signal?: AbortSignal | undefined;
}

/** One exchange with Stash, told after it ended: for metrics. */
export interface StashCallEvent {
  readonly operation: string;
  readonly lane: StashLane;
  readonly tookMs: number;
  /** `OK`, a `StashErrorKind`, or `ABORTED` when a guard or the caller ended it. */
  readonly outcome: string;
}

/** Typed questions to Stash under all guards. Throws `StashError` and the errors of the guards. */
export interface StashClient {
  /**
   * Reads whole: an answer in which any part failed is an error. The result has the shape of the document, but what
   * comes over a network is promised by nobody, so its members may be missing.
   */
  read<Result, Variables extends object>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
    call: StashCall,
  ): Promise<NonNullable<Loose<Result>>>;
  /** Reads what there is and hands out the failures beside it. */
  readPartly(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    call: StashCall,
  ): Promise<GraphqlAnswer>;
  /** A picture's answer once its headers are there. Its body streams on without guards: cancel it to end it. */
  openImage(path: ImagePath, request?: ImageRequest): Promise<Response>;
}

export interface StashClientOptions {
  readonly transport: StashTransport;
  readonly guards: Guards;
  readonly clock: Clock;
  readonly onCall?: ((event: StashCallEvent) => void) | undefined;
}

export function createStashClient({ transport, guards, clock, onCall }: StashClientOptions): StashClient {
  const lanes: Readonly<Record<StashLane, Lane>> = { REQUEST: guards.request, BACKGROUND: guards.background };

  async function observe<T>(operation: string, lane: StashLane, run: () => Promise<T>): Promise<T> {
    const startedAt = clock.ticks();
    const tell = (outcome: string) =>
      onCall?.({ operation, lane, tookMs: clock.ticks() - startedAt, outcome });
    try {
      const answer = await run();
      tell('OK');
      return answer;
    } catch (error) {
      tell(error instanceof StashError ? error.kind : 'ABORTED');
      throw error;
    }
  }

  function ask(query: string, variables: object, call: StashCall, whole: boolean): Promise<GraphqlAnswer> {
    const run = async (signal: AbortSignal) => {
      const answer = await transport.post({ query, variables: { ...variables } }, signal);
      return whole ? refuseFailures(answer) : answer;
    };
    const guarded = (signal: AbortSignal) => observe(toOperationName(query), call.lane, () => run(signal));
    return lanes[call.lane].run(guarded, { signal: call.signal });
  }

  return {
    async read<Result, Variables extends object>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
      call: StashCall,
    ) {
      const answer = await ask(document.toString(), variables, call, true);
      return answer.data as NonNullable<Loose<Result>>;
    },
    readPartly: (query, variables, call) => ask(query, variables, call, false),
    openImage: (path, request = {}) =>
      guards.request.run(
        (signal) => observe('image', 'REQUEST', () => transport.getImage(path, { ...request, signal })),
        {
          signal: request.signal,
        },
      ),
  };
}

function refuseFailures(answer: GraphqlAnswer): GraphqlAnswer {
  const failure = answer.failures[0];
  if (failure !== undefined) throw new StashError('RESOLVER', { status: 200, code: failure.code });
  return answer;
}

function toOperationName(query: string): string {
  return /^\s*query\s+(\w+)/.exec(query)?.[1] ?? 'unnamed';
}
