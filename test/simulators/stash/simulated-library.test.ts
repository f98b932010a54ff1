import { describe, expect, it } from 'vitest';
import { generateLibrary } from '../../../simulators/library/generate-library.ts';
import type { SimulatedLibrary } from '../../../simulators/library/simulated-library.ts';

const library = (): SimulatedLibrary => generateLibrary({ scenes: 60, seed: 7 });

function firstWithFile(of: SimulatedLibrary) {
  const scene = of.scenes.find((candidate) => candidate.files.length > 0);
  const file = scene?.files[0];
  if (!scene || !file) throw new Error('expected a scene with a file');
  return { scene, file };
}

describe('SimulatedLibrary', () => {
  it('moves the time of a scene when the scene is edited, and of nothing else', () => {
    const edited = library();
    const { scene } = firstWithFile(edited);
    edited.editScene(scene.id, { title: 'New' });

    const after = edited.findScene(scene.id);
    expect(after?.title).toBe('New');
    expect(after && after.updatedAt > scene.updatedAt).toBe(true);
    expect(after?.files).toBe(scene.files);
    expect(edited.scenes.filter((other) => other.updatedAt === after?.updatedAt)).toHaveLength(1);
  });

  it('moves only the time of the file when a file is moved', () => {
    const edited = library();
    const { scene, file } = firstWithFile(edited);
    const moved = edited.moveFile(file.path, '/data/elsewhere/new name.mp4');

    expect(moved.updatedAt > file.updatedAt).toBe(true);
    expect(edited.findScene(scene.id)?.updatedAt).toBe(scene.updatedAt);
    expect(edited.files.findByPath(file.path)).toBeUndefined();
    expect(edited.files.findByPath('/data/elsewhere/new name.mp4')?.id).toBe(file.id);
  });

  it('moves only the time of a performer, tag, studio or group that is renamed', () => {
    const edited = library();
    const before = edited.scenes.map((scene) => scene.updatedAt);
    edited.renamePerformer(1, 'P');
    edited.renameTag(1, 'T');
    edited.renameStudio(1, 'S');
    edited.renameGroup(1, 'G');

    const renamed = [edited.findPerformer(1), edited.findTag(1), edited.findStudio(1), edited.findGroup(1)];
    expect(renamed.map((entity) => entity?.name)).toEqual(['P', 'T', 'S', 'G']);
    expect(renamed.every((entity) => entity && entity.updatedAt > entity.createdAt)).toBe(true);
    expect(edited.scenes.map((scene) => scene.updatedAt)).toEqual(before);
  });

  it('never gives the id of a deleted scene to another', () => {
    const edited = library();
    const first = edited.addScene({ paths: ['/data/a.mp4'] });
    edited.deleteScene(first.id);
    const second = edited.addScene({ paths: ['/data/b.mp4'] });

    expect(second.id).toBeGreaterThan(first.id);
    expect(edited.findScene(first.id)).toBeUndefined();
    expect(edited.files.findByPath('/data/a.mp4')).toBeUndefined();
    expect(edited.scenes.at(-1)).toBe(second);
  });

  it('prints later edits in another time zone without touching the earlier ones', () => {
    const edited = library();
    const before = edited.editScene(1, { title: 'before' }).updatedAt;
    edited.setUtcOffset(-210);
    const after = edited.editScene(2, { title: 'after' }).updatedAt;

    expect(before).toMatch(/\+01:00$/);
    expect(after).toMatch(/-03:30$/);
    expect(Date.parse(after) - Date.parse(before)).toBe(1000);
    expect(after < before).toBe(true);
  });

  it('gives another cover another revision', () => {
    const edited = library();

    expect(edited.setCover(1, 'PNG')).toMatchObject({ cover: 'PNG', coverRevision: 1 });
    expect(edited.setCover(1, 'NONE')).toMatchObject({ cover: 'NONE', coverRevision: 2 });
  });

  it('refuses to edit what is not there', () => {
    expect(() => library().editScene(999_999, { title: 'x' })).toThrow('but got: 999999');
    expect(() => library().moveFile('/nowhere.mp4', '/data/x.mp4')).toThrow('but got: /nowhere.mp4');
  });
});
