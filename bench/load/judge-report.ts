import type { SimulatedFile } from '../../simulators/library/plex-files.ts';
import type { SimulatedLibrary } from '../../simulators/library/simulated-library.ts';
import type { JsonObject } from '../../simulators/plex/contract/object-shape.ts';
import type { FileReport, PosterReading } from '../../simulators/plex/scanner/file-report.ts';
import { cleanFileName } from '../../src/metadata/clean-file-name.ts';

const GUID = 'tv.plex.agents.custom.stash2plex://movie/';

/** Says what is wrong with the answers for a file; nothing where it got its own scene or, for now, none. */
export type JudgeReport = (report: FileReport) => readonly string[];

/** Holds every answer against the library that the files were made from. */
export function createReportJudge(library: SimulatedLibrary, files: readonly SimulatedFile[]): JudgeReport {
  const truth = new Map(files.map(({ path, sceneId }) => [path, sceneId ?? '']));
  return ({ file, guid, match, metadata, images, poster }) => {
    const id = truth.get(file.path) ?? '';
    const movie = { guid: GUID + id, ratingKey: id, title: findTitle(library, id) };
    const strangers = (images ?? []).filter(({ url }) => !isPictureOf(id, url));
    return [
      ...(guid === undefined || guid === movie.guid ? [] : [`guid ${guid} instead of ${movie.guid}`]),
      ...compare('match', match, movie),
      ...compare('metadata', metadata, movie),
      ...strangers.map(({ url }) => `picture ${String(url)} of another scene than ${id}`),
      ...judgePoster(id, poster),
    ].map((problem) => `${file.path}: ${problem}`);
  };
}

/** What the owner calls the scene; without that its file's name. */
function findTitle(library: SimulatedLibrary, id: string): string {
  const scene = library.findScene(Number(id));
  if (scene === undefined) return '';
  return scene.title || (cleanFileName(scene.files[0]?.path.split('/').at(-1) ?? '') ?? '');
}

function compare(
  call: string,
  answer: JsonObject | undefined,
  expected: Readonly<Record<string, string>>,
): string[] {
  if (answer === undefined) return [];
  return Object.entries(expected)
    .filter(([name, value]) => answer[name] !== value)
    .map(([name, value]) => `${call} has the ${name} ${String(answer[name])} instead of ${value}`);
}

/** A poster that cannot be had now is missing, not wrong. */
export function isPosterMissing(poster: PosterReading): boolean {
  return poster.kind === 'FAILED' && poster.reason.startsWith('HTTP_5');
}

function judgePoster(id: string, poster: PosterReading | undefined): string[] {
  if (poster === undefined || poster.kind === 'FETCHED' || isPosterMissing(poster)) return [];
  return [`no poster of scene ${id}: ${poster.kind === 'FAILED' ? poster.reason : poster.kind}`];
}

function isPictureOf(id: string, url: unknown): boolean {
  return typeof url === 'string' && url.includes('/artwork/') && url.includes(`/${id}/`);
}
