import type { SweepContext } from './sweep-context.ts';
import type { IncompleteCause } from './sweep.ts';

/**
 * Asks PMS to open a few files below each library folder: when it can open none of them, the folder is a mount that is
 * away. Single files that are gone say nothing, since Plex keeps deleted ones until its trash is emptied.
 */
export async function checkAccessible(context: SweepContext): Promise<IncompleteCause | undefined> {
  for (const { section, samples } of context.sections) {
    for (const { items } of samples.values()) {
      if (items.length === 0) continue;
      const accessible = await context.plex.countAccessible(items, context.signal);
      if (accessible === 0) return toCause(section.title, items.length);
    }
  }
  return undefined;
}

function toCause(title: string, tried: number): IncompleteCause {
  const files = tried === 1 ? 'the one file' : `any of ${tried} files`;
  const detail = `Plex cannot open ${files} it was asked for in one folder of "${title}": check that the folder is mounted, or empty the trash.`;
  return { reason: 'FILES_NOT_ACCESSIBLE', detail };
}
