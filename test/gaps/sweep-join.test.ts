import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toComparablePath, toFoldedPath } from '../../src/paths/normal-form.ts';
import { GapWorld, ours, toRule } from '../support/gap-world.ts';

interface Shown {
  readonly file: string;
  readonly guid: string;
}

interface Libraries {
  /** The files of scene 1, 2, 3, … */
  readonly scenes: readonly (readonly string[])[];
  readonly items: readonly Shown[];
}

const names = fc.constantFrom(
  'x.mp4',
  'X.mp4',
  'y.mp4',
  'é.mp4',
  'e\u0301.mp4',
  'É.mp4',
  'sub/x.mp4',
  'Sub//x.mp4',
);
const folders = fc.constantFrom('/nas/', '//nas/', '/elsewhere/');
const stashFiles = fc.tuple(folders, names).map(([folder, name]) => folder + name);
const plexFiles = fc
  .tuple(fc.constantFrom('/media/', '//media/', '/other/'), names)
  .map(([folder, name]) => folder + name);
const guids = fc.oneof(
  fc.integer({ min: 1, max: 7 }).map(ours),
  fc.constantFrom('plex://movie/1', 'local://1', 'tv.plex.agents.none://1', ''),
);
const libraries: fc.Arbitrary<Libraries> = fc.record({
  scenes: fc.array(fc.uniqueArray(stashFiles, { maxLength: 3 }), { maxLength: 5 }),
  items: fc.array(fc.record({ file: plexFiles, guid: guids }), { maxLength: 8 }),
});

/** The rules of the sweep in plain words and quadratic time. */
class Oracle {
  readonly #libraries: Libraries;

  constructor(libraries: Libraries) {
    this.#libraries = libraries;
  }

  listGaps(): string[] {
    const files = this.#libraries.items.map((item) => this.#judge(item)).filter((gap) => gap !== undefined);
    const firsts = new Map<string, string>();
    for (const [kind, reason, subject] of files.reverse()) firsts.set(`${kind} ${subject}`, reason);
    const byFile = [...firsts].map(([key, reason]) => key.replace(' ', ` ${reason} `));
    return [...byFile, ...this.#listAbsent()].sort();
  }

  #judge({ file, guid }: Shown): readonly [string, string, string] | undefined {
    const subject = toFoldedPath(file);
    const shown = guid.startsWith('ours') ? Number(guid.split('/').at(-1)) : undefined;
    const exists = shown !== undefined && shown <= this.#libraries.scenes.length;
    const owners = this.#listOwners(file, shown);
    if (owners.length === 0) {
      if (shown !== undefined && !exists) return ['NOT_IN_STASH', 'SCENE_DELETED', subject];
      return ['NOT_IN_STASH', toStash(file) === undefined ? 'NO_RULE_COVERS_PATH' : 'NO_SUCH_FILE', subject];
    }
    if (shown !== undefined && owners.includes(shown)) return undefined;
    if (shown !== undefined) return ['WRONG_SCENE', exists ? 'OTHER_SCENE' : 'SCENE_DELETED', subject];
    if (owners.length > 1) return ['UNMATCHED', 'NAME_AMBIGUOUS', subject];
    return ['UNMATCHED', guid.startsWith('plex') ? 'OTHER_AGENT' : 'NO_AGENT', subject];
  }

  #listOwners(file: string, shown: number | undefined): number[] {
    const stash = toStash(file);
    const all = this.#libraries.scenes.flatMap((paths, at) => paths.map((path) => ({ path, id: at + 1 })));
    if (stash === undefined)
      return [
        ...new Set(
          all.filter(({ id, path }) => id === shown && nameOf(path) === nameOf(file)).map(({ id }) => id),
        ),
      ];
    const folded = all.filter(({ path }) => toFoldedPath(path) === toFoldedPath(stash));
    const exact = folded.filter(({ path }) => toComparablePath(path) === toComparablePath(stash));
    const identical = exact.filter(({ path }) => path === stash);
    const nearest = [identical, exact, folded].find((hits) => hits.length > 0) ?? [];
    return [...new Set(nearest.map(({ id }) => id))];
  }

  #listAbsent(): string[] {
    const { scenes, items } = this.#libraries;
    const present = new Set(
      items.flatMap(({ file, guid }) => {
        const shown = guid.startsWith('ours') ? Number(guid.split('/').at(-1)) : undefined;
        const owners = this.#listOwners(file, shown);
        return owners;
      }),
    );
    return scenes.flatMap((paths, at) => {
      if (paths.length === 0 || present.has(at + 1)) return [];
      const isCovered = paths.some((path) => toComparablePath(path).startsWith('/nas/'));
      return [`NOT_IN_PLEX ${isCovered ? 'NO_PLEX_ITEM' : 'NO_RULE_COVERS_PATH'} ${at + 1}`];
    });
  }
}

function toStash(file: string): string | undefined {
  const comparable = toComparablePath(file);
  return comparable.startsWith('/media/') ? file.replace('/media/', '/nas/') : undefined;
}

function nameOf(path: string): string | undefined {
  return toFoldedPath(path).split('/').at(-1);
}

describe('the join of both libraries', () => {
  it('finds what comparing every file with every other finds', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, async (drawn) => {
        await using world = new GapWorld({ rules: [toRule('/media', '/nas')] });
        for (const [at, paths] of drawn.scenes.entries()) world.addScene(at + 1, paths);
        const items = drawn.items.map(({ file, guid }, at) => ({ key: String(at), files: [file], guid }));
        world.plex.add('Adult', ['/media'], items);
        await world.sweepFully();
        expect(await world.listOpen()).toEqual(new Oracle(drawn).listGaps());
        const again = await world.sweepFully();
        expect(again.counts).toMatchObject({ opened: 0, closed: 0 });
      }),
      { numRuns: 150 },
    );
  });
});
