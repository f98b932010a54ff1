import { describe, expect, it } from 'vitest';
import { createShowPath } from '../../src/observe/shown-path.ts';

const hidden = createShowPath('hidden');

describe('a path in the log', () => {
  it('is shown as it is when paths are not hidden', () => {
    expect(createShowPath('full')('/media/Some Studio/x.mp4')).toBe('/media/Some Studio/x.mp4');
  });

  it('is a short hash with the extension when paths are hidden', () => {
    expect(hidden('/media/Some Studio/x.mp4')).toMatch(/^#[0-9a-f]{10}\.mp4$/);
  });

  it('is the same hash for the same path, in either form of its letters, and another for another', () => {
    expect(hidden('Café.mp4'.normalize('NFC'))).toBe(hidden('Café.mp4'.normalize('NFD')));
    expect(hidden('a/x.mp4')).not.toBe(hidden('b/x.mp4'));
  });

  it('gives away nothing that merely follows a dot', () => {
    expect(hidden('/media/Anna.Lund in Paris')).toMatch(/^#[0-9a-f]{10}$/);
    expect(hidden('')).toMatch(/^#[0-9a-f]{10}$/);
  });
});
