import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeScene } from '../support/whole-scene.ts';
import { StashError } from '../../src/stash/stash-error.ts';
import { toScene } from '../../src/stash/to-scene.ts';

type Fragment = Parameters<typeof toScene>[0];

describe('a scene of Stash', () => {
  it('becomes ours with all its members', () => {
    const scene = toScene(
      wholeScene('7', {
        title: 'Morning Light',
        code: 'AF-1',
        details: ' two\nlines ',
        director: 'Ana',
        date: '2024-01',
        organized: true,
        studio: { id: '2', name: 'Films', parent_studio: { id: '1', name: 'Network', parent_studio: null } },
        performers: [
          {
            id: '3',
            name: 'Ann',
            disambiguation: 'elder',
            image_path: 'http://stash/performer/3/image?t=17',
          },
          {
            id: '4',
            name: 'Bea',
            disambiguation: '',
            image_path: 'http://stash/performer/4/image?t=18&default=true',
          },
          { id: '5', name: 'Cor', disambiguation: '', image_path: null },
        ],
        tags: [{ id: '9', name: 'Intro' }],
        groups: [
          { scene_index: 2, group: { id: '6', name: 'Box' } },
          { scene_index: null, group: { id: '8', name: 'Set' } },
        ],
        stash_ids: [{ endpoint: 'https://stashdb.org/graphql', stash_id: 'abc' }],
      }),
    );
    expect(scene).toEqual({
      id: '7',
      title: 'Morning Light',
      code: 'AF-1',
      details: ' two\nlines ',
      director: 'Ana',
      date: '2024-01',
      organized: true,
      createdAt: '2026-11-21T03:27:48+11:00',
      updatedAt: '2026-11-21T03:28:00+11:00',
      files: [
        {
          id: 'f7',
          path: '/library/7.mp4',
          size: 1000,
          duration: 60.5,
          width: 1920,
          height: 1080,
          modifiedAt: '2024-01-15T23:00:00+11:00',
          updatedAt: '2026-11-21T03:27:48+11:00',
          oshash: '00000000000000a1',
        },
      ],
      studio: { id: '2', name: 'Films', parent: { id: '1', name: 'Network' } },
      performers: [
        { id: '3', name: 'Ann', disambiguation: 'elder', hasImage: true, imageVersion: '17' },
        { id: '4', name: 'Bea', hasImage: false },
        { id: '5', name: 'Cor', hasImage: false },
      ],
      tags: [{ id: '9', name: 'Intro' }],
      groups: [
        { id: '6', name: 'Box', index: 2 },
        { id: '8', name: 'Set' },
      ],
      stashIds: [{ endpoint: 'https://stashdb.org/graphql', id: 'abc' }],
    });
  });

  it('has no member for an empty text', () => {
    const scene = toScene(wholeScene('7', { title: '', code: ' ', details: '\n', director: '' }));
    expect(Object.keys(scene)).not.toEqual(expect.arrayContaining(['title']));
    expect(scene).not.toHaveProperty('code');
    expect(scene).not.toHaveProperty('details');
    expect(scene).not.toHaveProperty('date');
    expect(scene).not.toHaveProperty('studio');
  });

  it('keeps the order of files, and a path as it is', () => {
    const [file] = wholeScene('7').files;
    const paths = ['/b/e\u0301 %_.mp4', 'C:\\x\\y.mp4', ' /a '];
    const scene = toScene(wholeScene('7', { files: file ? paths.map((path) => ({ ...file, path })) : [] }));
    expect(scene.files.map((one) => one.path)).toEqual(paths);
  });

  it('is read without the members that came out broken', () => {
    const odd = {
      id: '7',
      title: 5,
      organized: 'yes',
      files: [null, { id: '1' }, { path: '/a.mp4', size: 'big', duration: null, fingerprints: 'none' }],
      studio: { name: 'no id' },
      performers: [null, { id: '1' }, 'Ann', { id: '2', name: 'Bea', image_path: 'http://[' }],
      tags: 'all',
      groups: [{ scene_index: 'x', group: { id: '1', name: 'Box' } }, { group: null }],
      stash_ids: [{ endpoint: 'https://x' }],
    };
    expect(toScene(odd as unknown as Fragment)).toMatchObject({
      id: '7',
      organized: false,
      files: [{ path: '/a.mp4', size: 0, duration: 0 }],
      performers: [{ id: '2', name: 'Bea', hasImage: true }],
      tags: [],
      groups: [{ id: '1', name: 'Box' }],
      stashIds: [],
    });
  });

  it.each([null, undefined, {}, { id: '' }, { id: 'abc' }, { id: '-1' }, { id: null }])(
    'without a usable id (%j) is refused as garbage',
    (fragment) => {
      expect(() => toScene(fragment as Fragment)).toThrow(StashError);
    },
  );

  it('is never read into an exception, whatever else its members are', () => {
    const member = fc.oneof(
      fc.anything(),
      fc.array(fc.anything()),
      fc.array(fc.dictionary(fc.string(), fc.anything())),
    );
    const names = Object.keys(wholeScene('1')).filter((name) => name !== 'id');
    const fragment = fc.record(Object.fromEntries(names.map((name) => [name, member])));
    fc.assert(
      fc.property(fragment, (parts) => {
        expect(toScene({ ...parts, id: '7' }).id).toBe('7');
      }),
    );
  });
});
