import type { WholeSceneFragment } from '../../src/stash/generated/operations.ts';

/** A scene as Stash would send it; say what matters. */
export function wholeScene(id: string, parts: Partial<WholeSceneFragment> = {}): WholeSceneFragment {
  return {
    id,
    title: '',
    code: '',
    details: '',
    director: '',
    date: null,
    organized: false,
    created_at: '2026-11-21T03:27:48+11:00',
    updated_at: '2026-11-21T03:28:00+11:00',
    files: [
      {
        id: `f${id}`,
        path: `/library/${id}.mp4`,
        size: 1000,
        duration: 60.5,
        width: 1920,
        height: 1080,
        mod_time: '2024-01-15T23:00:00+11:00',
        updated_at: '2026-11-21T03:27:48+11:00',
        fingerprints: [{ type: 'oshash', value: '00000000000000a1' }],
      },
    ],
    studio: null,
    performers: [],
    tags: [],
    groups: [],
    stash_ids: [],
    ...parts,
  };
}
