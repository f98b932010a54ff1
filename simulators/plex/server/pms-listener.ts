import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { writeAnswer } from './answer-writing.ts';
import type { PmsAnswer } from './pms-answer.ts';
import { toTrouble } from './pms-faults.ts';
import { type PmsRequest, readPmsRequest } from './pms-request.ts';
import type { PmsRoute } from './pms-route.ts';
import type { PmsState } from './pms-state.ts';
import { activitiesRoute } from './routes/activities-route.ts';
import { identityRoute } from './routes/identity-route.ts';
import { itemRoute } from './routes/item-route.ts';
import { providerGroupRoutes } from './routes/provider-group-routes.ts';
import { providerRoutes } from './routes/provider-routes.ts';
import { sectionChangeRoutes } from './routes/section-change-routes.ts';
import { sectionItemsRoute } from './routes/section-items-route.ts';
import { sectionsRoute } from './routes/sections-route.ts';

const routes: readonly PmsRoute[] = [
  identityRoute,
  sectionsRoute,
  sectionItemsRoute,
  itemRoute,
  activitiesRoute,
  ...providerRoutes,
  ...providerGroupRoutes,
  ...sectionChangeRoutes,
];

/** Handles every request to a simulated PMS: journal, then trouble, then token, then the route. */
export function createPmsListener(state: PmsState): RequestListener {
  return (incoming, response) => {
    answerRequest(state, incoming, response).catch(() => response.destroy());
  };
}

async function answerRequest(
  state: PmsState,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await readPmsRequest(incoming);
  state.journal.record(request.method, incoming.url ?? '/', request.body);
  const trouble = toTrouble(state.faults, ++state.callsUnderFaults);
  if (state.faults.delayMs !== undefined) await delay(state.faults.delayMs, undefined, { ref: false });
  if (trouble.kind === 'GONE') response.destroy();
  else if (trouble.kind === 'HANG') await once(response, 'close');
  else {
    const answer = trouble.kind === 'HTML' ? trouble : await findAnswer(state, request);
    await writeAnswer(answer, response, request.wantsJson, state.modes);
  }
}

async function findAnswer(state: PmsState, request: PmsRequest): Promise<PmsAnswer> {
  const route = routes.find(({ method, path }) => method === request.method && path.test(request.path));
  const knowsToken = request.findPlexParameter('X-Plex-Token') === state.token;
  if (!knowsToken && route?.isOpen !== true) return { kind: 'HTML', status: 401 };
  if (route === undefined) return { kind: 'HTML', status: 404 };
  return route.answer(state, request, route.path.exec(request.path)?.slice(1) ?? []);
}
