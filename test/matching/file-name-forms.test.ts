import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOwnSegments } from '../../src/matching/count-own-segments.ts';
import { toFileNameForms, type FileNameForms } from '../../src/matching/file-name-forms.ts';
import { asPlexPath } from '../../src/model/file-paths.ts';
import { toComparablePath } from '../../src/paths/normal-form.ts';

const MOVIES = [asPlexPath('/media/Movies')];

function read(name: string, roots: readonly string[]): FileNameForms & { ownSegments: number } {
  const forms = toFileNameForms(name, roots.map(asPlexPath));
  if (forms === undefined) throw new Error(`expected a file, but got: ${name}`);
  return { ...forms, ownSegments: countOwnSegments(forms) };
}

describe('toFileNameForms', () => {
  it.each([
    ['Studio/x.mp4'],
    ['/Studio/x.mp4'],
    ['./Studio/x.mp4'],
    ['Movies/Studio/x.mp4'],
    ['/Movies/Studio/x.mp4'],
    ['/media/Movies/Studio/x.mp4'],
  ])('finds the full path and the two own segments in %j', (name) => {
    const forms = read(name, MOVIES);
    expect(forms.fullPaths).toContain('/media/Movies/Studio/x.mp4');
    expect(forms.suffixSegments.slice(-2)).toEqual(['Studio', 'x.mp4']);
    expect(forms.ownSegments).toBe(2);
  });

  it.each([
    ['D:\\Movies\\Studio\\x.mp4', 'D:\\Movies'],
    ['d:/movies/Studio/x.mp4', 'D:\\Movies'],
    ['\\\\nas\\share\\Studio\\x.mp4', '\\\\nas\\share'],
    ['Studio\\x.mp4', '\\\\nas\\share'],
    ['Studio\\x.mp4', 'D:\\Movies'],
  ])('reads the Windows form %j below %j', (name, root) => {
    const forms = read(name, [root]);
    expect(forms.fullPaths).toHaveLength(1);
    expect(forms.suffixSegments.slice(-2)).toEqual(['Studio', 'x.mp4']);
    expect(forms.ownSegments).toBe(2);
  });

  it('tries every root', () => {
    expect(read('x.mp4', ['/a', '/b'])).toMatchObject({
      fullPaths: ['/a/x.mp4', '/b/x.mp4'],
      suffixSegments: ['x.mp4'],
      ownSegments: 1,
    });
  });

  it('counts only what lies below the innermost root as the own segments', () => {
    expect(read('/media/Movies/Studio/x.mp4', ['/media', '/media/Movies']).ownSegments).toBe(2);
  });

  it('takes all that was sent as own without roots', () => {
    expect(read('/a/b/c/x.mp4', [])).toMatchObject({ ownSegments: 4, fullPaths: ['/a/b/c/x.mp4'] });
    expect(read('b/c/x.mp4', [])).toMatchObject({ ownSegments: 3, fullPaths: [] });
  });

  it.each(['/', '.', './', '\\', '//'])('finds no file in %j', (name) => {
    expect(toFileNameForms(name, MOVIES)).toBeUndefined();
  });

  it('never throws and keeps the file name last, whatever the name and the roots', () => {
    const text = fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', 'C', 'a', 'é', ' ') });
    fc.assert(
      fc.property(text, fc.array(text), (name, roots) => {
        const forms = toFileNameForms(name, roots.map(asPlexPath));
        if (forms === undefined) return;
        expect(forms.suffixSegments.length).toBeGreaterThan(0);
        expect(countOwnSegments(forms)).toBeGreaterThanOrEqual(1);
        expect(countOwnSegments(forms)).toBeLessThanOrEqual(forms.suffixSegments.length);
      }),
    );
  });

  it('finds the full path whichever way PMS writes it, and the file name last', () => {
    const folder = fc.stringMatching(/^[A-Za-z0-9 ._-]{1,8}$/).filter((text) => !/^\.+$/.test(text));
    const folders = fc.array(folder, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(folders, folders, fc.array(folders, { maxLength: 2 }), (root, below, others) => {
        const [rootPath, relative] = [`/${root.join('/')}`, below.join('/')];
        const roots = [rootPath, ...others.map((other) => `/other/${other.join('/')}`)].map(asPlexPath);
        for (const sent of [`${rootPath}/${relative}`, relative, `/${relative}`, below.join('\\')]) {
          const forms = toFileNameForms(sent, roots);
          expect(forms?.fullPaths.map(toComparablePath)).toContain(
            toComparablePath(`${rootPath}/${relative}`),
          );
          expect(forms?.suffixSegments.at(-1)).toBe(below.at(-1));
        }
      }),
    );
  });
});
