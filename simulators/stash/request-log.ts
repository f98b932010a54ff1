import type { OperationSummary } from './graphql-operation.ts';
import { InFlight } from './in-flight.ts';

interface GraphqlEntry extends OperationSummary {
  readonly kind: 'GRAPHQL';
  readonly variables: Readonly<Record<string, unknown>>;
  /** The request headers, names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

interface PictureEntry {
  readonly kind: 'PICTURE';
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export type RequestEntry = GraphqlEntry | PictureEntry;

/** Totals since the start or the last `forget`. */
export interface RequestCounts {
  readonly graphql: number;
  readonly pictures: number;
  /** GraphQL requests that scan the paths of the whole library. */
  readonly pathScans: number;
  readonly rootFields: number;
  /** Per operation name; `''` is for operations without one. */
  readonly byOperation: Readonly<Record<string, number>>;
}

const NOTHING: RequestCounts = { graphql: 0, pictures: 0, pathScans: 0, rootFields: 0, byOperation: {} };

/** Every request that reached GraphQL or a picture, refused and failed ones included. */
export class RequestLog {
  readonly #keep: number;
  #entries: RequestEntry[] = [];
  #counts = NOTHING;
  /** Requests of every kind that have come in and are not answered yet. */
  readonly all = new InFlight();
  /** Those of them that ask GraphQL. */
  readonly graphql = new InFlight();

  /** @param keep how many of the latest entries are kept; the counts go on for ever */
  constructor(keep: number) {
    this.#keep = keep;
  }

  get entries(): readonly RequestEntry[] {
    return this.#entries;
  }

  get counts(): RequestCounts {
    return this.#counts;
  }

  record(entry: RequestEntry): void {
    if (this.#entries.length >= 2 * this.#keep) this.#entries = this.#entries.slice(-this.#keep);
    this.#entries.push(entry);
    this.#counts = entry.kind === 'GRAPHQL' ? withGraphql(this.#counts, entry) : withPicture(this.#counts);
  }

  /** Starts anew, for the next part of a test; requests in flight stay counted. */
  forget(): void {
    this.#entries = [];
    this.#counts = NOTHING;
    this.all.forget();
    this.graphql.forget();
  }
}

function withPicture(counts: RequestCounts): RequestCounts {
  return { ...counts, pictures: counts.pictures + 1 };
}

function withGraphql(counts: RequestCounts, entry: GraphqlEntry): RequestCounts {
  const name = entry.operationName ?? '';
  return {
    ...counts,
    graphql: counts.graphql + 1,
    pathScans: counts.pathScans + (entry.isPathScan ? 1 : 0),
    rootFields: counts.rootFields + entry.rootFields,
    byOperation: { ...counts.byOperation, [name]: (counts.byOperation[name] ?? 0) + 1 },
  };
}
