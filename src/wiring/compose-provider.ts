import Router from '@koa/router';
import type Koa from 'koa';
import type { Config } from '../config/config.ts';
import type { BudgetState } from '../http/use-request-budget.ts';
import type { Matcher } from '../matching/match-file.ts';
import { describeScene } from '../metadata/describe-scene.ts';
import type { MetadataContext } from '../metadata/metadata-context.ts';
import { recordServed } from '../metadata/record-served.ts';
import { createBaseUrlOf } from '../provider/base-url.ts';
import { createProvider } from '../provider/create-provider.ts';
import type { DescribeForPlex, ProviderDependencies } from '../provider/provider-dependencies.ts';
import type { composeArtwork } from './compose-artwork.ts';
import type { Reading } from './compose-reading.ts';
import type { Stores } from './open-stores.ts';
import type { Surroundings } from './surroundings.ts';

interface ProviderParts {
  readonly stores: Stores;
  readonly reading: Reading;
  readonly matcher: Matcher;
  readonly artwork: ReturnType<typeof composeArtwork>;
  readonly version: string;
}

/** The HTTP application that Plex calls. */
export function composeProvider(
  config: Config,
  parts: ProviderParts,
  { clock, logger, metrics }: Surroundings,
  stopping: AbortSignal,
): Koa<BudgetState> {
  const { id, title, secret, port, publicUrl, requestBudgetMs } = config.provider;
  const recorder = { ledger: parts.stores.ledger, clock, onLedgerFailure: parts.stores.onFailure };
  const describeBy =
    (readScene: Reading['read']): DescribeForPlex =>
    (sceneId, context, signal) =>
      describeScene({ ...recorder, readScene }, sceneId, context, signal);
  const deps: ProviderDependencies = {
    identity: { id, title, version: parts.version },
    match: parts.matcher,
    findCopy: (sceneId) => parts.stores.catalog.findCopy(sceneId),
    describe: describeBy(parts.reading.read),
    describeRecent: describeBy(parts.reading.readRecent),
    recordMatchServed: (scene, movie) => recordServed(recorder, scene, movie, 'MATCH'),
    contextFor: rememberByBase((baseUrl) => toContext(config, parts, baseUrl)),
  };
  const prefix = secret === undefined ? '' : `/${secret.reveal()}`;
  const artwork = new Router({ sensitive: true }).use(prefix, parts.artwork.router.routes()).routes();
  const baseUrlOf = createBaseUrlOf(publicUrl, prefix, port);
  return createProvider(deps, { prefix, baseUrlOf, requestBudgetMs, stopping, metrics, logger, artwork });
}

function toContext(
  { provider, metadata }: Config,
  { artwork }: ProviderParts,
  baseUrl: string,
): MetadataContext {
  return {
    providerId: provider.id,
    fields: metadata.fields,
    contentRating: metadata.contentRating,
    dateFallback: metadata.dateFallback,
    artwork: artwork.linksFor(baseUrl),
  };
}

/** Callers reach us under one or two addresses; a caller that makes up many must not fill the memory. */
const MOST_BASES = 16;

function rememberByBase<Value>(make: (baseUrl: string) => Value): (baseUrl: string) => Value {
  const known = new Map<string, Value>();
  return (baseUrl) => {
    const value = known.get(baseUrl) ?? make(baseUrl);
    if (known.size < MOST_BASES) known.set(baseUrl, value);
    return value;
  };
}
