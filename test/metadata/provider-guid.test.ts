import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProviderGuid, toProviderGuid } from '../../src/metadata/provider-guid.ts';
import { toMetadataKey } from '../../src/metadata/to-rating-key.ts';
import { toSceneId } from '../../src/model/ids.ts';

const providerId = 'tv.plex.agents.custom.stash2plex';
const anyId = fc.bigInt({ min: 1n, max: 10n ** 18n - 1n }).map((id) => toSceneId(String(id)));

describe('provider guid', () => {
  it('names provider, type and scene', () => {
    expect(toProviderGuid(providerId, toSceneId('42'))).toBe('tv.plex.agents.custom.stash2plex://movie/42');
  });

  it('is read back as the scene it was made of', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        expect(parseProviderGuid(providerId, toProviderGuid(providerId, id))).toBe(id);
      }),
    );
  });

  it('accepts nothing but what it makes', () => {
    const near = fc.oneof(
      fc.string(),
      fc.string().map((end) => `${providerId}://movie/${end}`),
      fc.string().map((end) => `${providerId}://movie/42${end}`),
    );
    fc.assert(
      fc.property(near, (text) => {
        const id = parseProviderGuid(providerId, text);
        if (id !== undefined) expect(toProviderGuid(providerId, id)).toBe(text);
      }),
    );
  });

  it.each([
    'tv.plex.agents.custom.other://movie/42',
    'tv.plex.agents.custom.stash2plex://show/42',
    'tv.plex.agents.custom.stash2plex://42',
    'tv.plex.agents.custom.stash2plex://movie/',
    'tv.plex.agents.custom.stash2plex://movie/042',
    'tv.plex.agents.custom.stash2plex://movie/42/1',
    'tv.plex.agents.custom.stash2plex://movie/42?lang=en',
    'TV.plex.agents.custom.stash2plex://movie/42',
    'imdb://tt0000042',
    '',
  ])('does not take %j for ours', (text) => {
    expect(parseProviderGuid(providerId, text)).toBeUndefined();
  });
});

describe('metadata key', () => {
  it('is relative to the provider’s root', () => {
    expect(toMetadataKey(toSceneId('42'))).toBe('/library/metadata/42');
  });
});
