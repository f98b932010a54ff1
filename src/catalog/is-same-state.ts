import type { FileState, SceneState } from './scene-source.ts';

/** True when nothing that Stash shows in a slim listing differs: neither the scene's time nor any of its files. */
export function isSameState(known: SceneState | undefined, state: SceneState): boolean {
  return known?.updatedAt === state.updatedAt && hasSameFiles(known.files, state.files);
}

/** The order of files says nothing here; which file is primary shows in the scene's own time. */
export function hasSameFiles(known: readonly FileState[], files: readonly FileState[]): boolean {
  if (known.length !== files.length) return false;
  const byId = new Map(known.map((file) => [file.id, file]));
  return files.every((file) => {
    const before = byId.get(file.id);
    return before?.path === file.path && before.updatedAt === file.updatedAt;
  });
}
