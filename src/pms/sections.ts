import type { PlexSection } from '../gaps/plex-library.ts';
import { asPlexPath } from '../model/file-paths.ts';
import { findFlag, findId, findText, type JsonObject, listObjects } from './loose-values.ts';
import type { PmsClient } from './pms-client.ts';
import { PmsError } from './pms-error.ts';

/** A Plex library of any type. */
export interface ListedSection extends PlexSection {
  /** `movie`, `show`, `artist` or `photo`. */
  readonly type: string;
}

/** Every library of PMS with its folders (`GET /library/sections/all`). */
export async function listAllSections(
  client: PmsClient,
  signal: AbortSignal,
): Promise<readonly ListedSection[]> {
  const { members } = await client.read({ path: '/library/sections/all', signal });
  return listObjects(members.Directory).map(toSection);
}

/** A library whose key is not readable could be one that is to be compared, so that it is no answer at all. */
function toSection(directory: JsonObject): ListedSection {
  const key = findId(directory.key);
  if (key === undefined) throw new PmsError('GARBAGE', { status: 200, code: 'UNEXPECTED_SHAPE' });
  return {
    key,
    title: findText(directory.title) ?? key,
    type: findText(directory.type) ?? '',
    agent: findText(directory.agent) ?? '',
    isRefreshing: findFlag(directory.refreshing) ?? false,
    locations: listObjects(directory.Location).flatMap(({ path }) => toPath(path)),
  };
}

function toPath(path: unknown) {
  const text = findText(path);
  return text === undefined ? [] : [asPlexPath(text)];
}
