import type { MetadataContext } from '../../src/metadata/metadata-context.ts';
import type { Scene } from '../../src/model/scene.ts';
import { noArtwork, sampleContext } from '../support/metadata-context.ts';
import {
  crowdedScene,
  fullScene,
  htmlScene,
  japaneseScene,
  oddCharactersScene,
  sceneWithoutFile,
  untitledScene,
} from '../support/metadata-scenes.ts';

interface GoldenCase {
  /** Names the file in `golden/`. */
  readonly name: string;
  readonly scene: Scene;
  readonly context: MetadataContext;
}

const everythingOff = {
  title: false,
  summary: false,
  date: false,
  studio: false,
  performers: false,
  tags: false,
  director: false,
  artwork: false,
};

/** Scene shapes of which every byte that Plex is told is fixed by a file. */
export const goldenCases: readonly GoldenCase[] = [
  { name: 'full', scene: fullScene, context: sampleContext() },
  {
    name: 'full-with-options',
    scene: fullScene,
    context: sampleContext(
      { collections: true, tagline: true, excludeTags: ['zz *'], maxTags: 2 },
      { dateFallback: 'file' },
    ),
  },
  {
    name: 'full-everything-off',
    scene: fullScene,
    context: sampleContext(everythingOff),
  },
  { name: 'untitled', scene: untitledScene, context: sampleContext() },
  { name: 'without-file', scene: sceneWithoutFile, context: sampleContext({}, { artwork: noArtwork }) },
  { name: 'html-details', scene: htmlScene, context: sampleContext() },
  { name: 'odd-characters', scene: oddCharactersScene, context: sampleContext() },
  { name: 'japanese', scene: japaneseScene, context: sampleContext({ tagline: true }) },
  { name: 'crowded', scene: crowdedScene, context: sampleContext() },
];
