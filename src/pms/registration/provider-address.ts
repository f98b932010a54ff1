import { Secret } from '../../lib/secret.ts';

/**
 * Where an address comes from: `GIVEN` by the caller · `PUBLIC_URL` · `LOOPBACK` this machine as it calls itself ·
 * `THIS_MACHINE` one of its addresses · `DOCKER_HOST` as containers call their host · `CONTAINER_NAME` ours in a Docker
 * network · `REGISTERED` as Plex has it.
 */
export type AddressSource =
  'GIVEN' | 'PUBLIC_URL' | 'LOOPBACK' | 'THIS_MACHINE' | 'DOCKER_HOST' | 'CONTAINER_NAME' | 'REGISTERED';

/** An address under which PMS may reach the provider. */
export interface ProviderAddress {
  readonly source: AddressSource;
  /** For people: the path segment of `PROVIDER_SECRET` is named, not written. */
  readonly shown: string;
  /** What PMS is to call. */
  readonly uri: Secret;
}

const SECRET_NAME = '/<PROVIDER_SECRET>';

/**
 * @param base the address before the secret, without a slash at the end.
 * @param prefix `/<secret>`, or empty.
 */
export function toAddress(source: AddressSource, base: string, prefix: string): ProviderAddress {
  const name = prefix === '' ? '' : SECRET_NAME;
  return { source, shown: base + name, uri: new Secret(base + prefix) };
}

/** An address that PMS has, for people: its path is a secret, ours or an older one. */
export function toShownUri(uri: Secret, prefix: string): string {
  const url = URL.parse(uri.reveal());
  if (url === null) return 'an address that cannot be read';
  const path = url.pathname.replace(/\/+$/, '');
  if (path === '') return url.origin;
  return url.origin + (path === prefix ? SECRET_NAME : '/…');
}

/** Whether two addresses are the same, however their host and their end are written. */
export function isSameUri(one: Secret, other: Secret): boolean {
  return normalise(one.reveal()) === normalise(other.reveal());
}

function normalise(text: string): string {
  const url = URL.parse(text);
  return url === null ? text : url.origin + url.pathname.replace(/\/+$/, '');
}

/**
 * Reads an address that a person typed: `nas:8080` is taken as http. The secret at its end is cut off, since it is put
 * there again. Gives `undefined` for what is no address, or holds user, password, query or fragment.
 */
export function parseAddress(text: string, prefix: string): string | undefined {
  const typed = text.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`);
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return undefined;
  if ([url.username, url.password, url.search, url.hash].some((part) => part !== '')) return undefined;
  const base = url.origin + url.pathname.replace(/\/+$/, '');
  return prefix !== '' && base.endsWith(prefix) ? base.slice(0, -prefix.length) : base;
}
