import { isIPv4 } from 'node:net';
import { type AddressSource, type ProviderAddress, toAddress } from './provider-address.ts';

/** One address of this machine. */
export interface OwnAddress {
  /** Of the network interface, e.g. `eth0`. */
  readonly name: string;
  readonly address: string;
  readonly family: 'IPv4' | 'IPv6';
  /** Loopback. */
  readonly internal: boolean;
}

/** What is known about where PMS and we are. */
export interface Surrounding {
  /** `PLEX_URL`. */
  readonly plexUrl: string;
  /** `HOST` and `PORT`: where the provider listens. */
  readonly host: string;
  readonly port: number;
  /** `/<PROVIDER_SECRET>`, or empty. */
  readonly prefix: string;
  /** What the caller says; then no other address is tried. */
  readonly given?: string | undefined;
  /** `PUBLIC_URL`. */
  readonly publicUrl: string | undefined;
  readonly ownAddresses: readonly OwnAddress[];
}

/** PMS may take half a minute to give up on one address. */
const MOST_OWN = 6;

/** The addresses to try, likeliest first. */
export function listAddresses(around: Surrounding): readonly ProviderAddress[] {
  const { given, publicUrl, prefix } = around;
  if (given !== undefined) return [toAddress('GIVEN', given, prefix)];
  const named = publicUrl === undefined ? [] : [toAddress('PUBLIC_URL', publicUrl, prefix)];
  const guessed = listHosts(around).map(([source, host]) =>
    toAddress(source, `http://${bracketed(host)}:${around.port}`, prefix),
  );
  const all = [...named, ...guessed];
  return all.filter(({ shown }, at) => all.findIndex((one) => one.shown === shown) === at);
}

type Host = readonly [source: AddressSource, host: string];

function listHosts(around: Surrounding): Host[] {
  const { host } = around;
  if (isLoopbackHost(host)) return [['LOOPBACK', host === 'localhost' ? '127.0.0.1' : host]];
  if (!isEveryAddress(host)) return [['THIS_MACHINE', host]];
  return [
    ...(isOnThisMachine(around) ? ([['LOOPBACK', '127.0.0.1']] as const) : []),
    ...listOwn(around).map((address): Host => ['THIS_MACHINE', address]),
    ['DOCKER_HOST', 'host.docker.internal'],
    ['CONTAINER_NAME', 'stash2plex'],
  ];
}

/** Whether PMS runs on this machine, or on the one that hosts this container. */
export function isOnThisMachine({ plexUrl, ownAddresses }: Surrounding): boolean {
  const host = toPlexHost(plexUrl);
  return (
    isLoopbackHost(host) ||
    host === 'host.docker.internal' ||
    ownAddresses.some(({ address }) => address === host)
  );
}

/** The host in `PLEX_URL`; a `plex.direct` name holds the address in its first label. */
export function toPlexHost(plexUrl: string): string {
  const host = (URL.parse(plexUrl)?.hostname ?? '').replace(/^\[|\]$/g, '');
  const numbers = /^(\d{1,3}(?:-\d{1,3}){3})\.[^.]+\.plex\.direct$/.exec(host)?.[1];
  return numbers?.replaceAll('-', '.') ?? host;
}

/** Addresses in the network of PMS first, those of Docker's own bridges last. */
function listOwn({ ownAddresses, plexUrl, host }: Surrounding): string[] {
  const network = toNetwork(toPlexHost(plexUrl));
  const rank = ({ name, address }: OwnAddress): number => {
    if (network !== undefined && toNetwork(address) === network) return 0;
    return /^(docker|br-|veth|virbr|cni|flannel)/.test(name) ? 2 : 1;
  };
  return ownAddresses
    .filter(({ internal, family, address }) => !internal && isReachedAt(host, family, address))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST_OWN)
    .map(({ address }) => address);
}

/** `0.0.0.0` stands for IPv4 only, `::` for both. Link-local addresses need a zone, which no address may have. */
function isReachedAt(host: string, family: OwnAddress['family'], address: string): boolean {
  return family === 'IPv4' ? !address.startsWith('169.254.') : host === '::' && !/^fe[89ab]/i.test(address);
}

function toNetwork(address: string): string | undefined {
  return isIPv4(address) ? address.slice(0, address.lastIndexOf('.')) : undefined;
}

/** Whether only this machine can reach the host. */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
