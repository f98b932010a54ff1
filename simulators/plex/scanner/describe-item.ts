import { isObject, type JsonObject } from '../contract/object-shape.ts';
import type { KnownProvider } from './provider-manifest.ts';
import type { PosterReading } from './file-report.ts';
import { isPrivateAddress } from './private-address.ts';
import type { ProviderConversation } from './provider-conversation.ts';

/** What a refresh of a matched item brought. */
export type Description =
  | { readonly kind: 'DESCRIBED'; readonly item: DescribedItem }
  | { readonly kind: 'TRANSIENT' }
  | { readonly kind: 'FAILED'; readonly failure: string };

/** An item as PMS shows it. */
interface DescribedItem {
  readonly ratingKey: string;
  readonly metadata: JsonObject;
  readonly images: readonly JsonObject[];
  readonly poster?: PosterReading;
}

/** How PMS asks. */
export interface DescribeOptions {
  readonly providerUri: string;
  readonly provider: KnownProvider;
  readonly headers: Readonly<Record<string, string>>;
  readonly wantsPoster: boolean;
  readonly privateAddressImagesRefused: boolean;
}

/** PMS 1.43.4 asks so on every refresh; the route is not in Plex's published document. */
const EXTRAS_QUERY =
  'updating=1&X-Plex-Container-Size=50&X-Plex-Container-Start=0&X-Plex-Country=US&X-Plex-Language=en-US';

/**
 * Refreshes an item from its stored guid: metadata, pictures, extras, perhaps the poster. A guid without the type
 * segment fails without a call, as a published PMS 1.43.0 log shows.
 */
export async function describeItem(
  guid: string,
  talk: ProviderConversation,
  options: DescribeOptions,
): Promise<Description> {
  const ratingKey = findRatingKey(guid, options.provider.identifier);
  if (ratingKey === undefined)
    return { kind: 'FAILED', failure: `the guid ${guid} is not {identifier}://movie/{ratingKey}` };
  const { providerUri, provider, headers } = options;
  const url = `${providerUri}${provider.metadataKey}/${ratingKey}`;
  const answer = await talk.ask('METADATA', { method: 'GET', url, headers });
  if (answer.kind === 'TRANSIENT') return answer;
  const metadata = listObjects(answer.container?.Metadata)[0];
  if (answer.status !== 200 || metadata === undefined)
    return { kind: 'FAILED', failure: `metadata answered ${answer.status} without an item` };
  const images = await talk.ask('IMAGES', { method: 'GET', url: `${url}/images`, headers });
  const extras = await talk.ask('EXTRAS', { method: 'GET', url: `${url}/extras?${EXTRAS_QUERY}`, headers });
  if (images.kind === 'TRANSIENT' || extras.kind === 'TRANSIENT') return { kind: 'TRANSIENT' };
  const pictures = listObjects(images.container?.Image);
  const poster = options.wantsPoster ? await fetchPoster(pictures, talk, options) : undefined;
  const item = { ratingKey, metadata, images: pictures, ...(poster === undefined ? {} : { poster }) };
  return { kind: 'DESCRIBED', item };
}

/** The last segment of `{identifier}://movie/{ratingKey}`. */
function findRatingKey(guid: string, identifier: string): string | undefined {
  const prefix = `${identifier}://movie/`;
  const key = guid.startsWith(prefix) ? guid.slice(prefix.length) : '';
  return /^[^/?#\s]+$/.test(key) ? key : undefined;
}

async function fetchPoster(
  images: readonly JsonObject[],
  talk: ProviderConversation,
  { privateAddressImagesRefused }: DescribeOptions,
): Promise<PosterReading | undefined> {
  const url = images.find(({ type }) => type === 'coverPoster')?.url;
  if (typeof url !== 'string') return undefined;
  if (!URL.canParse(url)) return { kind: 'FAILED', reason: 'NO_ADDRESS' };
  if (privateAddressImagesRefused && isPrivateAddress(url)) return { kind: 'REFUSED' };
  const reply = await talk.fetch('POSTER', { method: 'GET', url, headers: { Accept: 'image/*' } });
  if (reply.kind === 'NO_ANSWER') return { kind: 'FAILED', reason: reply.reason };
  const contentType = reply.headers['content-type'] ?? '';
  if (reply.status !== 200 || !contentType.startsWith('image/'))
    return { kind: 'FAILED', reason: `HTTP_${reply.status} ${contentType}` };
  return { kind: 'FETCHED', contentType, bytes: reply.body.length };
}

function listObjects(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
