import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanFileName } from '../../src/metadata/clean-file-name.ts';
import { toFileName } from '../../src/metadata/file-name.ts';
import { asStashPath } from '../../src/model/file-paths.ts';
import { anyText } from '../support/arbitrary-scene.ts';

describe('a title from a file name', () => {
  it.each([
    [
      'AuroraFilms.24.01.15.Mia.Lindqvist.Morning.Light.XXX.1080p.mp4',
      'AuroraFilms 24.01.15 Mia Lindqvist Morning Light',
    ],
    [
      'Nightshift.23.11.09.Vera.Okafor.Double.Trouble.Part.2.XXX.720p.WEB.mp4',
      'Nightshift 23.11.09 Vera Okafor Double Trouble Part 2',
    ],
    ['Some.Title.2160p.WEB-DL.DDP5.1.H.265-GRP.mkv', 'Some Title'],
    ['Some.Title.XXX.1080p.MP4-KTR.mp4', 'Some Title'],
    ['Some_Title_1920x1080_60fps.wmv', 'Some Title'],
    ['XYZ-0042 [1080p].mp4', 'XYZ-0042'],
    ['Long Title (2024-02-29) [1080p] [h264].mp4', 'Long Title (2024-02-29)'],
    ['Title - 1080p.mp4', 'Title'],
    ['Title {WEB, 4K} (XXX).mp4', 'Title'],
    ['movie.mp4.mkv', 'movie'],
    ['LOUD.MP4', 'LOUD'],
    ['trailing space .mp4', 'trailing space'],
    ['double  space.mp4', 'double space'],
    ['...and then.mp4', 'and then'],
  ])('drops how %j was made', (fileName, title) => {
    expect(cleanFileName(fileName)).toBe(title);
  });

  it.each([
    ["Charlotte's Web.mp4", "Charlotte's Web"],
    ['Triple XXX.mp4', 'Triple XXX'],
    ['Mr. Smith Comes Home.mp4', 'Mr. Smith Comes Home'],
    ['to be continued....mp4', 'to be continued...'],
    ['[Nightshift] Bracketed {Title} (2023).mp4', '[Nightshift] Bracketed {Title} (2023)'],
    ['100%.mp4', '100%'],
    ['50%25 off %2F name.mp4', '50%25 off %2F name'],
    ['ABC-123.mp4', 'ABC-123'],
    ['20240115.mp4', '20240115'],
    ['日本語のタイトル「夜明け」.mp4', '日本語のタイトル「夜明け」'],
    ['Cafe\u0301 Noir.mp4', 'Café Noir'],
    ['XXX-Girl.mp4', 'XXX-Girl'],
  ])('keeps the words of %j', (fileName, title) => {
    expect(cleanFileName(fileName)).toBe(title);
  });

  it.each([
    ['1080p.mp4', '1080p'],
    ['[1080p].mp4', '[1080p]'],
    ['XXX.1080p.x264-GRP.mp4', 'XXX.1080p.x264-GRP'],
    ['---.mp4', '---'],
    ['.mp4', '.mp4'],
  ])('keeps something of %j', (fileName, title) => {
    expect(cleanFileName(fileName)).toBe(title);
  });

  it('is undefined only for a name that nobody can see', () => {
    expect(cleanFileName('\u200B\u3164')).toBeUndefined();
    fc.assert(
      fc.property(anyText, (name) => {
        expect(cleanFileName(`${name}a`)).toMatch(/\S/);
      }),
    );
  });

  it('is found in linear time for names made to be slow', () => {
    for (const unit of ['[', '.', '_-', 'a.', '1080p ', '.mp4', '24.', 'x-', '(x264 '])
      expect(cleanFileName(`${unit.repeat(20_000)}!`)).toBeDefined();
  });
});

describe('the file name of a path', () => {
  it.each([
    ['/library/punctuation/back\\slash.mp4', 'back\\slash.mp4'],
    ['C:\\Videos\\a.mp4', 'a.mp4'],
    ['C:/Videos/a.mp4', 'a.mp4'],
    ['\\\\nas\\share\\a.mp4', 'a.mp4'],
    ['a.mp4', 'a.mp4'],
  ])('of %j is %j', (path, name) => {
    expect(toFileName(asStashPath(path))).toBe(name);
  });
});
