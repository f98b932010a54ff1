import type { Check } from './shape.ts';

/** Query names that carry a credential somewhere in the world of Plex and Stash. */
const SECRET_NAME = /^(x-plex-token|api[_-]?key|token|access[_-]?token|auth|password|secret)$/i;

/**
 * An address PMS and its clients can fetch: absolute, http or https, with no credential in it. Image addresses are stored by PMS, handed
 * to every client and, for private hosts, to Plex's own proxy (seen in a published PMS 1.43.0 log), so a key in one
 * is a leaked key; for the same reason the value itself is not repeated in the violation.
 */
export const openUrl: Check = (value, path) => {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return [`${path}: expected an absolute http or https address, but got something else`];
  if (url.username !== '' || url.password !== '')
    return [`${path}: expected an address without user and password, but got one with them`];
  const secret = [...url.searchParams.keys()].find((name) => SECRET_NAME.test(name));
  return secret === undefined
    ? []
    : [`${path}: expected an address without a credential, but got one with the parameter "${secret}"`];
};
