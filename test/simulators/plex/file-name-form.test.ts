import { describe, expect, it } from 'vitest';
import { fileNameForms, findFileName } from '../../../simulators/plex/scanner/file-name-form.ts';

const posix = { location: '/media/Adult', path: '/media/Adult/Studio/a b.mp4' };
const drive = { location: 'D:\\Media\\Adult', path: 'D:\\Media\\Adult\\Studio\\a b.mp4' };
const share = { location: '\\\\nas\\video\\', path: '\\\\nas\\video\\Studio\\a b.mp4' };

describe('the form of a file name', () => {
  it.each([
    ['RELATIVE', 'Studio/a b.mp4'],
    ['RELATIVE_SLASH', '/Studio/a b.mp4'],
    ['WITH_LIBRARY_FOLDER', 'Adult/Studio/a b.mp4'],
    ['WITH_LIBRARY_FOLDER_SLASH', '/Adult/Studio/a b.mp4'],
    ['ABSOLUTE', '/media/Adult/Studio/a b.mp4'],
    ['WINDOWS_RELATIVE', 'Studio\\a b.mp4'],
    ['WINDOWS_WITH_LIBRARY_FOLDER', 'Adult\\Studio\\a b.mp4'],
    ['BASENAME', 'a b.mp4'],
    ['ABSENT', undefined],
  ] as const)('is %s', (form, expected) => {
    expect(findFileName(posix, form)).toBe(expected);
  });

  it('keeps what a Windows server calls a full path', () => {
    expect(findFileName(drive, 'ABSOLUTE')).toBe(drive.path);
    expect(findFileName(share, 'ABSOLUTE')).toBe(share.path);
  });

  it('drops drive letters and shares from relative names', () => {
    expect(findFileName(drive, 'WITH_LIBRARY_FOLDER')).toBe('Adult/Studio/a b.mp4');
    expect(findFileName(share, 'WINDOWS_RELATIVE')).toBe('Studio\\a b.mp4');
  });

  it('takes a backslash as part of a name where folders are separated by slashes', () => {
    const odd = { location: '/m', path: '/m/a\\b.mp4' };
    expect(findFileName(odd, 'BASENAME')).toBe('a\\b.mp4');
  });

  it('refuses a file outside its library folder', () => {
    const stray = { location: '/media/Adult', path: '/media/Other/a.mp4' };
    expect(() => findFileName(stray, 'RELATIVE')).toThrow('expected a file below /media/Adult');
  });

  it('names each form once', () => {
    const names = fileNameForms.map((form) => findFileName(posix, form));
    expect(new Set(names).size).toBe(fileNameForms.length);
  });
});
