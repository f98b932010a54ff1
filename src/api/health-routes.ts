import type Router from '@koa/router';
import type { Problem } from '../observe/problem.ts';

/** What the health routes tell. */
export interface Health {
  readonly listProblems: () => readonly Problem[];
  /** A snapshot of numbers and states for people: Stash, breaker, catalog. */
  readonly describe: () => Readonly<Record<string, unknown>>;
}

/**
 * `GET /health/live`: the process answers. `GET /health/ready`: 200 when Plex can be answered, 503 when it cannot,
 * both with the problems by name; warnings alone do not make it unready.
 */
export function addHealthRoutes(router: Router, { listProblems, describe }: Health): void {
  router.get('/health/live', (ctx) => {
    ctx.body = { status: 'live' };
  });
  router.get('/health/ready', (ctx) => {
    const problems = listProblems();
    const isReady = problems.every(({ severity }) => severity !== 'ERROR');
    ctx.status = isReady ? 200 : 503;
    ctx.body = { status: isReady ? 'ready' : 'not ready', problems, ...describe() };
  });
}
