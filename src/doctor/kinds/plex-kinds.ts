import type { ProblemKinds } from '../problem-kind.ts';

const WITHOUT_PLEX_URL =
  'Plex can still call this service; comparing both libraries and registering need PLEX_URL.';

export const PLEX_KINDS = {
  PLEX_UNREACHABLE: {
    severity: 'ERROR',
    class: 'UNREACHABLE',
    title: 'Plex Media Server cannot be reached.',
    meaning: WITHOUT_PLEX_URL,
    nextStep: 'Check that Plex runs and that PLEX_URL is its address as seen from this service.',
  },
  PLEX_NAME_UNKNOWN: {
    severity: 'ERROR',
    class: 'UNREACHABLE',
    title: 'The host name in PLEX_URL is not known here.',
    meaning: WITHOUT_PLEX_URL,
    nextStep: 'Correct the name in PLEX_URL, or enter the IP address of Plex with http:// instead.',
  },
  PLEX_TLS_NAME: {
    severity: 'ERROR',
    class: 'UNREACHABLE',
    title: 'The certificate of Plex is for another name than the one in PLEX_URL.',
    meaning: `Plex holds a certificate for its plex.direct name only. ${WITHOUT_PLEX_URL}`,
    nextStep:
      'Use http:// inside your own network, or the https://….plex.direct:32400 address that the server shows.',
  },
  PLEX_TLS_FAILED: {
    severity: 'ERROR',
    class: 'UNREACHABLE',
    title: 'There is no secure connection to Plex.',
    meaning: WITHOUT_PLEX_URL,
    nextStep:
      'Try the other of http:// and https:// in PLEX_URL; NODE_EXTRA_CA_CERTS can name an authority of your own.',
  },
  PLEX_STARTING: {
    severity: 'WARNING',
    title: 'Plex is starting or under maintenance.',
    meaning: 'It answers nothing but that until it is done.',
    nextStep: 'Wait a few minutes and run doctor again.',
  },
  PLEX_TOO_SLOW: {
    severity: 'WARNING',
    title: 'Plex does not answer in time.',
    meaning: 'It may be busy with a scan, or its disk may be asleep.',
    nextStep: 'Run doctor again when Plex is at rest.',
  },
  PLEX_FAILED: {
    severity: 'ERROR',
    title: 'What answers at PLEX_URL does not answer as Plex does.',
    meaning: WITHOUT_PLEX_URL,
    nextStep: 'Check PLEX_URL, above all its port (32400) and path.',
  },
  PLEX_TOO_OLD: {
    severity: 'ERROR',
    title: 'This Plex Media Server is too old.',
    meaning:
      'Custom metadata providers exist from version 1.43.0 on; an older server cannot call this service.',
    nextStep: 'Update Plex Media Server to 1.43.0 or newer.',
  },
  PLEX_UNAUTHORIZED: {
    severity: 'ERROR',
    title: 'Plex refuses PLEX_TOKEN.',
    meaning: `The token is wrong or has expired. ${WITHOUT_PLEX_URL}`,
    nextStep: 'Enter a current token of the account that owns the server as PLEX_TOKEN.',
  },
  PLEX_TOKEN_NOT_ADMIN: {
    severity: 'ERROR',
    title: "PLEX_TOKEN is not the token of the server's owner.",
    meaning: 'Libraries can be read with it, but providers can neither be seen nor registered.',
    nextStep: 'Enter the token of the account that owns the server as PLEX_TOKEN.',
  },
} as const satisfies ProblemKinds;
