import { ListLibraryRootsDocument } from './generated/operations.ts';
import { findText, listOf } from './loose.ts';
import { asStashPath, type StashPath } from '../model/file-paths.ts';
import type { StashCall, StashClient } from './stash-client.ts';

/** A folder that Stash scans for videos, as Stash names it. */
export type LibraryRoot = StashPath;

/** The folders Stash scans, without those it scans for pictures only. A Stash before its setup has none. */
export async function listLibraryRoots(
  client: StashClient,
  call: StashCall,
): Promise<readonly LibraryRoot[]> {
  const data = await client.read(ListLibraryRootsDocument, {}, call);
  return listOf(data.configuration?.general?.stashes)
    .filter((root) => root.excludeVideo !== true)
    .flatMap((root) => findText(root.path) ?? [])
    .map(asStashPath);
}
