import type { StashPath } from '../model/file-paths.ts';
import type { Scene } from '../model/scene.ts';
import { expectRows } from './expect-rows.ts';
import {
  FindFileByPathDocument,
  FindSceneByOshashDocument,
  FindScenesByPathPatternDocument,
} from './generated/operations.ts';
import { findText } from './loose.ts';
import type { StashCall, StashClient } from './stash-client.ts';
import { StashError } from './stash-error.ts';
import { toScene } from './to-scene.ts';

/**
 * The scene that holds the file at exactly this path, by two indexed look-ups: file by path, then scene by the file's
 * oshash. `undefined` is no proof of absence: Stash may know the file in other letter case, without a hash, or under
 * another scene of equal hash. A path with `%` or `*` is not asked for at all, since Stash takes both for wildcards
 * and answers with some other file (seen on 0.30).
 */
export async function findSceneAtPath(
  client: StashClient,
  path: StashPath,
  call: StashCall,
): Promise<Scene | undefined> {
  if (/[%*]/.test(path)) return undefined;
  const file = await findFile(client, path, call);
  const oshash = findText(file?.fingerprint);
  if (file?.path !== path || oshash === undefined) return undefined;
  const { findSceneByHash } = await client.read(FindSceneByOshashDocument, { oshash }, call);
  const scene = findSceneByHash ? toScene(findSceneByHash) : undefined;
  return scene?.files.some((other) => other.path === path) === true ? scene : undefined;
}

async function findFile(client: StashClient, path: StashPath, call: StashCall) {
  try {
    return (await client.read(FindFileByPathDocument, { path }, call)).findFile;
  } catch (error) {
    // `Query.findFile` is non-null, so "no such file" comes as an error.
    if (error instanceof StashError && error.code === 'FILE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Scenes with a file whose path matches the RE2 pattern, by ascending id; a scan of all paths on Stash's side. */
export async function findScenesByPathPattern(
  client: StashClient,
  pattern: string,
  perPage: number,
  call: StashCall,
): Promise<readonly Scene[]> {
  const data = await client.read(FindScenesByPathPatternDocument, { pattern, perPage }, call);
  return expectRows(data.findScenes?.scenes, 'FindScenesResultType.scenes').map(toScene);
}
