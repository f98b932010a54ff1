import {
  isLoopbackHost,
  isOnThisMachine,
  type Surrounding,
  toPlexHost,
} from '../../pms/registration/list-addresses.ts';
import type { Attempt } from '../../pms/registration/try-address.ts';
import { toPlainText } from './plain-text.ts';

const OUTCOMES: Readonly<Record<Attempt['outcome'], string>> = {
  REACHED: 'Plex called us there',
  REFUSED: 'Plex got no manifest there',
  NOT_ASKED: 'Plex got a manifest there, but not ours: another program answers',
};

const LEFT_BEHIND =
  'Plex has the provider now, at an address where another program answers: name the right one with --address, or remove it in Plex: Settings, Metadata Agents.';

/** One line for each address that was tried. */
export function describeAttempts(attempts: readonly Attempt[]): string[] {
  return attempts.map(({ address, outcome }) => `  ${address.shown}   ${OUTCOMES[outcome]}`);
}

/**
 * Why Plex reaches us nowhere, and what to enter in the network layout that this looks like.
 *
 * @param isLeftBehind whether Plex has the provider now, at an address that is not ours.
 */
export function explainAddressFailure(
  around: Surrounding,
  attempts: readonly Attempt[],
  isLeftBehind: boolean,
): string {
  const strangers = attempts.flatMap(({ stranger, address }) =>
    stranger === undefined
      ? []
      : [
          `At ${address.shown} Plex found "${toPlainText(stranger)}" and added it. If you do not want that, remove it in Plex: Settings, Metadata Agents.`,
        ],
  );
  return [
    'Plex does not reach this service:',
    ...describeAttempts(attempts),
    ...strangers,
    ...(isLeftBehind ? [LEFT_BEHIND] : []),
    ...explainLayout(around),
  ].join('\n');
}

function explainLayout(around: Surrounding): string[] {
  const { host, port, prefix, plexUrl } = around;
  const plexHost = toPlexHost(plexUrl);
  const toCommand = (name: string): string =>
    `  register --address http://${name}:${port}${prefix === '' ? '' : '/<PROVIDER_SECRET>'}`;
  if (isLoopbackHost(host))
    return [
      `HOST is ${host}, where only programs on this machine reach the service, and Plex is not one of them (a container is a machine of its own).`,
      'Set HOST=0.0.0.0 and start the service again.',
    ];
  if (isOnThisMachine(around))
    return [
      'PLEX_URL names this machine, but Plex did not reach us on it: Plex most likely runs in a bridge container here.',
      'On Linux give the Plex container  extra_hosts: host.docker.internal:host-gateway  and let the firewall pass',
      `port ${port}; with both in containers, publish port ${port} of ours. Then:`,
      toCommand('host.docker.internal'),
    ];
  if (!plexHost.includes('.') && !plexHost.includes(':'))
    return [
      `PLEX_URL has the name "${plexHost}", as in a Docker network: Plex and this service must be in the same one.`,
      'Put both under the same networks: and enter the name of our container or compose service:',
      toCommand('<name of our container>'),
    ];
  return [
    `PLEX_URL names another machine (${plexHost}): Plex needs an address of this one in its network.`,
    `Let the firewall pass port ${port}; in a container, publish it. Then:`,
    toCommand('<address of this machine>'),
  ];
}
