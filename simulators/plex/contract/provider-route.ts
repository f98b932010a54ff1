import type { ProviderContract } from './provider-contract.ts';

/** What a request to a provider is about. `OTHER`: outside the contract, such as artwork. */
export type ProviderRoute =
  | { readonly kind: 'MANIFEST' | 'MATCH' | 'OTHER' }
  | { readonly kind: 'METADATA' | 'IMAGES' | 'EXTRAS'; readonly ratingKey: string };

/** Recognises the route of a request by method and path (a query is ignored). */
export function toProviderRoute(method: string, path: string, contract: ProviderContract): ProviderRoute {
  const bare = path.split('?')[0] ?? '';
  if (!bare.startsWith(contract.basePath)) return { kind: 'OTHER' };
  const local = bare.slice(contract.basePath.length);
  if (method === 'POST') return { kind: local === contract.matchKey ? 'MATCH' : 'OTHER' };
  if (method !== 'GET') return { kind: 'OTHER' };
  if (local === '' || local === '/') return { kind: 'MANIFEST' };
  return toItemRoute(local, contract);
}

const SUB_ROUTES: Readonly<Record<string, 'METADATA' | 'IMAGES' | 'EXTRAS'>> = {
  '': 'METADATA',
  images: 'IMAGES',
  extras: 'EXTRAS',
};

function toItemRoute(local: string, { metadataKey, matchKey }: ProviderContract): ProviderRoute {
  if (local === matchKey || !local.startsWith(`${metadataKey}/`)) return { kind: 'OTHER' };
  const [ratingKey = '', sub = '', ...rest] = local.slice(metadataKey.length + 1).split('/');
  const kind = rest.length === 0 && Object.hasOwn(SUB_ROUTES, sub) ? SUB_ROUTES[sub] : undefined;
  return kind === undefined ? { kind: 'OTHER' } : { kind, ratingKey: decodeSegment(ratingKey) };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
