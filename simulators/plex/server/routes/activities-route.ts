import { containerOf } from '../pms-answer.ts';
import type { PmsRoute } from '../pms-route.ts';

/** `GET /activities`: what PMS is busy with. */
export const activitiesRoute: PmsRoute = {
  method: 'GET',
  path: /^\/activities$/,
  answer: ({ activities }) =>
    containerOf(
      'Activity',
      activities.map((activity) => ({ cancellable: false, userID: 1, ...activity })),
    ),
};
