import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scene } from '../../src/model/scene.ts';
import { toFoldedPath, toSegments } from '../../src/paths/normal-form.ts';
import { MatchingWorld, toMatchScene, type MatchingWorldOptions } from '../support/matching-world.ts';
import { ReferenceCatalog } from '../support/reference-catalog.ts';

/** Few names, so that libraries collide: equal files in equal folders, case, accents, and folders called like the library. */
const FOLDERS = ['A', 'a', 'Café', 'Cafe\u0301', 'B 100%', '2024', 'x_y'];
const NAMES = [
  'video.mp4',
  'Video.mp4',
  '1.mp4',
  'A Walk In The Rain.mp4',
  'a walk in the rain.MP4',
  "It's [50%] of_my \\ own.mkv",
];
const LIBRARY = 'Adult';

/** A file below its library folder; `copyOf` makes it a second file of an earlier scene. */
const aFile = fc.record({
  folders: fc.array(fc.constantFrom(...FOLDERS, LIBRARY), { maxLength: 3 }),
  name: fc.constantFrom(...NAMES),
  isSecondFile: fc.boolean(),
  root: fc.nat({ max: 1 }),
});
type LibraryFile = typeof aFile extends fc.Arbitrary<infer Value> ? Value : never;

const PLEX_ROOTS = ['/media/Adult', '/mnt/More'];
const STASH_ROOTS = ['/nas/content', '/nas/Adult'];
const RULES = { '/media/Adult': '/nas/content', '/mnt/More': '/nas/Adult' };

const toRelative = ({ folders, name }: LibraryFile) => [...folders, name].join('/');
const toStash = (file: LibraryFile) => `${STASH_ROOTS[file.root] ?? ''}/${toRelative(file)}`;

/** Every form in which PMS may name the file, letter for letter as it is on the disk. */
function listSpellings(file: LibraryFile): string[] {
  const relative = toRelative(file);
  const root = PLEX_ROOTS[file.root] ?? '';
  const inFolder = `${root.split('/').at(-1) ?? ''}/${relative}`;
  const forms = [relative, `/${relative}`, `./${relative}`, inFolder, `/${inFolder}`, `${root}/${relative}`];
  return [...forms, relative.replaceAll('/', '\\')];
}

/** The same, composed and decomposed. */
function listForms(file: LibraryFile): string[] {
  return listSpellings(file).flatMap((form) => [form.normalize('NFC'), form.normalize('NFD')]);
}

/** A disk may hold both forms of one name side by side: then the other form is the other file's own name. */
function isNameOfAnother(filename: string, file: LibraryFile, files: readonly LibraryFile[]): boolean {
  return (
    !listSpellings(file).includes(filename) && files.some((other) => listSpellings(other).includes(filename))
  );
}

/** One scene a path; some files join the scene before them. */
function toLibrary(files: readonly LibraryFile[]): { scenes: Scene[]; owners: Map<string, string> } {
  const groups: LibraryFile[][] = [];
  const seen = new Set<string>();
  for (const file of files) {
    if (seen.has(toStash(file))) continue;
    seen.add(toStash(file));
    if (file.isSecondFile && groups.length > 0) groups.at(-1)?.push(file);
    else groups.push([file]);
  }
  const scenes = groups.map((group, at) => toMatchScene(at + 1, group.map(toStash)));
  const owners = scenes.flatMap(({ id, files: held }) => held.map(({ path }) => [path, id] as const));
  return { scenes, owners: new Map<string, string>(owners) };
}

async function expectNeverWrong(
  files: readonly LibraryFile[],
  options: MatchingWorldOptions,
  known?: (scene: Scene) => boolean,
): Promise<number> {
  const { scenes, owners } = toLibrary(files);
  let matched = 0;
  for (const file of files)
    for (const filename of listForms(file)) {
      if (isNameOfAnother(filename, file, files)) continue;
      const catalog = new ReferenceCatalog(known ? scenes.filter(known) : scenes, known === undefined);
      const world = new MatchingWorld({ ...options, scenes, catalog });
      const outcome = await world.outcomeOf({ filename });
      if (outcome.kind !== 'MATCHED') continue;
      matched += 1;
      expect([filename, outcome.sceneId]).toEqual([filename, owners.get(toStash(file))]);
    }
  return matched;
}

const aLibrary = fc.array(aFile, { minLength: 1, maxLength: 8 });
const aPolicy = fc.constantFrom('path', 'filename', 'loose').map((policy) => ({ policy }) as const);
const FEW = { numRuns: 60 };

describe('whatever the library and the form of the name', () => {
  it('a match by rules is the scene of that very file', async () => {
    await fc.assert(
      fc.asyncProperty(aLibrary, aPolicy, async (files, policy) => {
        await expectNeverWrong(files, { ...policy, roots: PLEX_ROOTS, rules: RULES });
      }),
      FEW,
    );
  });

  it('a match without any rule that covers the library is the scene of that very file', async () => {
    await fc.assert(
      fc.asyncProperty(aLibrary, aPolicy, async (files, policy) => {
        await expectNeverWrong(files, { ...policy, roots: PLEX_ROOTS, rules: { '/unrelated': '/x' } });
      }),
      FEW,
    );
  });

  it('a match without known library folders is right where no folder inside is called like one outside', async () => {
    const isUnlikeRoots = ({ folders }: LibraryFile) => !folders.includes(LIBRARY);
    await fc.assert(
      fc.asyncProperty(aLibrary, aPolicy, async (files, policy) => {
        const inside = files.filter(isUnlikeRoots).map((file) => ({ ...file, root: 0 }));
        await expectNeverWrong(inside, { ...policy, rules: { '/unrelated': '/x' } });
      }),
      FEW,
    );
  });

  it('a match while the catalog is being filled is the scene of that very file', async () => {
    await fc.assert(
      fc.asyncProperty(aLibrary, fc.nat({ max: 3 }), fc.boolean(), async (files, parity, isStashDown) => {
        const known = ({ id }: Scene) => Number(id) % 4 === parity;
        await expectNeverWrong(files, { roots: PLEX_ROOTS, rules: RULES, isStashDown }, known);
        await expectNeverWrong(
          files,
          { roots: PLEX_ROOTS, rules: { '/unrelated': '/x' }, isStashDown },
          known,
        );
      }),
      FEW,
    );
  });

  it('a name that two files share but for its Unicode form is that of the file which is spelled so', async () => {
    const toFile = (folder: string) => ({ folders: [folder], name: '1.mp4', isSecondFile: false, root: 0 });
    const files = [toFile('Café'), toFile('Cafe\u0301')];
    const { scenes } = toLibrary(files);
    const world = new MatchingWorld({ scenes, roots: PLEX_ROOTS, rules: RULES });
    const found = await Promise.all(files.map((file) => world.outcomeOf({ filename: toRelative(file) })));
    expect(found).toMatchObject(scenes.map(({ id }) => ({ kind: 'MATCHED', sceneId: id })));
  });

  it('a library without collisions is matched whole, by rules and without', async () => {
    const files = FOLDERS.slice(4).flatMap((folder, at) =>
      NAMES.slice(0, 1).map((name) => ({
        folders: [folder, String(at)],
        name,
        isSecondFile: false,
        root: 0,
      })),
    );
    const forms = files.flatMap(listForms).length;
    expect(await expectNeverWrong(files, { roots: PLEX_ROOTS, rules: RULES })).toBe(forms);
    expect(await expectNeverWrong(files, { roots: PLEX_ROOTS, rules: { '/unrelated': '/x' } })).toBe(forms);
    expect(await expectNeverWrong(files, { rules: { '/unrelated': '/x' } })).toBe(forms);
  });

  it('scenes with the same trailing segments are never matched by them', async () => {
    await fc.assert(
      fc.asyncProperty(aLibrary, async (files) => {
        const twins = files.flatMap((file, at) => [
          toMatchScene(2 * at + 1, [`/one/${toRelative(file)}`]),
          toMatchScene(2 * at + 2, [`/two/${toRelative(file)}`]),
        ]);
        const world = new MatchingWorld({ scenes: twins, policy: 'loose', rules: { '/unrelated': '/x' } });
        for (const filename of files.flatMap(listForms))
          expect((await world.outcomeOf({ filename })).kind).not.toBe('MATCHED');
      }),
      FEW,
    );
  });

  it('an outage is never a miss', async () => {
    const anyName = fc.oneof(
      aFile.map(toRelative),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((name) => !/\.\.|\0/.test(name)),
    );
    await fc.assert(
      fc.asyncProperty(aLibrary, anyName, aPolicy, fc.boolean(), async (files, filename, policy, manual) => {
        fc.pre(toSegments(filename).some((segment) => segment !== '.'));
        const { scenes } = toLibrary(files);
        const catalog = new ReferenceCatalog(scenes.slice(1), false);
        const world = new MatchingWorld({ ...policy, scenes, catalog, isStashDown: true, roots: PLEX_ROOTS });
        const outcome = await world.outcomeOf({ filename, manual });
        expect(['MATCHED', 'CANDIDATES', 'UNKNOWN']).toContain(outcome.kind);
      }),
    );
  });

  it('a file that Stash does not have is not matched by a common name', async () => {
    await fc.assert(
      fc.asyncProperty(
        aLibrary,
        fc.constantFrom('video.mp4', '1.mp4', 'Scene 2.mp4'),
        async (files, name) => {
          const { scenes } = toLibrary(files);
          const filename = `Folder Not There/${name}`;
          fc.pre(
            !scenes.some((scene) => scene.files.some(({ path }) => toFoldedPath(path).endsWith(filename))),
          );
          const world = new MatchingWorld({ scenes, roots: PLEX_ROOTS, rules: RULES });
          expect((await world.outcomeOf({ filename })).kind).not.toBe('MATCHED');
        },
      ),
      FEW,
    );
  });
});
