import { createArtworkLinks } from '../artwork/create-artwork-links.ts';
import { createArtworkRouter } from '../artwork/artwork-routes.ts';
import { createMakePosterOnDemand } from '../artwork/make-poster-on-demand.ts';
import { createArtworkSigner } from '../artwork/signer.ts';
import { ensureSigningKey } from '../artwork/signing-key.ts';
import { createSceneCopies } from '../catalog/scene-copies.ts';
import type { ArtworkConfig } from '../config/config.ts';
import type { ArtworkLinks } from '../metadata/artwork-links.ts';
import type { Stash } from './connect-stash.ts';
import type { Stores } from './open-stores.ts';
import type { Surroundings } from './surroundings.ts';

/** The addresses of pictures and the routes they lead to. */
export function composeArtwork(
  { poster }: ArtworkConfig,
  stores: Stores,
  stash: Stash,
  { logger }: Surroundings,
) {
  const signer = createArtworkSigner(ensureSigningKey(stores.secrets));
  const copies = createSceneCopies(stores.catalog);
  const linksFor = (baseUrl: string): ArtworkLinks =>
    createArtworkLinks({ baseUrl, signer, posterMode: poster, hasCover: (id) => copies.hasCover(id) });
  const router = createArtworkRouter({
    signer,
    images: stash.images,
    store: stores.pictures,
    makePoster: createMakePosterOnDemand(),
    posterMode: poster,
    recordTrouble: (trouble, error) => logger.warn({ trouble, err: error }, 'trouble with a picture'),
  });
  return { linksFor, router };
}
