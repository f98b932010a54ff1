import type { PmsRoute } from '../pms-route.ts';

/** `GET /identity`: who this is. The one route that needs no token. */
export const identityRoute: PmsRoute = {
  method: 'GET',
  path: /^\/identity$/,
  isOpen: true,
  answer: ({ machineIdentifier, version }) => ({
    kind: 'CONTAINER',
    head: { size: 0, claimed: true, machineIdentifier, version },
  }),
};
