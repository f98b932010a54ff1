import { expectTypeOf, it } from 'vitest';
import type { ImageSource } from '../../src/artwork/image-source.ts';
import type { SceneSource } from '../../src/catalog/scene-source.ts';
import type { ToUnknownCause } from '../../src/catalog/stash-trouble.ts';
import type { ToPattern } from '../../src/catalog/suffix-questions.ts';
import type { StashImages } from '../../src/stash/image-fetch.ts';
import { buildPathPattern } from '../../src/stash/path-pattern.ts';
import type { StashSource } from '../../src/stash/stash-source.ts';
import { toUnknownCause } from '../../src/stash/to-unknown-cause.ts';

it('fits the ports that the catalog and the artwork declare', () => {
  expectTypeOf<StashSource>().toExtend<SceneSource>();
  expectTypeOf<StashImages>().toExtend<ImageSource>();
  expectTypeOf(toUnknownCause).toExtend<ToUnknownCause>();
  expectTypeOf(buildPathPattern).toExtend<ToPattern>();
});
