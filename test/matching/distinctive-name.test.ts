import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDistinctiveName } from '../../src/matching/distinctive-name.ts';

const COMMON = [
  'scene1.mp4',
  'Scene 01.mp4',
  'video.mp4',
  'VIDEO (3).MKV',
  '1.mp4',
  '0001.mp4',
  'clip (2).mp4',
  '2024-01-02.mp4',
  '2024.01.02 2024.01.03.mp4',
  '20240102_123456.mp4',
  'IMG_20240102_123456.mov',
  'GOPR0123.MP4',
  'DSC00012.avi',
  'untitled.mp4',
  'Untitled Project Final.mp4',
  'movie.mp4',
  'Movie.1080p.WEB-DL.x264.AAC.mp4',
  'scene2.2160p.60fps.HEVC.10bit.mp4',
  'part1.mp4',
  'disc 1.mp4',
  'CD1.avi',
  'CD1 part 2 (copy).avi',
  'new folder.mp4',
  'New Folder (2) - Copy.mp4',
  'Jane Doe.mp4',
  'Jane Doe 2.mp4',
  'ABC-123.mp4',
  '動画1.mp4',
  '.mp4',
  '',
  '   ',
  '....',
  '!!!.mp4',
];

const DISTINCTIVE = [
  'Some Studio - A Walk In The Rain.mp4',
  'brazzers.24.01.02.jane.doe.mp4',
  'Vixen 2024-01-02 Jane Doe.mp4',
  'The Perfect Storm Chaser.mkv',
  '5f3a9c1e-2b4d-4e6f-8a0b-1c2d3e4f5a6b.mp4',
  'video_5f3a9c1e2b4d4e6f.mp4',
  'Вечер на берегу моря.mp4',
  '夏の終わりの静かな海辺.mp4',
  'Über den Dächern von Köln.mp4',
];

describe('isDistinctiveName', () => {
  it.each(COMMON)('finds %j too common', (name) => {
    expect(isDistinctiveName(name)).toBe(false);
  });

  it.each(DISTINCTIVE)('finds %j distinctive', (name) => {
    expect(isDistinctiveName(name)).toBe(true);
  });

  const anyName = fc.oneof(
    fc.constantFrom(...COMMON, ...DISTINCTIVE),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('never throws, whatever the name', () => {
    fc.assert(fc.property(anyName, (name) => typeof isDistinctiveName(name) === 'boolean'));
  });

  it('says the same of a name however it is numbered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMON.slice(0, 8), 'Jane Doe.mp4'), fc.nat(), (name, number) => {
        expect(isDistinctiveName(`${number} ${name}`)).toBe(false);
        expect(isDistinctiveName(name.replace(/\.\w+$/, ` (${number}).mp4`))).toBe(false);
      }),
    );
  });

  it('says the same of a name in any Unicode form', () => {
    fc.assert(
      fc.property(anyName, (name) => isDistinctiveName(name) === isDistinctiveName(name.normalize('NFD'))),
    );
  });

  it('says the same of a Latin name in any case', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z ]{1,50}$/), (name) => {
        expect(isDistinctiveName(`${name.toUpperCase()}.mp4`)).toBe(isDistinctiveName(`${name}.mp4`));
      }),
    );
  });

  it('never loses by further words', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DISTINCTIVE), fc.stringMatching(/^[a-z]{3,9}$/), (name, word) => {
        expect(isDistinctiveName(`${word} ${name}`)).toBe(true);
      }),
    );
  });

  it('takes time in proportion to the name, also for hostile ones', () => {
    for (const unit of ['a1', 'a', '0', '-', 'a-', '0.', ' ', '\u0301'])
      expect(isDistinctiveName(unit.repeat(200_000))).toBeTypeOf('boolean');
  });
});
