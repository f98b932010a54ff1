import type { SimulatedEntity } from '../library/library-contents.ts';
import type { SimulatedLibrary } from '../library/simulated-library.ts';
import { type Answer, answerEmpty, answerText } from './answer.ts';
import { DEFAULT_PICTURES, drawSilhouette } from './default-pictures.ts';
import { type Picture, PictureDrawer } from './draw-picture.ts';

/** The parts of a request for a picture that count. */
export interface PictureHttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly ifNoneMatch: string | undefined;
}

type FindPicture = (id: number, isDefaultWanted: boolean) => Promise<Picture> | Picture | undefined;

const ROUTE = /^\/(scene|performer|studio|tag)\/([^/]+)\/(screenshot|image)$/;

/** Serves covers and images of a library. */
export class PictureEndpoint {
  readonly #drawer = new PictureDrawer();
  readonly #finders: Readonly<Record<string, FindPicture>>;

  constructor(library: SimulatedLibrary) {
    this.#finders = {
      'scene screenshot': (id) => this.#findCover(library, id),
      'performer image': (id, isDefault) => this.#find(library.findPerformer(id), 'performer', isDefault),
      'studio image': (id, isDefault) => this.#find(library.findStudio(id), 'studio', isDefault),
      'tag image': (id, isDefault) => this.#find(library.findTag(id), 'tag', isDefault),
    };
  }

  async answer(request: PictureHttpRequest): Promise<Answer> {
    const [, kind = '', id = '', what = ''] = ROUTE.exec(request.url.pathname) ?? [];
    const find = this.#finders[`${kind} ${what}`];
    if (!find) return answerText(404, '404 page not found');
    if (request.method !== 'GET') return answerEmpty(405);
    if (!/^\d+$/.test(id)) return answerText(400, 'Bad Request');
    const picture = await find(Number(id), request.url.searchParams.get('default') === 'true');
    return picture ? answerPicture(picture, request) : answerText(404, 'Not Found');
  }

  #findCover(library: SimulatedLibrary, id: number): Promise<Picture> | Picture | undefined {
    const scene = library.findScene(id);
    if (!scene) return undefined;
    if (scene.cover === 'NONE') return DEFAULT_PICTURES.scene;
    const subject = `scene/${id}/${scene.coverRevision}`;
    return this.#drawer.draw({ kind: scene.cover, subject, width: 640, height: 360 });
  }

  #find(
    entity: SimulatedEntity | undefined,
    kind: 'performer' | 'studio' | 'tag',
    isDefaultWanted: boolean,
  ): Promise<Picture> | Picture | undefined {
    if (!entity) return undefined;
    const isPortrait = kind === 'performer';
    if (entity.image === 'NONE' || isDefaultWanted)
      return isPortrait ? drawSilhouette() : DEFAULT_PICTURES[kind];
    const size = isPortrait ? { width: 400, height: 600 } : { width: 480, height: 240 };
    return this.#drawer.draw({ kind: entity.image, subject: `${kind}/${entity.id}`, ...size });
  }
}

/** Any `t` makes the answer cacheable for good; without one it has to be asked for again. */
function answerPicture(
  { contentType, etag, bytes }: Picture,
  { url, ifNoneMatch }: PictureHttpRequest,
): Answer {
  const cacheControl = url.searchParams.has('t') ? 'private, max-age=31536000, immutable' : 'no-cache';
  const headers = { 'cache-control': cacheControl, etag };
  if (ifNoneMatch === etag) return answerEmpty(304, headers);
  return { status: 200, headers: { ...headers, 'content-type': contentType }, body: bytes };
}
