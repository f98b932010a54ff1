import { expectTypeOf, it } from 'vitest';
import type { ImageSource } from '../../src/artwork/image-source.ts';
import type { SceneSource } from '../../src/catalog/scene-source.ts';
import type { StashImages } from '../../src/stash/image-fetch.ts';
import type { StashSource } from '../../src/stash/stash-source.ts';

it('fits the ports that the catalog and the artwork declare', () => {
  expectTypeOf<StashSource>().toExtend<SceneSource>();
  expectTypeOf<StashImages>().toExtend<ImageSource>();
});
