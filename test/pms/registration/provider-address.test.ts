import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/lib/secret.ts';
import { isSameUri, parseAddress, toShownUri } from '../../../src/pms/registration/provider-address.ts';

describe('an address that a person types', () => {
  it.each([
    ['http://nas:8080', 'http://nas:8080'],
    [' nas:8080/ ', 'http://nas:8080'],
    ['192.168.1.5:8080', 'http://192.168.1.5:8080'],
    ['https://s2p.example/base/', 'https://s2p.example/base'],
    ['http://nas:8080/secret-1', 'http://nas:8080'],
    ['http://nas:8080/base/secret-1/', 'http://nas:8080/base'],
    ['http://u:p@nas', undefined],
    ['http://nas?x=1', undefined],
    ['http://nas#x', undefined],
    ['ftp://nas', undefined],
    ['', undefined],
    ['http://', undefined],
  ])('%j is read as %j', (text, expected) => {
    expect(parseAddress(text, '/secret-1')).toBe(expected);
  });
});

describe('an address that Plex has', () => {
  it.each([
    ['http://nas:8080', 'http://nas:8080'],
    ['http://nas:8080/secret-1', 'http://nas:8080/<PROVIDER_SECRET>'],
    ['http://nas:8080/former-secret', 'http://nas:8080/…'],
    ['http://u:p@nas:8080/', 'http://nas:8080'],
    ['nonsense', 'an address that cannot be read'],
  ])('%s is shown as %s', (uri, shown) => {
    expect(toShownUri(new Secret(uri), '/secret-1')).toBe(shown);
  });

  it.each([
    ['http://NAS:80/x/', 'http://nas/x', true],
    ['http://nas/x', 'http://nas/y', false],
    ['http://nas', 'https://nas', false],
    ['nonsense', 'nonsense', true],
  ])('%s and %s are the same: %s', (one, other, expected) => {
    expect(isSameUri(new Secret(one), new Secret(other))).toBe(expected);
  });
});
