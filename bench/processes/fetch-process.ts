import {
  CountScenesDocument,
  ListScenesAfterDocument,
  ListScenesWithoutCoverAfterDocument,
} from '../../src/stash/generated/operations.ts';
import { answerParent } from './child.ts';
import type { StashRequest } from './stash-process.ts';

/** A bare fetch loop: the given requests one after another, each answer parsed and thrown away. */
export interface FetchQuestion {
  readonly do: 'FETCH';
  readonly url: string;
  readonly requests: readonly StashRequest[];
}

export interface FetchReply {
  readonly tookMs: number;
}

const DOCUMENTS: Readonly<Record<string, string>> = {
  CountScenes: CountScenesDocument.toString(),
  ListScenesAfter: ListScenesAfterDocument.toString(),
  ListScenesWithoutCoverAfter: ListScenesWithoutCoverAfterDocument.toString(),
};

/** The operations a full pull is made of. */
answerParent(async ({ url, requests }: FetchQuestion): Promise<FetchReply> => {
  const startedAt = performance.now();
  for (const { operation, variables } of requests) {
    const query = DOCUMENTS[operation];
    if (query === undefined) throw new Error(`expected an operation of a full pull, but got: ${operation}`);
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    await response.json();
  }
  return { tookMs: performance.now() - startedAt };
});
