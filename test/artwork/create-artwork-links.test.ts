import { describe, expect, it } from 'vitest';
import { createArtworkLinks } from '../../src/artwork/create-artwork-links.ts';
import { parseArtworkPath } from '../../src/artwork/parse-artwork-path.ts';
import type { PosterMode } from '../../src/artwork/poster-mode.ts';
import { createArtworkSigner } from '../../src/artwork/signer.ts';
import type { ArtworkLinks } from '../../src/metadata/artwork-links.ts';
import { toSceneId } from '../../src/model/ids.ts';
import type { Performer, Scene } from '../../src/model/scene.ts';

const signer = createArtworkSigner(new Uint8Array(32).fill(3));

const SCENE: Scene = {
  id: toSceneId('12'),
  organized: false,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-02T00:00:00+11:00',
  files: [],
  performers: [],
  tags: [],
  groups: [],
  stashIds: [],
};
const PERFORMER: Performer = { id: '5', name: 'Ann', hasImage: true, imageVersion: '1795192099' };

function links(
  options: { baseUrl?: string; posterMode?: PosterMode; hasCover?: boolean | undefined } = {},
): ArtworkLinks {
  const { baseUrl = 'https://pix.example/s3cret', posterMode = 'fit', hasCover } = options;
  return createArtworkLinks({ baseUrl, signer, posterMode, hasCover: () => hasCover });
}

describe('artwork links', () => {
  it.each([
    ['poster', links().poster(SCENE)],
    ['background', links().background(SCENE)],
    ['snapshot', links().snapshot(SCENE)],
    ['performer', links().performer(PERFORMER)],
  ])('are absolute and signed for a %s', (segment, link = '') => {
    const [, kind = '', id = '', version = '', file = ''] =
      /^https:\/\/pix\.example\/s3cret\/artwork\/([^/?]+)\/([^/?]+)\/([^/?]+)\/([^/?]+)$/.exec(link) ?? [];
    const claimed = parseArtworkPath({ kind, id, version, file });
    expect(kind).toBe(segment);
    expect(claimed && signer.isSignatureOf(claimed.address, claimed.signature)).toBe(true);
  });

  it('take a base address with or without a last slash', () => {
    expect(links({ baseUrl: 'https://pix.example/s3cret/' }).poster(SCENE)).toBe(links().poster(SCENE));
  });

  it('are absent for a scene that is known to have no cover', () => {
    const none = links({ hasCover: false });
    const all = [none.poster(SCENE), none.background(SCENE), none.snapshot(SCENE)];
    expect(all).toEqual([undefined, undefined, undefined]);
  });

  it('are there when it is not known whether the scene has a cover', () => {
    expect(links({ hasCover: undefined }).poster(SCENE)).toBeDefined();
  });

  it('are absent for a performer without a picture', () => {
    expect(links().performer({ ...PERFORMER, hasImage: false })).toBeUndefined();
  });

  it('stay the same while nothing changes', () => {
    expect(links().poster({ ...SCENE })).toBe(links().poster(SCENE));
  });

  it('change when the scene or the poster mode changes', () => {
    const later = { ...SCENE, updatedAt: '2026-01-03T00:00:00+11:00' };
    const all = [
      links().poster(SCENE),
      links().poster(later),
      links({ posterMode: 'crop' }).poster(SCENE),
      links({ posterMode: 'original' }).poster(SCENE),
    ];
    expect(new Set(all).size).toBe(4);
    expect(links({ posterMode: 'crop' }).snapshot(SCENE)).toBe(links().snapshot(SCENE));
  });

  it('change when the picture of a performer changes', () => {
    expect(links().performer({ ...PERFORMER, imageVersion: '1795192100' })).not.toBe(
      links().performer(PERFORMER),
    );
  });

  it('do not show when a scene was changed', () => {
    expect(links().poster(SCENE)).not.toContain('2026');
  });
});
