import { parseSceneId, type SceneId } from '../model/ids.ts';
import { toRatingKey } from './to-rating-key.ts';

/**
 * The guid under which PMS stores the match: `{providerId}://movie/{ratingKey}`. The type segment is required: a
 * published PMS 1.43.0 log shows a refresh that fails without asking the provider when it is missing.
 */
export function toProviderGuid(providerId: string, sceneId: SceneId): string {
  return `${toPrefix(providerId)}${toRatingKey(sceneId)}`;
}

/** The scene a guid names; `undefined` for guids of other providers, of other types, and anything malformed. */
export function parseProviderGuid(providerId: string, text: string): SceneId | undefined {
  const prefix = toPrefix(providerId);
  return text.startsWith(prefix) ? parseSceneId(text.slice(prefix.length)) : undefined;
}

function toPrefix(providerId: string): string {
  return `${providerId}://movie/`;
}
