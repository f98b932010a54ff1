import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePathRules } from '../../../src/paths/parse-path-rules.ts';
import { suggestRules } from '../../../src/paths/suggest/suggest-rules.ts';
import { toPlainRules } from '../../../src/paths/suggest/to-plain-rules.ts';
import { judgeSuggestion } from '../../support/judge-suggestion.ts';
import { type MadeFile, makeShelf, toLibraryPair } from '../../support/library-pairs.ts';
import { RELATED_LIBRARIES } from '../../support/related-libraries.ts';

describe.each(Object.keys(RELATED_LIBRARIES))('rules for libraries that differ by %s', (name) => {
  it.each([true, false])('cover at least 99 % and lead no file astray (sizes known: %s)', (sizes) => {
    const pair = RELATED_LIBRARIES[name]?.(1200, sizes) ?? toLibraryPair([]);
    const suggestion = suggestRules(pair.plex, pair.stash);
    const { mappable, right, wrong } = judgeSuggestion(suggestion, pair);
    expect(wrong).toEqual([]);
    expect(mappable).toBeGreaterThan(400);
    expect(right / mappable).toBeGreaterThanOrEqual(0.99);
    expect(suggestion.rules.length).toBeLessThanOrEqual(3);
    expect(suggestion.rules.every((rule) => rule.wrong === 0)).toBe(true);
    const plain = toPlainRules(suggestion.rules.map(({ rule }) => rule));
    expect(parsePathRules(plain)).toEqual({ ok: true, rules: suggestion.rules.map(({ rule }) => rule) });
  });
});

describe('suggestRules', () => {
  it('uses one prefix rule where that is enough', () => {
    const pair = RELATED_LIBRARIES['another root']?.(200, true) ?? toLibraryPair([]);
    const { rules, kind } = suggestRules(pair.plex, pair.stash);
    expect(kind).toBe('RULES');
    expect(rules).toMatchObject([
      {
        rule: { kind: 'PREFIX', plex: '/media/Adult', stash: '/nas/content' },
        covered: 200,
        roundTrips: 200,
        wrong: 0,
      },
    ]);
    expect(rules[0]?.examples).toHaveLength(3);
  });

  it('proposes nothing for libraries that hold different files, and says why', () => {
    const plex = makeShelf(500, 1).map(({ studio, name, size }) => ({ path: `/m/${studio}/${name}`, size }));
    const stash = makeShelf(500, 2).map(({ studio, name, size }) => ({ path: `/d/${studio}/${name}`, size }));
    const suggestion = suggestRules(plex, stash);
    expect(suggestion).toMatchObject({ kind: 'NOTHING', rules: [] });
    expect(suggestion).toHaveProperty('why', expect.stringContaining('Not one file name'));
  });

  it.each([true, false])(
    'is not taken in by ordinary names in different libraries (sizes known: %s)',
    (sizes) => {
      const list = (root: string, seed: number) =>
        makeShelf(800, seed).map(({ studio, size }) => ({
          path: `${root}/${studio}/scene ${size % 100}.mp4`,
          ...(sizes ? { size } : {}),
        }));
      expect(suggestRules(list('/m', 1), list('/d', 2))).toMatchObject({ kind: 'NOTHING', rules: [] });
    },
  );

  it('needs no rules where both sides name the files alike', () => {
    const files = makeShelf(100, 3).map(({ studio, name }) => ({ path: `/media/${studio}/${name}` }));
    expect(suggestRules(files, files).kind).toBe('SAME_PATHS');
  });

  it('tells the folders that no rule covers', () => {
    const shelf = makeShelf(100, 3);
    const plex = shelf.map(({ name }) => ({ path: `/media/a/${name}` }));
    const stash = shelf.map(({ name }) => ({ path: `/data/${name}` }));
    const lone = { path: '/music/b/some other name entirely.mp4' };
    const { uncoveredFolders, counts } = suggestRules([...plex, lone], stash);
    expect(uncoveredFolders).toEqual([{ folder: '/music/b', count: 1 }]);
    expect(counts).toMatchObject({ plexFiles: 101, paired: 100, mapped: 100, uncovered: 1 });
  });

  it('says that the catalog is empty, and that Plex named nothing', () => {
    const file = { path: '/media/one two three.mp4' };
    expect(suggestRules([file], [])).toHaveProperty('why', expect.stringContaining('catalog'));
    expect(suggestRules([], [file])).toHaveProperty('why', expect.stringContaining('Plex named no files'));
  });

  it('keeps a rule although one file was replaced by another of a different size', () => {
    const shelf = makeShelf(300, 4);
    const plex = shelf.map(({ name, size }) => ({ path: `/media/${name}`, size }));
    const stash = shelf.map(({ name, size }, place) => ({
      path: `/data/${name}`,
      size: place === 0 ? size + 1 : size,
    }));
    expect(suggestRules(plex, stash).rules).toMatchObject([{ covered: 299, otherSize: 1, wrong: 0 }]);
  });

  it('is never wrong, whatever folders are renamed, moved or half missing', () => {
    const folder = fc.constantFrom('amber', 'birch', '2021', '2022', 'old', 'new', 'Media', 'x');
    const folders = fc.array(folder, { maxLength: 2 });
    const root = fc.record({ plex: folders, stash: folders, depth: fc.constantFrom(0, 0, 1) });
    const file = fc.record({
      root: fc.nat(2),
      below: folders,
      word: fc.constantFrom('scene', 'clip', 'velvet river garden', 'jane doe'),
      isIn: fc.constantFrom('both', 'both', 'both', 'plex', 'stash'),
    });
    const world = fc.record({
      roots: fc.array(root, { minLength: 3, maxLength: 3 }),
      files: fc.array(file, { minLength: 1, maxLength: 120 }),
      isNumbered: fc.boolean(),
    });
    fc.assert(
      fc.property(world, ({ roots, files, isNumbered }) => {
        const made = files.map(({ root: place, below, word, isIn }, index): MadeFile & { isIn: string } => {
          const { plex = [], stash = [], depth = 0 } = roots[place] ?? {};
          const name = `${word}${isNumbered ? ` ${index}` : ''}.mp4`;
          return {
            plex: ['/p', ...plex, ...below, name].join('/'),
            stash: ['/s', ...stash, ...below.slice(depth), name].join('/'),
            size: 1_000_000 + index * 7919,
            isIn,
          };
        });
        const byPlex = [...new Map(made.map((entry) => [entry.plex.toLowerCase(), entry])).values()];
        const distinct = [...new Map(byPlex.map((entry) => [entry.stash.toLowerCase(), entry])).values()];
        const keep = (place: number, side: string): boolean =>
          ['both', side].includes(distinct[place]?.isIn ?? '');
        const pair = toLibraryPair(distinct, { sizes: true, keep });
        expect(judgeSuggestion(suggestRules(pair.plex, pair.stash), pair).wrong).toEqual([]);
      }),
      { numRuns: 300, seed: 11 },
    );
  });
});
