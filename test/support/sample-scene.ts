import { asStashPath } from '../../src/model/file-paths.ts';
import { toSceneId } from '../../src/model/ids.ts';
import type { Scene, SceneFile } from '../../src/model/scene.ts';

/** A plain scene with one file; `change` says what is special about it. */
export function sampleScene(id: number, change: Partial<Scene> = {}): Scene {
  return {
    id: toSceneId(String(id)),
    title: `Title ${id}`,
    organized: false,
    createdAt: '2026-01-01T10:00:00+11:00',
    updatedAt: '2026-01-01T10:00:00+11:00',
    files: [sampleFile(`f${id}`, `/data/folder ${id % 7}/scene ${id}.mp4`)],
    performers: [],
    tags: [],
    groups: [],
    stashIds: [],
    ...change,
  };
}

export function sampleFile(id: string, path: string, updatedAt = '2026-01-01T10:00:00+11:00'): SceneFile {
  return {
    id,
    path: asStashPath(path),
    size: 1000,
    duration: 60,
    width: 1920,
    height: 1080,
    modifiedAt: updatedAt,
    updatedAt,
  };
}

export function sampleScenes(count: number): Scene[] {
  return Array.from({ length: count }, (_, index) => sampleScene(index + 1));
}
