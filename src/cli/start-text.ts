import type { Config } from '../config/config.ts';

/** What a person needs who just started the service: versions, addresses, and what to enter in Plex. */
export function toStartText(
  config: Config,
  version: string,
  ports: { provider: number; admin: number },
): string {
  const path = config.provider.secret === undefined ? '' : '/<PROVIDER_SECRET>';
  const at = (host: string): string => `http://${host}:${ports.provider}${path}`;
  return [
    `Stash2Plex ${version} on Node ${process.versions.node}`,
    `  Stash     ${config.stash.url}`,
    `  Provider  ${config.provider.host}:${ports.provider}`,
    `  Admin     ${config.admin.host}:${ports.admin} (/health/ready, /metrics)`,
    `  Data      ${config.dataDir}`,
    '',
    'In Plex: Settings, Metadata Agents, Add Provider; then Add Agent with it; then choose that agent in the library.',
    'The address to enter depends on where Plex Media Server runs:',
    `  on this machine, or in a container with network_mode: host   ${at('127.0.0.1')}`,
    `  in a bridge container on this machine                        ${at('host.docker.internal')}`,
    `  in the same Docker network as this container                 ${at('stash2plex')}`,
    '(On Linux, host.docker.internal needs extra_hosts: host.docker.internal:host-gateway in the Plex container.)',
  ].join('\n');
}
