import type { Clock } from '../lib/clock.ts';
import type { PlexPath } from '../model/file-paths.ts';
import type { SceneId } from '../model/ids.ts';
import type { PathMapper } from '../paths/path-mapper.ts';
import { askStash, type StashAnswer, type StashQuestions } from './ask-stash.ts';
import type { CatalogIndex } from './catalog-index.ts';
import { findMatch, isSettled, toAutomaticOutcome, toManualOutcome } from './decide-outcome.ts';
import { toFileSteps, toPolicyStep, toStrategySteps } from './explain-steps.ts';
import type { ExplainedStep, MatchExplanation } from './explanation.ts';
import { MOVIE_TYPE, type MatchHints } from './match-hints.ts';
import type { AdultResults } from './match-policy.ts';
import { toMatchRequest, type MatchRequest } from './match-request.ts';
import type { MatchOutcome } from './outcome.ts';
import { runStrategies, type RanStrategy } from './run-strategies.ts';
import type { StrategyContext } from './strategy.ts';

export interface MatcherDependencies extends StashQuestions {
  readonly catalog: CatalogIndex;
  readonly paths: PathMapper;
  /** The library folders as PMS names them; they may become known or change while running. */
  readonly plexRoots: () => readonly PlexPath[];
  /** The scene that a guid of this provider names. */
  readonly parseGuid: (guid: string) => SceneId | undefined;
  readonly adultResults: AdultResults;
  readonly clock: Clock;
  /** Told every decision. */
  readonly onExplained: (explanation: MatchExplanation) => void;
}

export interface MatchDecision {
  readonly outcome: MatchOutcome;
  readonly explanation: MatchExplanation;
}

/** Decides one request. Rejects only when something is broken: an outage of Stash is the outcome `UNKNOWN`. */
export type Matcher = (hints: MatchHints, signal: AbortSignal) => Promise<MatchDecision>;

/**
 * Matches files with scenes: the catalog first, then at most one look-up in Stash, then the catalog again. A file that
 * the complete catalog knows costs Stash nothing.
 */
export function createMatcher(dependencies: MatcherDependencies): Matcher {
  return async (hints, signal) => {
    const at = dependencies.clock.now();
    const { outcome, steps } = await decide(dependencies, hints, signal);
    const explanation: MatchExplanation = {
      at,
      ...(hints.fileName !== undefined && { fileName: hints.fileName }),
      ...(hints.title !== undefined && { title: hints.title }),
      manual: hints.manual,
      outcome,
      steps: [...steps, toPolicyStep(outcome, dependencies.policy)],
      tookMs: Math.max(0, dependencies.clock.now() - at),
    };
    dependencies.onExplained(explanation);
    return { outcome, explanation };
  };
}

interface Decided {
  readonly outcome: MatchOutcome;
  readonly steps: readonly ExplainedStep[];
}

async function decide(
  dependencies: MatcherDependencies,
  hints: MatchHints,
  signal: AbortSignal,
): Promise<Decided> {
  if (hints.type !== MOVIE_TYPE) return { outcome: { kind: 'MISSED', reason: 'TYPE_NOT_SERVED' }, steps: [] };
  const request = toMatchRequest(hints, dependencies.plexRoots(), dependencies.paths);
  const { outcome, steps } = await decideMovie(dependencies, request, signal);
  return { outcome: withholdAdult(outcome, hints, dependencies.adultResults), steps };
}

async function decideMovie(
  dependencies: MatcherDependencies,
  request: MatchRequest,
  signal: AbortSignal,
): Promise<Decided> {
  const context = toFirstContext(dependencies, request);
  const first = runStrategies(context);
  const steps = [...toFileSteps(request.file), ...toStrategySteps(first)];
  if (isSettled(first, context.proof.complete)) return { outcome: toOutcome(first, request), steps };
  const answer = await askStash(dependencies, context.guidScene, request.file, signal);
  const second = isWorthAnotherRound(first, answer)
    ? runStrategies(toNextContext(context, answer))
    : undefined;
  return {
    outcome: toOutcome(second ?? first, request, answer),
    steps: [...steps, ...answer.steps, ...toStrategySteps(second ?? [])],
  };
}

function toFirstContext(dependencies: MatcherDependencies, request: MatchRequest): StrategyContext {
  const { catalog, policy, parseGuid } = dependencies;
  const { guid } = request.hints;
  const guidScene = guid === undefined ? undefined : parseGuid(guid);
  return {
    request,
    catalog,
    policy,
    proof: { complete: catalog.isComplete(), asked: false },
    guidConfirmed: false,
    ...(guidScene !== undefined && { guidScene }),
  };
}

function toNextContext(context: StrategyContext, answer: StashAnswer): StrategyContext {
  const { guidConfirmed, asked, askedSegments } = answer;
  const proof = {
    complete: context.catalog.isComplete(),
    asked,
    ...(askedSegments !== undefined && { askedSegments }),
  };
  return { ...context, guidConfirmed, proof };
}

function isWorthAnotherRound(first: readonly RanStrategy[], answer: StashAnswer): boolean {
  if (answer.guidConfirmed || answer.brought) return true;
  return answer.asked && first.some(({ verdict }) => verdict.kind === 'UNPROVEN');
}

/** What cannot be known now is no miss; a person still sees what the catalog knows. */
function toOutcome(ran: readonly RanStrategy[], request: MatchRequest, answer?: StashAnswer): MatchOutcome {
  const known = request.hints.manual ? toManualOutcome(ran, request) : toAutomaticOutcome(ran, request);
  if (answer?.unknown === undefined || known.kind === 'CANDIDATES') return known;
  return findMatch(ran) ?? { kind: 'UNKNOWN', cause: answer.unknown };
}

/** A scene that would be shown is withheld from requests that do not ask for explicit results, and counted as such. */
function withholdAdult(outcome: MatchOutcome, hints: MatchHints, adultResults: AdultResults): MatchOutcome {
  const isShown = outcome.kind === 'MATCHED' || outcome.kind === 'CANDIDATES';
  if (adultResults === 'always' || hints.includeAdult || !isShown) return outcome;
  return { kind: 'MISSED', reason: 'ADULT_NOT_REQUESTED' };
}
