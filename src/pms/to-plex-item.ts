import type { PlexItem } from '../gaps/plex-library.ts';
import { asPlexPath, type PlexPath } from '../model/file-paths.ts';
import { findText, type JsonObject, listObjects } from './loose-values.ts';

/** The parts of an item: several `Media` are versions, several `Part` the files one version is split into. */
export function listParts(entry: JsonObject): readonly JsonObject[] {
  return listObjects(entry.Media).flatMap(({ Part }) => listObjects(Part));
}

/** A movie as a listing shows it; whatever is missing is empty. */
export function toPlexItem(ratingKey: string, entry: JsonObject): PlexItem {
  return {
    ratingKey,
    guid: findText(entry.guid) ?? '',
    title: findText(entry.title) ?? '',
    files: listFiles(entry),
    showsSomething: showsSomething(entry),
  };
}

function listFiles(entry: JsonObject): readonly PlexPath[] {
  const files = listParts(entry).flatMap(({ file }) => findText(file) ?? []);
  return [...new Set(files)].map(asPlexPath);
}

function showsSomething({ summary, studio, Genre, Role }: JsonObject): boolean {
  const texts = [summary, studio, ...[...listObjects(Genre), ...listObjects(Role)].map(({ tag }) => tag)];
  return texts.some((text) => findText(text) !== undefined);
}
