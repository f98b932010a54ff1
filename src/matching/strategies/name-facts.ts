import type { SceneId } from '../../model/ids.ts';
import type { CatalogIndex } from '../catalog-index.ts';
import { listNameFacts, type NameFacts } from '../name-facts.ts';
import { scoreScene } from '../scene-score.ts';
import type { FoundScene, Strategy, StrategyContext, Verdict } from '../strategy.ts';

/** How many scenes one fact may bring up for scoring. */
const MOST_SCENES = 50;
/** Words asked of the full-text search; the first ones of a name say most. */
const MOST_WORDS = 16;
/** From here on a scene is taken for the file's own, if none other comes near. */
const ENOUGH = 0.75;
const AHEAD = 0.15;
/** Below this it is not worth a person's look. */
const WORTH_SHOWING = 0.1;
/** What a name says never outranks what a path says. */
const RANK = 0.8;

/** What the name says: a studio code, a date, words of title, studio and performers. */
export const nameFactsStrategy: Strategy = {
  name: 'NAME_FACTS',
  look(context) {
    const { hints, file } = context.request;
    const facts = listNameFacts(hints, file?.suffixSegments ?? []);
    if (facts.length === 0) return undefined;
    const scored = scoreScenes(facts, context.catalog);
    return { verdict: judge(scored, context), finding: toSentence(scored), tried: facts.map(toTried) };
  },
};

/** Every scene that any fact brings up, with its best score over all names, best first. */
function scoreScenes(facts: readonly NameFacts[], catalog: CatalogIndex): FoundScene[] {
  const sceneIds = new Set(facts.flatMap((each) => listScenesFor(each, catalog)));
  const scored = [...sceneIds].flatMap((sceneId) => {
    const scene = catalog.findScene(sceneId);
    return scene === undefined
      ? []
      : [{ sceneId, score: Math.max(...facts.map((each) => scoreScene(scene, each))) }];
  });
  return scored.filter(({ score }) => score >= WORTH_SHOWING).sort((a, b) => b.score - a.score);
}

function listScenesFor(facts: NameFacts, catalog: CatalogIndex): readonly SceneId[] {
  const words = [...new Set(facts.words)].filter((word) => word.length > 1).slice(0, MOST_WORDS);
  return [
    ...facts.codes.flatMap((code) => catalog.listScenesByCode(code, MOST_SCENES)),
    ...(facts.date === undefined ? [] : catalog.listScenesByDate(facts.date, MOST_SCENES)),
    ...(words.length === 0 ? [] : catalog.searchScenes(words, MOST_SCENES)),
  ];
}

function judge(scored: readonly FoundScene[], context: StrategyContext): Verdict {
  const [best, second] = scored;
  if (best === undefined) return { kind: 'NOTHING' };
  const scenes = scored.map(({ sceneId, score }) => ({ sceneId, score: score * RANK }));
  if (best.score < ENOUGH) return { kind: 'LIKELY', scenes };
  const isAhead = second === undefined || best.score - second.score >= AHEAD;
  if (context.policy !== 'loose') return { kind: isAhead ? 'POLICY_FORBIDS' : 'LIKELY', scenes };
  if (!isAhead) return { kind: 'TIED', scenes };
  return isProven(context)
    ? { kind: 'CERTAIN', scene: { sceneId: best.sceneId, score: best.score * RANK } }
    : { kind: 'UNPROVEN', scenes };
}

/** Stash may know the file by its path since a moment ago, so a guess waits for the look-up of the file. */
function isProven({ proof, request }: StrategyContext): boolean {
  return proof.complete && (proof.asked || request.file === undefined);
}

function toSentence(scored: readonly FoundScene[]): string {
  const [best, second] = scored;
  if (best === undefined) return 'No known scene fits what the name says.';
  const rest = second === undefined ? '' : `, the next is ${second.sceneId} with ${second.score.toFixed(2)}`;
  return `Scene ${best.sceneId} fits best with ${best.score.toFixed(2)} of 1${rest}; ${ENOUGH} and ${AHEAD} ahead is enough.`;
}

function toTried({ codes, date, words }: NameFacts): string {
  return [
    ...codes.map((code) => `code ${code}`),
    ...(date === undefined ? [] : [`date ${date}`]),
    words.join(' '),
  ].join('; ');
}
