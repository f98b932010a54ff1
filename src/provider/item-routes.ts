import type { RouterContext } from '@koa/router';
import { HttpError, badRequest, cannotKnowNow } from '../http/http-error.ts';
import { readPageRequest } from '../http/plex-parameters.ts';
import type { BudgetState } from '../http/use-request-budget.ts';
import { toExtrasAnswer, toImageAnswer, toMetadataAnswer } from '../metadata/container.ts';
import { customiseResponse } from '../metadata/customise-response.ts';
import type { MetadataContext } from '../metadata/metadata-context.ts';
import type { PlexMovie } from '../metadata/plex-metadata.ts';
import { parseResponseCustomisation } from '../metadata/response-customisation.ts';
import { parseSceneId } from '../model/ids.ts';
import type { BaseUrlOf } from './base-url.ts';
import type { DescribeForPlex, ProviderDependencies } from './provider-dependencies.ts';

type ItemContext = RouterContext<BudgetState>;

/**
 * The routes below one ratingKey: the item, its images, its extras.
 *
 * 400 for a key that cannot be one of ours, 404 only when Stash itself says that the scene does not exist, 500 with
 * `Retry-After` when that cannot be known now.
 */
export function createItemRoutes(deps: ProviderDependencies, baseUrlOf: BaseUrlOf) {
  const read = (ctx: ItemContext, describe: DescribeForPlex): Promise<PlexMovie> =>
    readMovie(ctx, describe, deps.contextFor(baseUrlOf(ctx)));
  return {
    metadata: async (ctx: ItemContext): Promise<void> => {
      const movie = await read(ctx, deps.describe);
      ctx.body = toMetadataAnswer(deps.identity.id, [
        customiseResponse(movie, parseResponseCustomisation(ctx.query)),
      ]);
    },
    images: async (ctx: ItemContext): Promise<void> => {
      const { Image: images = [] } = await read(ctx, deps.describeRecent);
      const { start, size } = readPageRequest(ctx);
      ctx.body = toImageAnswer(deps.identity.id, images, size === undefined ? { start } : { start, size });
    },
    /** PMS takes a 404 here for "no extras" and removes those it has, so a wrong key too gets an empty list. */
    extras: (ctx: ItemContext): void => {
      ctx.body = toExtrasAnswer(deps.identity.id);
    },
  };
}

async function readMovie(
  ctx: ItemContext,
  describe: DescribeForPlex,
  context: MetadataContext,
): Promise<PlexMovie> {
  const id = parseSceneId(ctx.params['ratingKey']);
  if (id === undefined) throw badRequest('RATING_KEY_INVALID', 'Expected a ratingKey of 1 to 18 digits.');
  const description = await describe(id, context, ctx.state.signal);
  switch (description.kind) {
    case 'FOUND':
      return description.movie;
    case 'GONE':
      throw new HttpError(404, 'SCENE_GONE', `Stash has no scene ${id}.`);
    case 'UNKNOWN':
      throw cannotKnowNow(description.cause.reason, description.cause.detail);
  }
}
