import type { ProblemKinds } from '../problem-kind.ts';

export const REGISTRATION_KINDS = {
  PROVIDER_NOT_REGISTERED: {
    severity: 'WARNING',
    title: 'Plex does not know this provider yet.',
    meaning: 'Plex asks only providers that were added to it.',
    nextStep:
      'Run "stash2plex register", or add the address of this service in Plex under Settings, Metadata Agents, Add Provider.',
  },
  PROVIDER_ADDRESS_DIFFERS: {
    severity: 'ERROR',
    title: 'Plex calls this provider under an address that does not fit PROVIDER_SECRET.',
    meaning: 'The registered path is not the one this service answers at, so every call of Plex fails.',
    nextStep: 'Run "stash2plex register", which corrects the address, or enter it again in Plex.',
  },
  PROVIDER_OFFLINE: {
    severity: 'ERROR',
    title: 'Plex cannot reach this provider at the address it was registered with.',
    meaning: 'New files are not matched and refreshed items keep what they have.',
    nextStep:
      'Check that the service runs; then enter an address that Plex reaches: 127.0.0.1 on the same machine, host.docker.internal from a bridge container, or the container name inside one Docker network.',
  },
  AGENT_GROUP_MISSING: {
    severity: 'WARNING',
    title: 'No metadata agent in Plex has this provider as its first.',
    meaning: 'Libraries choose agents, not providers, so none can use this one yet.',
    nextStep:
      'Run "stash2plex register", or add an agent with this provider in Plex under Settings, Metadata Agents, Add Agent.',
  },
  LIBRARY_NOT_USING_PROVIDER: {
    severity: 'WARNING',
    title: 'No movie library of Plex uses this provider.',
    meaning: 'The provider is there, but nothing asks it.',
    nextStep:
      'Run "stash2plex register --library <name>", or choose the agent in the settings of the library in Plex.',
  },
  LIBRARY_SCANNER_UNFIT: {
    severity: 'WARNING',
    title: 'A library uses this provider with a scanner that does not fit.',
    meaning: 'Custom providers are asked for libraries with the scanner "Plex Movie".',
    nextStep: 'Choose the scanner "Plex Movie" in the settings of the library in Plex.',
  },
  PLEX_HAS_NOT_CALLED: {
    severity: 'WARNING',
    title: 'Plex has not called this service yet.',
    meaning:
      'Plex reads the provider when it is added and when it starts; until then nothing can be matched.',
    nextStep:
      'Add the address of this service in Plex under Settings, Metadata Agents, Add Provider; the start text of the service says which address fits.',
  },
  PLEX_HAS_NOT_ASKED: {
    severity: 'WARNING',
    title: 'Plex has read this provider but never asked it for a match.',
    meaning: 'No library uses it yet, or no new file was scanned since.',
    nextStep:
      'Choose the agent in the settings of a movie library, then scan the library or use Fix Match on one item.',
  },
  PUBLIC_URL_UNREACHABLE: {
    severity: 'WARNING',
    title: 'This service cannot be reached under PUBLIC_URL from here.',
    meaning:
      'Plex fetches posters from there. Some routers do not let a network reach itself by its public name.',
    nextStep:
      'Open PUBLIC_URL from the machine that runs Plex; correct it, the port forwarding or the proxy.',
  },
  PUBLIC_URL_IS_OTHER: {
    severity: 'ERROR',
    title: 'Something else answers under PUBLIC_URL.',
    meaning: 'Plex is sent there for posters and gets none.',
    nextStep: 'Let PUBLIC_URL lead to the provider port of this service (PORT), not to its admin port.',
  },
  PICTURES_AT_PRIVATE_ADDRESS: {
    severity: 'WARNING',
    title: 'Pictures are offered at a private address, which newer Plex servers refuse.',
    meaning:
      'From version 1.43.5 on Plex takes no pictures from addresses inside a private network: titles and texts arrive, posters do not.',
    nextStep:
      'Set PUBLIC_URL to an address with a public name and a valid certificate, e.g. behind a reverse proxy; with PROVIDER_SECRET nobody can guess it.',
  },
} as const satisfies ProblemKinds;
