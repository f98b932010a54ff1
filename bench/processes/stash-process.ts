import { startStashSimulator } from '../../simulators/stash/start-stash-simulator.ts';
import type { StashSimulator } from '../../simulators/stash/stash-simulator.ts';
import { createBenchLibrary } from '../libraries/bench-library.ts';
import { answerParent } from './child.ts';

/** A simulated Stash in a process of its own. */
export type StashQuestion =
  | { readonly do: 'START'; readonly scenes: number }
  | { readonly do: 'COUNT' }
  | { readonly do: 'FORGET' }
  | { readonly do: 'SLOW'; readonly ms: number }
  /** GraphQL comes late, and of every hundred answers so many are wrong. */
  | { readonly do: 'FAIL_NOW_AND_THEN'; readonly ms: number; readonly errorsInHundred: number }
  | { readonly do: 'HEAL' }
  | { readonly do: 'STOP_SERVING' };

/** One GraphQL request that came in. */
export interface StashRequest {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface StashReply {
  readonly url: string;
  readonly byOperation: Readonly<Record<string, number>>;
  /** Requests that scan the paths of the whole library. */
  readonly pathScans: number;
  /** The most GraphQL requests at any one time. */
  readonly maxInFlight: number;
  /** Answers that were made wrong on purpose. */
  readonly errorsGiven: number;
  readonly requests: readonly StashRequest[];
}

const WAYS = ['HTTP_500', 'CUT', 'GARBAGE'] as const;

let stash: StashSimulator | undefined;

answerParent(async (question: StashQuestion): Promise<StashReply> => {
  if (question.do === 'START')
    stash = await startStashSimulator({ library: createBenchLibrary(question.scenes), keepRequests: 2_000 });
  if (!stash) throw new Error('expected START first');
  if (question.do === 'FORGET') stash.forgetRequests();
  if (question.do === 'SLOW') stash.faults.set({ kind: 'SLOW', ms: question.ms });
  if (question.do === 'FAIL_NOW_AND_THEN') {
    const { ms, errorsInHundred } = question;
    stash.faults.set({ kind: 'UNRELIABLE', ms, errorsInHundred, ways: WAYS }, { on: 'GRAPHQL' });
  }
  if (question.do === 'HEAL') stash.faults.clear();
  if (question.do === 'STOP_SERVING') await stash.stop();
  return toReply(stash);
});

function toReply(server: StashSimulator): StashReply {
  const { byOperation, pathScans } = server.counts();
  const requests = server.requests.flatMap((request) =>
    request.kind === 'GRAPHQL'
      ? [{ operation: request.operationName ?? '', variables: request.variables }]
      : [],
  );
  return {
    url: server.url,
    byOperation,
    pathScans,
    maxInFlight: server.maxGraphqlInFlight,
    errorsGiven: server.faults.errorsGiven,
    requests,
  };
}
