import type { PlexItem } from '../gaps/plex-library.ts';
import { asPlexPath, type PlexPath } from '../model/file-paths.ts';
import { findCount, findText, type JsonObject, listObjects } from './loose-values.ts';

/** The parts of an item: several `Media` are versions, several `Part` the files one version is split into. */
export function listParts(entry: JsonObject): readonly JsonObject[] {
  return listObjects(entry.Media).flatMap(({ Part }) => listObjects(Part));
}

/** A movie as a listing shows it; whatever is missing is empty. */
export function toPlexItem(ratingKey: string, entry: JsonObject): PlexItem {
  const sizes = listSizes(entry);
  return {
    ratingKey,
    guid: findText(entry.guid) ?? '',
    title: findText(entry.title) ?? '',
    files: [...sizes.keys()],
    ...([...sizes.values()].some((size) => size !== undefined) && { sizes: [...sizes.values()] }),
    showsSomething: showsSomething(entry),
  };
}

/** Each file once, with its size. */
function listSizes(entry: JsonObject): ReadonlyMap<PlexPath, number | undefined> {
  const files = listParts(entry).flatMap(({ file, size }) => {
    const path = findText(file);
    return path === undefined ? [] : [[asPlexPath(path), findCount(size)] as const];
  });
  return new Map(files);
}

function showsSomething({ summary, studio, Genre, Role }: JsonObject): boolean {
  const texts = [summary, studio, ...[...listObjects(Genre), ...listObjects(Role)].map(({ tag }) => tag)];
  return texts.some((text) => findText(text) !== undefined);
}
