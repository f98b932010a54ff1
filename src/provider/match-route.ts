import type { Context } from 'koa';
import { badRequest, cannotKnowNow } from '../http/http-error.ts';
import { readJsonBody } from '../http/read-json-body.ts';
import type { BudgetState } from '../http/use-request-budget.ts';
import type { MatchOutcome } from '../matching/outcome.ts';
import { parseMatchHints } from '../matching/match-hints.ts';
import { toMetadataAnswer } from '../metadata/container.ts';
import { customiseResponse } from '../metadata/customise-response.ts';
import { toManualTitle } from '../metadata/manual-title.ts';
import type { MetadataContext } from '../metadata/metadata-context.ts';
import type { PlexMovie } from '../metadata/plex-metadata.ts';
import { parseResponseCustomisation } from '../metadata/response-customisation.ts';
import { toPlexMovie } from '../metadata/to-plex-movie.ts';
import type { BaseUrlOf } from './base-url.ts';
import type { ProviderDependencies } from './provider-dependencies.ts';

/** Match bodies are a few hundred bytes; the longest file name and title fit in many times over. */
const BODY_LIMIT_BYTES = 256 * 1024;

/**
 * `POST /library/metadata/matches`: which scene is this file?
 *
 * 200 with one movie, or none when everything was searched and nothing is certain; a ranked list when `manual` is 1;
 * 400 for what cannot be understood; 500 with `Retry-After` when it cannot be known now.
 */
export function createMatchRoute(deps: ProviderDependencies, baseUrlOf: BaseUrlOf) {
  return async (ctx: Context & { state: BudgetState }): Promise<void> => {
    const body = await readJsonBody(ctx.req, BODY_LIMIT_BYTES);
    const reading = parseMatchHints(body);
    if (!reading.ok) throw badRequest('MATCH_BODY_INVALID', reading.problem);
    const { outcome } = await deps.match(reading.hints, ctx.state.signal);
    const movies = listMovies(outcome, deps, deps.contextFor(baseUrlOf(ctx)));
    const wishes = parseResponseCustomisation({ ...ctx.query, ...(body as object) });
    ctx.body = toMetadataAnswer(
      deps.identity.id,
      movies.map((movie) => customiseResponse(movie, wishes)),
    );
  };
}

function listMovies(
  outcome: MatchOutcome,
  deps: ProviderDependencies,
  context: MetadataContext,
): PlexMovie[] {
  switch (outcome.kind) {
    case 'MATCHED': {
      const scene = deps.findCopy(outcome.sceneId);
      // Removed between the decision and this line: asking again settles it.
      if (!scene) throw cannotKnowNow('SCENE_JUST_REMOVED', 'The scene was removed meanwhile; ask again.');
      const movie = toPlexMovie(scene, context);
      deps.recordMatchServed(scene, movie);
      return [movie];
    }
    case 'CANDIDATES':
      return outcome.candidates
        .map(({ sceneId }) => deps.findCopy(sceneId))
        .filter((scene) => scene !== undefined)
        .map((scene) => ({ ...toPlexMovie(scene, context), title: toManualTitle(scene, context) }));
    case 'UNKNOWN':
      throw cannotKnowNow(outcome.cause.reason, outcome.cause.detail);
    case 'AMBIGUOUS':
    case 'MISSED':
      return [];
  }
}
