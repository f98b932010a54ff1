import { describe, expect, it } from 'vitest';
import { generateLibrary } from '../../../simulators/library/generate-library.ts';
import { plexFilesOf } from '../../../simulators/library/plex-files.ts';

const library = generateLibrary({ scenes: 3000, seed: 3 });
const paths = library.scenes.flatMap((scene) => scene.files.map((file) => file.path));

describe('generateLibrary', () => {
  it('gives the same library for the same seed and another for another', () => {
    const again = generateLibrary({ scenes: 3000, seed: 3 });
    const other = generateLibrary({ scenes: 3000, seed: 4 });

    expect(again.scenes).toEqual(library.scenes);
    expect(again.performers).toEqual(library.performers);
    expect(other.scenes).not.toEqual(library.scenes);
  });

  it('gives as many scenes as asked for, with ids that rise and leave gaps', () => {
    const ids = library.scenes.map((scene) => scene.id);

    expect(ids).toHaveLength(3000);
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0))).toBe(true);
    expect(ids.at(-1)).toBeGreaterThan(3000);
  });

  it('names no two files alike, all of them below the root, none longer than a file system allows', () => {
    const longest = Math.max(...paths.map((path) => Buffer.byteLength(path.split('/').at(-1) ?? '')));

    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.every((path) => path.startsWith('/data/'))).toBe(true);
    expect(longest).toBeLessThanOrEqual(255);
    expect(longest).toBeGreaterThan(200);
  });

  it.each([
    ['blanks at the ends of names', /\/ leading|blank \d+ \.mp4$|folder \d+ \//],
    ['double blanks', / {2}/],
    ['quotes', /"/],
    ['apostrophes', /'/],
    ['percent signs', /100%\.mp4$/],
    ['text that looks percent-encoded', /%25/],
    ['brackets', /\[.*\]/],
    ['hashes', /#/],
    ['ampersands', /&/],
    ['plus signs', /\+/],
    ['backslashes', /\\/],
    ['wildcards of other tools', /\*.*\?/],
    ['emoji', /🎉/u],
    ['Japanese', /日本語/],
    ['Cyrillic', /Ночь/],
    ['decomposed letters', /e\u0301/],
    ['composed letters', /\u00e9/],
    ['umlauts in upper case', /ÜBER/],
    ['several dots before the extension', /\.{4}mp4$/],
    ['two extensions', /\.mp4\.mkv$/],
    ['extensions in upper case', /\.MP4$/],
  ])('has names with %s', (_what, pattern) => {
    expect(paths.some((path) => pattern.test(path))).toBe(true);
  });

  it('has names that say nothing in many folders', () => {
    const names = paths.map((path) => path.split('/').at(-1));

    for (const generic of ['scene1.mp4', 'video.mp4', '1.mp4', 'scene.mp4']) {
      expect(names.filter((name) => name === generic).length).toBeGreaterThan(5);
    }
  });

  it('has twins that differ by a wildcard, by case and by composition only', () => {
    const known = new Set(paths);
    const twins = (toTwin: (path: string) => string): number =>
      paths.filter((path) => toTwin(path) !== path && known.has(toTwin(path))).length;

    expect(twins((path) => path.replace('clip_one', 'clipXone'))).toBeGreaterThan(3);
    expect(twins((path) => path.replace('100%.mp4', '100x.mp4'))).toBeGreaterThan(3);
    expect(
      twins((path) => path.replace('Case Study', 'case study').replace('/Clip', '/clip')),
    ).toBeGreaterThan(3);
    expect(twins((path) => path.normalize('NFD'))).toBeGreaterThan(3);
  });

  it('has scenes that are poor in every way', () => {
    const some = (test: (scene: (typeof library.scenes)[number]) => boolean): boolean =>
      library.scenes.some(test);

    expect(some((scene) => scene.title === '')).toBe(true);
    expect(some((scene) => scene.files.length === 0)).toBe(true);
    expect(
      some((scene) => scene.files.length === 2 && scene.files[0]?.oshash === scene.files[1]?.oshash),
    ).toBe(true);
    expect(some((scene) => scene.date === null)).toBe(true);
    expect(some((scene) => scene.date?.length === 4)).toBe(true);
    expect(some((scene) => scene.date?.length === 7)).toBe(true);
    expect(some((scene) => scene.cover === 'NONE')).toBe(true);
    expect(some((scene) => scene.studioId === null)).toBe(true);
    expect(some((scene) => scene.details.includes('<script>'))).toBe(true);
    expect(library.performers.some((performer) => performer.image === 'NONE')).toBe(true);
    expect(library.performers.some((performer) => performer.disambiguation !== '')).toBe(true);
    expect(library.studios.some((studio) => studio.parentId !== null)).toBe(true);
  });

  it('refers only to studios, performers, tags and groups that exist', () => {
    for (const scene of library.scenes) {
      expect(scene.studioId === null || library.findStudio(scene.studioId)).toBeTruthy();
      expect(scene.performerIds.every((id) => library.findPerformer(id))).toBe(true);
      expect(scene.tagIds.every((id) => library.findTag(id))).toBe(true);
      expect(scene.groups.every(({ groupId }) => library.findGroup(groupId))).toBe(true);
    }
  });
});

describe('plexFilesOf', () => {
  const files = plexFilesOf(library, { plexRoot: '/media/Adult', extraGeneric: 40, extraSpecific: 30 });

  it('shows every file of Stash below the root of Plex, with the scene that is right for it', () => {
    const ours = files.filter((file) => file.origin === 'STASH');
    const right = ours.every((file) => {
      const scene = library.findScene(Number(file.sceneId));
      return scene?.files.some(({ path }) => `/media/Adult${path.slice('/data'.length)}` === file.path);
    });

    expect(ours).toHaveLength(paths.length);
    expect(right).toBe(true);
  });

  it('adds files that are not in Stash and says that no scene is right for them', () => {
    const extra = files.filter((file) => file.sceneId === null);
    const known = new Set(paths.map((path) => `/media/Adult${path.slice('/data'.length)}`));

    expect(extra.filter((file) => file.origin === 'EXTRA_GENERIC')).toHaveLength(40);
    expect(extra.filter((file) => file.origin === 'EXTRA_SPECIFIC')).toHaveLength(30);
    expect(extra.some((file) => known.has(file.path))).toBe(false);
  });

  it('lists no path twice and always in the same order', () => {
    const again = plexFilesOf(library, { plexRoot: '/media/Adult', extraGeneric: 40, extraSpecific: 30 });

    expect(new Set(files.map((file) => file.path)).size).toBe(files.length);
    expect(again).toEqual(files);
  });
});
