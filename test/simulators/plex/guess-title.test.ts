import { describe, expect, it } from 'vitest';
import { guessTitle } from '../../../simulators/plex/scanner/guess-title.ts';

describe('the title guessed from a file name', () => {
  it.each([
    ['/m/Dawn (2019).mkv', { title: 'Dawn', year: 2019 }],
    ['/m/Dawn.Of.Day.2019.1080p.mkv', { title: 'Dawn Of Day', year: 2019 }],
    ['/m/Dawn_of_day.mp4', { title: 'Dawn of day' }],
    ['C:\\m\\Dawn [2001].mp4', { title: 'Dawn', year: 2001 }],
    ['/m/2012.mp4', { title: '2012' }],
    ['/m/Site.24.01.02.mp4', { title: 'Site 24 01 02' }],
    ['/m/Site.120192.mp4', { title: 'Site 120192' }],
    ['/m/...mp4', { title: '..' }],
    ['/m/名前 2020.mp4', { title: '名前', year: 2020 }],
  ])('of %s', (path, expected) => {
    expect(guessTitle(path)).toEqual(expected);
  });
});
