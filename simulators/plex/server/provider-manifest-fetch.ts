import { isObject } from '../contract/object-shape.ts';
import { usualContract } from '../contract/provider-contract.ts';
import { validateManifest } from '../contract/validate-manifest.ts';

/** What PMS keeps of a provider's root. */
export interface FetchedManifest {
  readonly identifier: string;
  readonly title: string;
  readonly types: readonly number[];
}

/** Where an address leads from inside PMS's own network; `undefined` for nowhere. */
export type PmsNetwork = (uri: string) => string | undefined;

const GIVES_UP_AFTER_MS = 5000;

/**
 * Calls a provider's root as PMS does when it is added: `includePreferences=1` and no slash put at the end (a
 * published PMS 1.43.0 log). Gives `undefined` for whatever PMS could not register.
 */
export async function fetchManifest(
  uri: string,
  network: PmsNetwork,
  version: string,
): Promise<FetchedManifest | undefined> {
  const target = network(uri);
  if (target === undefined || !URL.canParse(target)) return undefined;
  try {
    const headers = { Accept: 'application/json', 'User-Agent': `PlexMediaServer/${version}` };
    const signal = AbortSignal.timeout(GIVES_UP_AFTER_MS);
    const response = await fetch(`${target}?includePreferences=1`, { headers, signal });
    return response.status === 200 ? toManifest(await response.json(), uri) : undefined;
  } catch {
    return undefined;
  }
}

function toManifest(answer: unknown, uri: string): FetchedManifest | undefined {
  const basePath = new URL(uri).pathname.replace(/\/$/, '');
  if (validateManifest(answer, { ...usualContract, basePath }).length > 0) return undefined;
  const provider = isObject(answer) && isObject(answer.MediaProvider) ? answer.MediaProvider : {};
  const { identifier, title, Types } = provider;
  const types = Array.isArray(Types) ? Types.filter(isObject).map(({ type }) => Number(type)) : [];
  return { identifier: String(identifier), title: String(title), types };
}
