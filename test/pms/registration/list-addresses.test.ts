import { describe, expect, it } from 'vitest';
import {
  isOnThisMachine,
  listAddresses,
  type OwnAddress,
  type Surrounding,
  toPlexHost,
} from '../../../src/pms/registration/list-addresses.ts';

const OWN: readonly OwnAddress[] = [
  { name: 'lo', address: '127.0.0.1', family: 'IPv4', internal: true },
  { name: 'docker0', address: '172.17.0.1', family: 'IPv4', internal: false },
  { name: 'wlan0', address: '10.0.0.5', family: 'IPv4', internal: false },
  { name: 'eth0', address: '192.168.1.5', family: 'IPv4', internal: false },
  { name: 'eth0', address: '169.254.3.4', family: 'IPv4', internal: false },
  { name: 'eth0', address: 'fe80::1', family: 'IPv6', internal: false },
  { name: 'eth0', address: '2001:db8::5', family: 'IPv6', internal: false },
];

function list(around: Partial<Surrounding>): string[] {
  const whole = {
    plexUrl: 'http://plex:32400',
    host: '0.0.0.0',
    port: 8080,
    prefix: '',
    publicUrl: undefined,
  };
  return listAddresses({ ...whole, ownAddresses: OWN, ...around }).map(({ shown }) => shown);
}

describe('the addresses to try', () => {
  it('are the given one alone', () => {
    expect(list({ given: 'http://nas:9', publicUrl: 'http://p' })).toEqual(['http://nas:9']);
  });

  it('begin with PUBLIC_URL, then this machine as Plex on it calls it', () => {
    expect(list({ publicUrl: 'https://s2p.example', plexUrl: 'http://localhost:32400' })).toEqual([
      'https://s2p.example',
      'http://127.0.0.1:8080',
      'http://10.0.0.5:8080',
      'http://192.168.1.5:8080',
      'http://172.17.0.1:8080',
      'http://host.docker.internal:8080',
      'http://stash2plex:8080',
    ]);
  });

  it.each(['http://192.168.1.9:32400', 'https://192-168-1-9.0123456789abcdef.plex.direct:32400'])(
    'put our address in the network of %s first and leave loopback out',
    (plexUrl) => {
      expect(list({ plexUrl }).slice(0, 2)).toEqual(['http://192.168.1.5:8080', 'http://10.0.0.5:8080']);
    },
  );

  it('are those we listen on, and no other', () => {
    expect(list({ host: '127.0.0.1' })).toEqual(['http://127.0.0.1:8080']);
    expect(list({ host: 'localhost' })).toEqual(['http://127.0.0.1:8080']);
    expect(list({ host: '192.168.1.5' })).toEqual(['http://192.168.1.5:8080']);
    expect(list({ host: '::1' })).toEqual(['http://[::1]:8080']);
    expect(list({ host: '::' })).toContain('http://[2001:db8::5]:8080');
    expect(list({}).join()).not.toMatch(/\[|169\.254/);
    expect(list({ host: '::' }).join()).not.toContain('fe80');
  });

  it('name the secret without showing it, and carry it', () => {
    const surrounding = { plexUrl: 'http://plex', host: '10.0.0.5', port: 8080, prefix: '/s3cret-s3cret' };
    const [address] = listAddresses({ ...surrounding, publicUrl: undefined, ownAddresses: [] });
    expect(address?.shown).toBe('http://10.0.0.5:8080/<PROVIDER_SECRET>');
    expect(JSON.stringify(address)).not.toContain('s3cret');
    expect(address?.uri.reveal()).toBe('http://10.0.0.5:8080/s3cret-s3cret');
  });

  it('are few, however many bridges a machine has', () => {
    const ownAddresses = Array.from({ length: 60 }, (_, n) => ({
      name: `br-${n}`,
      address: `172.20.${n}.1`,
      family: 'IPv4' as const,
      internal: false,
    }));
    expect(list({ ownAddresses }).length).toBeLessThan(10);
  });
});

describe('the host of Plex', () => {
  it.each([
    ['http://127.0.0.1:32400', '127.0.0.1', true],
    ['http://[::1]:32400', '::1', true],
    ['http://host.docker.internal:32400', 'host.docker.internal', true],
    ['http://192.168.1.5:32400', '192.168.1.5', true],
    ['http://192.168.1.50:32400', '192.168.1.50', false],
    ['http://plex:32400', 'plex', false],
  ])('in %s is %s; on this machine: %s', (plexUrl, host, isHere) => {
    expect(toPlexHost(plexUrl)).toBe(host);
    const around = { plexUrl, host: '0.0.0.0', port: 1, prefix: '', publicUrl: undefined, ownAddresses: OWN };
    expect(isOnThisMachine(around)).toBe(isHere);
  });
});
