import { createArtworkLinks } from '../../src/artwork/create-artwork-links.ts';
import { createArtworkSigner } from '../../src/artwork/signer.ts';
import { parseMatchHints } from '../../src/matching/match-hints.ts';
import { toMetadataAnswer } from '../../src/metadata/container.ts';
import { defaultFieldSettings } from '../../src/metadata/field-settings.ts';
import type { MetadataContext } from '../../src/metadata/metadata-context.ts';
import { toPlexMovie } from '../../src/metadata/to-plex-movie.ts';
import { asStashPath } from '../../src/model/file-paths.ts';
import { createCatalogIndex } from '../../src/store/create-catalog-index.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { STASH_ROOT } from '../libraries/bench-library.ts';

/** What a bare Koa handler does besides sending bytes: each step does all that the one before it does, and one thing more. */
export const KOA_STEPS = ['SEND', 'PARSE', 'LOOK_UP', 'READ_COPY', 'DESCRIBE'] as const;
export type KoaStep = (typeof KOA_STEPS)[number];

/** Takes a request's body and gives the answer's, given what the plain step would send. */
export type Answer = (body: string, given: string) => string;

/** @param dataDir the data folder of a service; it is only read. */
export function createKoaStep(step: KoaStep, dataDir: string): Answer {
  if (step === 'SEND') return (_body, given) => given;
  const { database } = openDatabase({ folder: dataDir, readOnly: true });
  const index = createCatalogIndex(database);
  const context = createContext();
  const depth = KOA_STEPS.indexOf(step);
  return (body, given) => {
    const reading = parseMatchHints(JSON.parse(body));
    if (!reading.ok) throw new Error(`expected a match request, but got: ${reading.problem}`);
    if (depth < KOA_STEPS.indexOf('LOOK_UP')) return given;
    const [hit] = index.listFilesAt(asStashPath(`${STASH_ROOT}/${reading.hints.fileName ?? ''}`));
    if (hit === undefined)
      throw new Error(`expected a known file, but got: ${reading.hints.fileName ?? 'none'}`);
    if (depth < KOA_STEPS.indexOf('READ_COPY')) return given;
    const scene = index.findScene(hit.sceneId);
    if (scene === undefined || depth < KOA_STEPS.indexOf('DESCRIBE')) return given;
    return JSON.stringify(toMetadataAnswer(context.providerId, [toPlexMovie(scene, context)]));
  };
}

function createContext(): MetadataContext {
  const signer = createArtworkSigner(new Uint8Array(32));
  return {
    providerId: 'tv.plex.agents.custom.stash2plex',
    fields: defaultFieldSettings,
    contentRating: 'XXX',
    dateFallback: 'created',
    artwork: createArtworkLinks({
      baseUrl: 'http://127.0.0.1:8080',
      signer,
      posterMode: 'fit',
      hasCover: () => true,
    }),
  };
}
