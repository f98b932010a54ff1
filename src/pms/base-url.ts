/**
 * Reads `PLEX_URL` into the address before every path, without a slash at its end. People copy it from the browser, so
 * `/web/index.html#!/…` and a query (which may hold a token) are cut off; a path prefix of a proxy stays. Throws a
 * `TypeError` that does not repeat the text, which may hold a password.
 */
export function parsePmsBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      'expected PLEX_URL to be an http or https address, but got: something else, enter e.g. http://plex:32400',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new TypeError('expected PLEX_URL without user and password, but got: some, set PLEX_TOKEN instead');
  }
  return url.origin + url.pathname.replace(/\/+$/, '').replace(/\/web(\/index\.html)?$/, '');
}
