import { describe, expect, it } from 'vitest';
import { narrowToExact, narrowToIdentical } from '../../src/matching/file-hits.ts';
import { asStashPath } from '../../src/model/file-paths.ts';
import { toSceneId } from '../../src/model/ids.ts';

const COMPOSED = '/data/Caf\u00e9/clip.mp4';
const DECOMPOSED = '/data/Cafe\u0301/clip.mp4';
const SHOUTED = '/data/CAF\u00c9/clip.mp4';
const hits = [COMPOSED, DECOMPOSED, SHOUTED].map((path, index) => ({
  sceneId: toSceneId(String(index + 1)),
  path: asStashPath(path),
}));
const pathsOf = (found: readonly { readonly path: string }[]): string[] => found.map(({ path }) => path);

describe('a whole path', () => {
  it.each([COMPOSED, DECOMPOSED, SHOUTED])('is told from its twins letter for letter: %s', (path) => {
    expect(pathsOf(narrowToIdentical(hits, path))).toEqual([path]);
  });

  it('is the same in the separators of Windows', () => {
    expect(pathsOf(narrowToIdentical(hits, '/data\\Cafe\u0301\\clip.mp4'))).toEqual([DECOMPOSED]);
  });

  it('in no form that is there keeps all that differ in case only', () => {
    expect(narrowToIdentical(hits, '/DATA/caf\u00e9/clip.mp4')).toHaveLength(3);
  });
});

describe('trailing segments', () => {
  it('tell case apart, but not the composed from the decomposed form, which they do not keep', () => {
    expect(pathsOf(narrowToExact(hits, 'Caf\u00e9/clip.mp4'))).toEqual([COMPOSED, DECOMPOSED]);
  });
});
