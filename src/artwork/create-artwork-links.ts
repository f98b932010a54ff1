import { LRUCache } from 'lru-cache';
import type { ArtworkLinks } from '../metadata/artwork-links.ts';
import type { SceneId } from '../model/ids.ts';
import type { Performer, Scene } from '../model/scene.ts';
import { type ArtworkAddress, toArtworkPath } from './artwork-address.ts';
import { toArtworkVersion } from './artwork-version.ts';
import { POSTER_RECIPE, type PosterMode } from './poster-mode.ts';
import type { ArtworkSigner } from './signer.ts';

export interface ArtworkLinkOptions {
  /** Where callers reach the provider: absolute, any secret path prefix included, with or without a last slash. */
  readonly baseUrl: string;
  readonly signer: ArtworkSigner;
  /** It is part of a poster's version: another mode is another picture. */
  readonly posterMode: PosterMode;
  /** Whether the scene has a cover; `undefined` when that is not known, and then it is offered. */
  readonly hasCover: (id: SceneId) => boolean | undefined;
}

/** Writes the addresses under which PMS and its clients fetch artwork from us. Cheap: make one for each base address. */
export function createArtworkLinks({
  baseUrl,
  signer,
  posterMode,
  hasCover,
}: ArtworkLinkOptions): ArtworkLinks {
  const base = baseUrl.replace(/\/+$/, '');
  const link = (address: ArtworkAddress): string => base + toArtworkPath(address, signer.sign(address));
  const lacksCover = rememberByScene((scene) => hasCover(scene.id) === false);
  const sceneLink = (kind: ArtworkAddress['kind'], scene: Scene, ...more: string[]) => {
    const { id, updatedAt } = scene;
    return lacksCover(scene) ? undefined : link({ kind, id, version: toArtworkVersion(updatedAt, ...more) });
  };
  return {
    poster: (scene) => sceneLink('SCENE_POSTER', scene, POSTER_RECIPE[posterMode]),
    background: (scene) => sceneLink('SCENE_BACKGROUND', scene),
    snapshot: (scene) => sceneLink('SCENE_SNAPSHOT', scene),
    performer: rememberPortraits(({ id, imageVersion = '' }) =>
      link({ kind: 'PERFORMER_PORTRAIT', id, version: toArtworkVersion(imageVersion) }),
    ),
  };
}

/** Performers return from scene to scene, and signing is most of what describing one takes. */
const REMEMBERED_PORTRAITS = 2_000;

function rememberPortraits(make: (performer: Performer) => string): ArtworkLinks['performer'] {
  const known = new LRUCache<string, string>({ max: REMEMBERED_PORTRAITS });
  return (performer) => {
    if (!performer.hasImage) return undefined;
    const key = `${performer.id} ${performer.imageVersion ?? ''}`;
    const value = known.get(key) ?? make(performer);
    known.set(key, value);
    return value;
  };
}

/**
 * Several pictures of a scene are linked one after the other, and whether it has a cover is a look into the database:
 * it is asked once for each reading of the scene.
 */
function rememberByScene(find: (scene: Scene) => boolean): (scene: Scene) => boolean {
  const known = new WeakMap<Scene, boolean>();
  return (scene) => {
    const value = known.get(scene) ?? find(scene);
    known.set(scene, value);
    return value;
  };
}
