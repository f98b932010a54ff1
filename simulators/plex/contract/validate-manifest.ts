import { closedObject, isObject, type JsonObject } from './object-shape.ts';
import type { ProviderContract } from './provider-contract.ts';
import { type Check, expecting, filledText, isInteger, listOf, oneOf, textLike, violation } from './shape.ts';

const identifier: Check = textLike(
  'tv.plex.agents.custom. and a suffix of [a-zA-Z0-9.]',
  /^tv\.plex\.agents\.custom(\.[a-zA-Z0-9]+)+$/,
);
const metadataType: Check = expecting(
  '1 movie, 2 show, 3 season or 4 episode',
  (value) => isInteger(value) && value >= 1 && value <= 4,
);
const featureKey: Check = textLike('a path without query or end slash', /^(\/[^/?#\s]+)+$/);

/**
 * A feature `images` would make PMS take this provider as the only source of pictures (verified live by a published
 * provider), so it is not among the features.
 */
const feature: Check = closedObject({
  required: { type: oneOf(['metadata', 'match', 'collection']), key: featureKey },
});

const manifest: Check = closedObject({
  required: {
    MediaProvider: closedObject({
      required: {
        identifier,
        title: filledText,
        Types: listOf(
          closedObject({
            required: {
              type: metadataType,
              Scheme: listOf(closedObject({ required: { scheme: filledText } })),
            },
          }),
        ),
        Feature: listOf(feature),
      },
      optional: { version: filledText },
    }),
  },
});

/** The answer at the provider root. Returns violations; none for a manifest that PMS 1.43 can register. */
export function validateManifest(answer: unknown, contract: ProviderContract): readonly string[] {
  const provider = isObject(answer) && isObject(answer.MediaProvider) ? answer.MediaProvider : {};
  return [
    ...manifest(answer, '$'),
    ...checkIdentifier(provider, contract),
    ...checkTypes(provider),
    ...checkSchemes(provider),
    ...checkFeatures(provider, contract),
  ];
}

function checkIdentifier(provider: JsonObject, contract: ProviderContract): string[] {
  if (contract.identifier === undefined || provider.identifier === contract.identifier) return [];
  return [violation('$.MediaProvider.identifier', contract.identifier, provider.identifier)];
}

/** Members of a provider group must support each other's types: movies alone, or all three of television. */
function checkTypes(provider: JsonObject): string[] {
  const types = listObjects(provider.Types).map(({ type }) => type);
  const together = types.toSorted().join(',');
  const path = '$.MediaProvider.Types';
  return together === '1' || together === '2,3,4'
    ? []
    : [violation(path, 'movies alone (1), or 2, 3 and 4 together', types)];
}

function checkSchemes(provider: JsonObject): string[] {
  return listObjects(provider.Types).flatMap(({ Scheme }, index) => {
    const schemes = listObjects(Scheme).map(({ scheme }) => scheme);
    const fine = schemes.length > 0 && schemes.every((scheme) => scheme === provider.identifier);
    const path = `$.MediaProvider.Types[${index}].Scheme`;
    return fine ? [] : [violation(path, 'the identifier as the only scheme', schemes)];
  });
}

function checkFeatures(provider: JsonObject, { basePath }: ProviderContract): string[] {
  const features = listObjects(provider.Feature);
  const path = '$.MediaProvider.Feature';
  const missing = ['metadata', 'match'].filter((type) => features.every((one) => one.type !== type));
  const doubled = features.filter(({ key }) => basePath !== '' && String(key).startsWith(`${basePath}/`));
  return [
    ...missing.map((type) => `${path}: expected a feature ${type}, but got none`),
    ...doubled.map(({ key }) =>
      violation(path, 'keys relative to the root; PMS puts the base path before them', key),
    ),
  ];
}

function listObjects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
