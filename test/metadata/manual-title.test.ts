import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toManualTitle } from '../../src/metadata/manual-title.ts';
import { anyContext, anyScene } from '../support/arbitrary-scene.ts';
import { sampleContext } from '../support/metadata-context.ts';
import { fullScene, sampleFile, sampleScene, toStudio } from '../support/metadata-scenes.ts';

const context = sampleContext();

describe('the title of a manual result', () => {
  it('tells studio and date', () => {
    expect(toManualTitle(fullScene, context)).toBe('Morning Light · Aurora Films · 2024-01-15');
  });

  it('tells a partial date as it is, and never a fallback date', () => {
    expect(toManualTitle(sampleScene({ title: 'A', date: '2023-07' }), context)).toBe('A · 2023-07');
    const scene = sampleScene({ title: 'A', date: '2023-02-30', studio: toStudio('S') });
    expect(toManualTitle(scene, context)).toBe('A · S');
  });

  it('tells the file name where neither studio nor date is known', () => {
    const scene = sampleScene({ title: 'Scene 1', files: [sampleFile('/b/disc2/scene.mp4')] });
    expect(toManualTitle(scene, context)).toBe('Scene 1 · scene.mp4');
    expect(toManualTitle(sampleScene({ title: 'A', files: [] }), context)).toBe('A');
  });

  it('does not say the title twice', () => {
    const scene = sampleScene({ title: 'Same', date: '2024', studio: toStudio('Same') });
    expect(toManualTitle(scene, context)).toBe('Same · 2024');
  });

  it('cuts title and studio rather than the date', () => {
    const scene = sampleScene({
      title: 'title '.repeat(90),
      studio: toStudio('studio '.repeat(90)),
      date: '2024-01-15',
    });
    const title = toManualTitle(scene, context);
    expect(title).toMatch(/^(title )+· (studio )+· 2024-01-15$/);
    expect(title.length).toBeLessThanOrEqual(255);
  });

  it('is visible and at most 255 long for any scene', () => {
    fc.assert(
      fc.property(anyScene, anyContext, (scene, settings) => {
        const title = toManualTitle(scene, settings);
        expect(title).toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
        expect(title.length).toBeLessThanOrEqual(255);
      }),
      { numRuns: 60 },
    );
  });
});
