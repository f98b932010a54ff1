import type { Problem } from '../../observe/problem.ts';
import { type PlexSection, listPlexSections } from '../../pms/registration/plex-section.ts';
import type { RegisteredProvider } from '../../pms/registration/registered-provider.ts';
import type { Check } from '../check.ts';
import { toNoPlex } from '../no-server.ts';
import { type RegisteredNames, readRegistration } from '../read-registration.ts';
import { toProblem } from '../to-problem.ts';
import { unlessTold } from '../unless-told.ts';

const FITTING_SCANNER = 'Plex Movie';

/** Whether Plex knows this provider, at which address, in which agent, and which library uses it. */
export const registrationCheck: Check = {
  id: 'registration',
  group: 'Registration',
  timeLimitMs: 45_000,
  settings: ['PLEX_URL', 'PLEX_TOKEN', 'PROVIDER_ID', 'PROVIDER_SECRET'],
  run: ({ config, plex }, signal) =>
    unlessTold(async () => {
      if (plex === undefined) return toNoPlex(config);
      const registration = await readRegistration(plex, signal);
      const { id, secret } = config.provider;
      const provider = registration.providers.find(({ identifier }) => identifier === id);
      if (provider === undefined) return [toProblem('PROVIDER_NOT_REGISTERED')];
      return [
        ...listAddressProblems(provider, secret === undefined ? '' : `/${secret.reveal()}`),
        ...listUseProblems(id, registration, await listPlexSections(plex, signal)),
      ];
    }),
};

function listAddressProblems({ uri, isOnline }: RegisteredProvider, prefix: string): Problem[] {
  const url = URL.parse(uri.reveal());
  // The path may hold a secret, so only what comes before it is shown.
  const shown = url?.origin ?? 'an address that cannot be read';
  if (url !== null && url.pathname.replace(/\/+$/, '') !== prefix) {
    const summary = `Plex calls this provider at ${shown} under a path that does not fit PROVIDER_SECRET.`;
    return [toProblem('PROVIDER_ADDRESS_DIFFERS', { summary })];
  }
  if (isOnline !== false) return [];
  return [toProblem('PROVIDER_OFFLINE', { summary: `Plex cannot reach this provider at ${shown}.` })];
}

/** Nothing about libraries while there is no agent to choose. */
function listUseProblems(
  id: string,
  { groups }: RegisteredNames,
  libraries: readonly PlexSection[],
): Problem[] {
  if (groups.every(({ primaryIdentifier }) => primaryIdentifier !== id))
    return [toProblem('AGENT_GROUP_MISSING')];
  const users = libraries.filter(({ type, agent }) => type === 'movie' && agent === id);
  if (users.length === 0) return [toProblem('LIBRARY_NOT_USING_PROVIDER')];
  return users
    .filter(({ scanner = FITTING_SCANNER }) => scanner !== FITTING_SCANNER)
    .map(({ title, scanner = '' }) =>
      toProblem('LIBRARY_SCANNER_UNFIT', { summary: `Library "${title}" uses the scanner "${scanner}".` }),
    );
}
