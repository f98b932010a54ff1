import type { Resident } from '../../pms/registration/judge-provider.ts';
import type { RegisteredProvider } from '../../pms/registration/registered-provider.ts';
import { getPage } from './get-page.ts';
import type { LazyWatch } from './lazy-watch.ts';

/**
 * Asks an address that Plex has who answers there. That it is us shows in our own count, not in what the answer says:
 * a second installation says the same.
 */
export async function findResident(
  { uri, identifier }: RegisteredProvider,
  lazyWatch: LazyWatch,
  signal: AbortSignal,
): Promise<Resident> {
  if (!/^https?:\/\//i.test(uri.reveal())) return { kind: 'NONE' };
  const watch = await lazyWatch.open(signal);
  const before = await watch.countCalls(signal);
  const page = await getPage(uri.reveal(), { Accept: 'application/json' }, signal);
  if ((await watch.countCalls(signal)) > before) return { kind: 'OURS' };
  const title = page?.status === 200 ? findTitle(page.text, identifier) : undefined;
  return title === undefined ? { kind: 'NONE' } : { kind: 'COPY', title };
}

/** The title in a manifest with this identifier. */
function findTitle(text: string, identifier: string): string | undefined {
  try {
    const { MediaProvider: provider } = JSON.parse(text) as { MediaProvider?: Record<string, unknown> };
    return provider?.['identifier'] === identifier ? String(provider['title']) : undefined;
  } catch {
    return undefined;
  }
}
