import { BlockList, isIP } from 'node:net';

const PRIVATE = new BlockList();
const RANGES = [
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::1', 128, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
] as const;
for (const [net, prefix, family] of RANGES) PRIVATE.addSubnet(net, prefix, family);

/** Names that the public name service never has. */
const PRIVATE_NAME = /^[^.]+$|\.(local|internal|lan|home|home\.arpa|localhost)$/i;

/** Whether an IP address is inside a private network: private, loopback, link-local or carrier-grade NAT. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  return family !== 0 && PRIVATE.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether a host of an address leads into a private network; a public name does if all its IP addresses do. */
export async function isPrivateHost(
  hostname: string,
  lookUp: (host: string) => Promise<readonly string[]>,
): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPrivateAddress(host);
  if (PRIVATE_NAME.test(host)) return true;
  const addresses = await lookUp(host).catch(() => []);
  return addresses.length > 0 && addresses.every(isPrivateAddress);
}
