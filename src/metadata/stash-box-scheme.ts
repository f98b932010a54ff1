const KNOWN: ReadonlyMap<string, string> = new Map([
  ['stashdb.org', 'stashdb'],
  ['theporndb.net', 'theporndb'],
  ['metadataapi.net', 'theporndb'],
  ['fansdb.cc', 'fansdb'],
  ['pmvstash.org', 'pmvstash'],
  ['javstash.org', 'javstash'],
]);

/** Schemes that mean something else, to PMS or to us: a private stash-box may well run on a host called `stash`. */
const TAKEN: ReadonlySet<string> = new Set([
  'stash',
  'plex',
  'imdb',
  'tmdb',
  'tvdb',
  'http',
  'https',
  'file',
  ...KNOWN.values(),
]);

const SCHEME = /^[a-z][a-z0-9.-]*$/;

/**
 * The scheme under which ids of a stash-box are told, from its GraphQL address: a name for the well-known ones, for
 * others the host with what a scheme cannot hold replaced. Only the host is used, since an address may hold a password.
 * `undefined` for text that is no address.
 */
export function findStashBoxScheme(endpoint: string): string | undefined {
  const host = URL.parse(endpoint.trim())?.hostname ?? '';
  if (host === '') return undefined;
  const name = host.replace(/^(?:www|api)\./, '').replace(/\.$/, '');
  return KNOWN.get(name) ?? toOwnScheme(name);
}

function toOwnScheme(host: string): string {
  const plain = host.replace(/[^a-z0-9.-]+/g, '-').replace(/^-|-$/g, '');
  return SCHEME.test(plain) && !TAKEN.has(plain) ? plain : `stash-box-${plain}`;
}
