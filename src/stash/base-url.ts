/** Where Stash is, cut to what requests are built from: no user, no query, no trailing slash, no `/graphql`. */
export interface StashBaseUrl {
  readonly graphql: string;
  /** Address of a path such as `/scene/1/screenshot`, below the prefix that `STASH_URL` may carry. */
  at(path: string): string;
}

/**
 * Reads `STASH_URL`. People copy it from the browser or from GraphQL clients, so a path prefix, a trailing slash and
 * `/graphql` at the end are all taken. Throws a `TypeError` that does not repeat the text, which may hold a password.
 */
export function parseStashBaseUrl(text: string): StashBaseUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new TypeError('expected STASH_URL to be an http or https address, but got: something else');
  }
  if (url.username !== '' || url.password !== '') {
    throw new TypeError(
      'expected STASH_URL without user and password, but got: some; set STASH_API_KEY instead',
    );
  }
  const prefix = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/graphql$/, '')
    .replace(/\/+$/, '');
  const base = url.origin + prefix;
  return { graphql: `${base}/graphql`, at: (path) => base + path };
}
