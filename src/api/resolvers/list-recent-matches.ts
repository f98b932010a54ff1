import type { MatchExplanation } from '../../matching/explanation.ts';
import type { ApiDependencies } from '../api-dependencies.ts';
import { badInput } from '../api-error.ts';
import type { QueryRecentMatchesArgs } from '../generated/resolver-types.ts';
import {
  type MatchPlace,
  compareMatchPlaces,
  parseMatchCursor,
  toMatchCursor,
} from '../paging/match-cursor.ts';
import { toPageSize } from '../paging/page-size.ts';
import { type Connection, toConnection } from '../paging/to-connection.ts';

const USUAL_SIZE = 50;

type RecentMatches = Connection<MatchExplanation> & { readonly totalCount: number };

/** @throws GraphQLError `BAD_USER_INPUT` for a page size or cursor that cannot be. */
export function listRecentMatches(api: ApiDependencies, args: QueryRecentMatchesArgs): RecentMatches {
  const size = toPageSize(args.first, USUAL_SIZE);
  const { contains, outcome } = args;
  const wanted = listPlaced(api.listRecentMatches(contains == null ? {} : { fileName: contains })).filter(
    ({ node }) => outcome == null || node.outcome.kind === outcome,
  );
  const after = args.after == null ? undefined : getPlace(args.after);
  const rest = after ? wanted.filter(({ place }) => compareMatchPlaces(after, place) < 0) : wanted;
  const entries = rest.slice(0, size).map(({ node, place }) => ({ node, cursor: toMatchCursor(place) }));
  const page = { entries, hasNextPage: rest.length > size };
  return { ...toConnection(page, args.after), totalCount: wanted.length };
}

interface PlacedMatch {
  readonly node: MatchExplanation;
  readonly place: MatchPlace;
}

/** By when Plex asked, newest first: a slow decision is recorded after quicker ones that were asked for later. */
function listPlaced(newestFirst: readonly MatchExplanation[]): PlacedMatch[] {
  const ranks = new Map<number, number>();
  const placed = newestFirst.toReversed().map((node) => {
    const rank = ranks.get(node.at) ?? 0;
    ranks.set(node.at, rank + 1);
    return { node, place: { at: node.at, rank } };
  });
  return placed.sort((a, b) => compareMatchPlaces(a.place, b.place));
}

function getPlace(cursor: string): MatchPlace {
  const place = parseMatchCursor(cursor);
  if (place === undefined)
    throw badInput('after: expected a cursor from a page of this list, but got another text');
  return place;
}
