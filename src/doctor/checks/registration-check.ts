import type { Problem } from '../../observe/problem.ts';
import type { Check } from '../check.ts';
import {
  type MovieLibrary,
  type PlexRegistration,
  type RegisteredProvider,
  listMovieLibraries,
  readRegistration,
} from '../read-registration.ts';
import { toProblem } from '../to-problem.ts';
import { unlessTold } from '../unless-told.ts';

/** Whether Plex knows this provider, at which address, in which agent, and which library uses it. */
export const registrationCheck: Check = {
  id: 'registration',
  group: 'Registration',
  timeLimitMs: 45_000,
  settings: ['PLEX_URL', 'PLEX_TOKEN', 'PROVIDER_ID', 'PROVIDER_SECRET'],
  run: ({ config, plex }, signal) =>
    unlessTold(async () => {
      if (plex === undefined) return [];
      const registration = await readRegistration(plex, signal);
      const { id, secret } = config.provider;
      const provider = registration.providers.find(({ identifier }) => identifier === id);
      if (provider === undefined) return [toProblem('PROVIDER_NOT_REGISTERED')];
      return [
        ...listAddressProblems(provider, secret === undefined ? '' : `/${secret.reveal()}`),
        ...listUseProblems(id, registration, await listMovieLibraries(plex, signal)),
      ];
    }),
};

function listAddressProblems({ uri, isOnline }: RegisteredProvider, prefix: string): Problem[] {
  const url = URL.parse(uri);
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
  { primaries }: PlexRegistration,
  libraries: readonly MovieLibrary[],
): Problem[] {
  if (!primaries.includes(id)) return [toProblem('AGENT_GROUP_MISSING')];
  const users = libraries.filter(({ agent }) => agent === id);
  if (users.length === 0) return [toProblem('LIBRARY_NOT_USING_PROVIDER')];
  return users
    .filter(({ scanner }) => scanner !== '' && scanner !== 'Plex Movie')
    .map(({ title, scanner }) =>
      toProblem('LIBRARY_SCANNER_UNFIT', { summary: `Library "${title}" uses the scanner "${scanner}".` }),
    );
}
