declare const brand: unique symbol;

/** A Stash scene id: decimal digits, as in Stash's GraphQL `ID`. It is also the Plex ratingKey. */
export type SceneId = string & { readonly [brand]: 'SceneId' };

/** Stash keeps ids as SQLite integers, so 18 digits hold every id it can issue and stay below 2^63. */
const SCENE_ID = /^[1-9][0-9]{0,17}$/;

/** Reads a scene id from untrusted text or a number; `undefined` when it cannot be one. */
export function parseSceneId(value: unknown): SceneId | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && SCENE_ID.test(text) ? (text as SceneId) : undefined;
}

/** Takes an id that Stash itself sent; throws when Stash broke its own format. */
export function toSceneId(value: string): SceneId {
  const id = parseSceneId(value);
  if (id === undefined)
    throw new TypeError(`expected a scene id of decimal digits, but got: ${JSON.stringify(value)}`);
  return id;
}
