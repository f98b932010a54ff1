import type { MakePoster } from './make-poster.ts';

/**
 * Loads what makes posters with the first one: sharp and its library take 12 MB, and a service that waits for its
 * next scan has no use for them.
 */
export function createMakePosterOnDemand(): MakePoster {
  let loading: Promise<MakePoster> | undefined;
  return async (source, mode) => {
    loading ??= load();
    const makePoster = await loading;
    return makePoster(source, mode);
  };
}

async function load(): Promise<MakePoster> {
  const { createMakePoster } = await import('./make-poster.ts');
  return createMakePoster();
}
