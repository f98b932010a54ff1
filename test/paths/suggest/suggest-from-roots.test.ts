import { describe, expect, it } from 'vitest';
import { suggestFromRoots } from '../../../src/paths/suggest/suggest-from-roots.ts';

const STASH = ['/nas/content/Adult/a/1.mp4', '/nas/content/Adult/b/2.mp4', '/nas/content/Other/3.mp4'].map(
  (path) => ({ path }),
);

describe('suggestFromRoots', () => {
  it('takes a root for the one Stash folder that ends in the same name', () => {
    const { kind, rules } = suggestFromRoots(['/media/adult'], STASH);
    expect(kind).toBe('RULES');
    expect(rules).toMatchObject([
      { rule: { plex: '/media/adult', stash: '/nas/content/Adult' }, covered: 2, wrong: 0 },
    ]);
  });

  it('prefers the folder that shares more names', () => {
    const stash = [...STASH, { path: '/old/x/Adult/4.mp4' }];
    const { rules } = suggestFromRoots(['/mnt/content/Adult'], stash);
    expect(rules).toMatchObject([{ rule: { stash: '/nas/content/Adult' } }]);
  });

  it('proposes nothing where two folders have the name, and tells which root it was', () => {
    const stash = [...STASH, { path: '/old/Adult/4.mp4' }];
    expect(suggestFromRoots(['/media/Adult'], stash)).toMatchObject({
      kind: 'NOTHING',
      rules: [],
      missedFolders: [{ folder: '/media/Adult', count: 1 }],
    });
  });

  it('does not take a small folder deep inside for a library', () => {
    const many = Array.from(Array(100).keys(), (n) => ({ path: `/data/x/${n}.mp4` }));
    const stash = [...many, { path: '/data/y/Adult/1.mp4' }];
    expect(suggestFromRoots(['/media/Adult'], stash).kind).toBe('NOTHING');
  });

  it('says so when Stash has the root under the same path', () => {
    expect(suggestFromRoots(['/nas/content/Adult'], STASH).kind).toBe('SAME_PATHS');
  });

  it('says that the catalog is empty', () => {
    expect(suggestFromRoots(['/media/Adult'], [])).toHaveProperty('why', expect.stringContaining('catalog'));
  });
});
