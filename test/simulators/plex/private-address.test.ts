import { describe, expect, it } from 'vitest';
import { isPrivateAddress } from '../../../simulators/plex/scanner/private-address.ts';

describe('a private address', () => {
  it.each([
    ['http://127.0.0.1:8080/x', true],
    ['http://192.168.1.2/x', true],
    ['http://172.31.0.1/x', true],
    ['http://172.32.0.1/x', false],
    ['http://8.8.8.8/x', false],
    ['http://[::1]/x', true],
    ['http://[fd00::1]/x', true],
    ['http://[2001:db8::1]/x', false],
    ['http://stash2plex:8080/x', true],
    ['http://nas.local/x', true],
    ['http://host.docker.internal/x', true],
    ['https://art.example.com/x', false],
  ])('%s: %s', (url, expected) => {
    expect(isPrivateAddress(url)).toBe(expected);
  });
});
