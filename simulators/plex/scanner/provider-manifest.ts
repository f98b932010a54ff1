import { isObject } from '../contract/object-shape.ts';

/** What PMS keeps of a manifest. */
export interface KnownProvider {
  readonly identifier: string;
  readonly metadataKey: string;
  readonly matchKey: string;
}

/** Reads a manifest as PMS does; `undefined` when it lacks what PMS needs to call the provider at all. */
export function parseManifest(answer: unknown): KnownProvider | undefined {
  const provider = isObject(answer) ? answer.MediaProvider : undefined;
  if (!isObject(provider) || typeof provider.identifier !== 'string') return undefined;
  const metadataKey = findFeatureKey(provider.Feature, 'metadata');
  const matchKey = findFeatureKey(provider.Feature, 'match');
  if (metadataKey === undefined || matchKey === undefined) return undefined;
  return { identifier: provider.identifier, metadataKey, matchKey };
}

function findFeatureKey(features: unknown, type: string): string | undefined {
  if (!Array.isArray(features)) return undefined;
  const feature = features.filter(isObject).find((one) => one.type === type);
  return typeof feature?.key === 'string' ? feature.key : undefined;
}
