import { describe, expect, it } from 'vitest';
import { asPlexPath } from '../../src/model/file-paths.ts';
import { listFullPlexPaths } from '../../src/paths/library-roots.ts';

function list(fileName: string, ...roots: readonly string[]): string[] {
  return listFullPlexPaths(fileName, roots.map(asPlexPath));
}

describe('the full paths that a file name may mean', () => {
  it('are each root with the relative name below it', () => {
    expect(list('a/x.mp4', '/media/Adult', '/mnt/b/')).toEqual(['/media/Adult/a/x.mp4', '/mnt/b/a/x.mp4']);
  });

  it('begin with the name itself when it is absolute', () => {
    expect(list('/media/Adult/x.mp4', '/media/Adult')).toEqual([
      '/media/Adult/x.mp4',
      '/media/Adult/media/Adult/x.mp4',
    ]);
  });

  it('are only the name itself when it has a drive or a host', () => {
    expect(list('D:\\media\\x.mp4', 'D:\\media')).toEqual(['D:\\media\\x.mp4']);
    expect(list('\\\\nas\\share\\x.mp4', '/media')).toEqual(['\\\\nas\\share\\x.mp4']);
  });

  it('take a leading slash or dot for decoration too', () => {
    expect(list('/a/x.mp4', '/media')).toEqual(['/a/x.mp4', '/media/a/x.mp4']);
    expect(list('./a/x.mp4', '/media')).toEqual(['/media/a/x.mp4']);
    expect(list('\\a\\x.mp4', 'D:\\media')).toEqual(['D:\\media\\a\\x.mp4']);
  });

  it('drop a first folder that repeats the last of the root', () => {
    expect(list('Adult/a/x.mp4', '/media/Adult', '/other')).toEqual([
      '/media/Adult/Adult/a/x.mp4',
      '/other/Adult/a/x.mp4',
      '/media/Adult/a/x.mp4',
    ]);
    expect(list('/Ade\u0301/x.mp4', '/media/AD\u00c9').at(-1)).toBe('/media/AD\u00c9/x.mp4');
    expect(list('Adult', '/media/Adult')).toEqual(['/media/Adult/Adult']);
  });

  it('are in the separators of the root', () => {
    expect(list('media/a/x.mp4', 'D:\\media')).toEqual(['D:\\media\\media\\a\\x.mp4', 'D:\\media\\a\\x.mp4']);
    expect(list('a\\x.mp4', '\\\\nas\\share')).toEqual(['\\\\nas\\share\\a\\x.mp4']);
    expect(list('a\\x.mp4', '/media')).toEqual(['/media/a\\x.mp4']);
  });

  it('name each path once', () => {
    expect(list('a/x.mp4', '/media', '/media/', '/media//')).toEqual(['/media/a/x.mp4']);
    expect(list('/x.mp4', '/', '/m')).toEqual(['/x.mp4', '/m/x.mp4']);
  });

  it('keep the letters of the name and refuse nothing', () => {
    expect(list('re\u0301/../%_[\0.mp4', '/media')).toEqual(['/media/re\u0301/../%_[\0.mp4']);
    expect(list('.hidden/x.mp4', '/media')).toEqual(['/media/.hidden/x.mp4']);
  });

  it('are none without roots or without a name', () => {
    expect(list('a/x.mp4')).toEqual([]);
    expect(list('', '/media')).toEqual([]);
    expect(list('./', '/media')).toEqual([]);
  });
});
