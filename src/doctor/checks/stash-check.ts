import type { Problem } from '../../observe/problem.ts';
import type { Check } from '../check.ts';
import type { DoctorContext } from '../doctor-context.ts';
import { explainRefusal } from '../explain-refusal.ts';
import { listStashProblems } from '../stash-problems.ts';
import { toNoStash } from '../no-server.ts';
import { toProblem } from '../to-problem.ts';
import { explainUnreachable } from '../../stash/explain-unreachable.ts';

/** Whether Stash is there, ready, new enough and lets us in. */
export const stashCheck: Check = {
  id: 'stash',
  group: 'Stash',
  timeLimitMs: 60_000,
  settings: ['STASH_URL', 'STASH_API_KEY', 'STASH_TIMEOUT_MS'],
  isLive: true,
  run: async (context, signal) => {
    const { stash, config } = context;
    if (stash === undefined) return toNoStash(config);
    const state = await stash.probe();
    const problems = listStashProblems(stash.url, state, stash.breaker(), false);
    return Promise.all(problems.map((problem) => refine(problem, stash.url, context, signal)));
  },
};

/** A command has the time to look closer than a running service does on every question about its health. */
async function refine(
  problem: Problem,
  url: string,
  { config, surroundings }: DoctorContext,
  signal: AbortSignal,
): Promise<Problem> {
  if (problem.id === 'STASH_UNREACHABLE') return refineUnreachable(problem, url, surroundings.lookUp);
  if (problem.id !== 'STASH_UNAUTHORIZED') return problem;
  return toProblem(await explainRefusal(url, config.stash.apiKey !== undefined, surroundings.lookUp, signal));
}

async function refineUnreachable(
  problem: Problem,
  url: string,
  lookUp: (host: string) => Promise<readonly string[]>,
): Promise<Problem> {
  const host = new URL(url).hostname;
  const isKnown = await lookUp(host.replace(/^\[|\]$/g, '')).then(
    () => true,
    () => false,
  );
  if (isKnown) return problem;
  const trap = explainUnreachable(url);
  const summary = `The host name "${host}" in STASH_URL is not known here.`;
  return toProblem('STASH_NAME_UNKNOWN', { summary, ...(trap === undefined ? {} : { nextStep: trap }) });
}
