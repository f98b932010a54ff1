import type { MatchOutcome } from '../../matching/outcome.ts';
import type { SceneId } from '../../model/ids.ts';
import type { MatchExplanationResolvers, RecentMatchResolvers } from '../generated/resolver-types.ts';
import { findScene } from '../scenes/find-scene.ts';

export const matchExplanation: MatchExplanationResolvers = {
  outcome: ({ outcome }) => outcome.kind,
  reason: ({ outcome }) => findReason(outcome),
  strategy: ({ outcome }) => (outcome.kind === 'MATCHED' ? outcome.strategy : null),
  sceneId: ({ outcome }) => findSceneId(outcome),
  scene: ({ outcome }, _args, context) => findScene(findSceneId(outcome), context),
  candidates: ({ outcome }) => ('candidates' in outcome ? [...outcome.candidates] : []),
  steps: ({ steps }) => steps.map((step) => ({ ...step, tried: [...step.tried] })),
};

export const recentMatch: RecentMatchResolvers = {
  explanation: (explanation) => explanation,
  sceneId: ({ outcome }) => findSceneId(outcome),
  scene: ({ outcome }, _args, context) => findScene(findSceneId(outcome), context),
};

function findReason(outcome: MatchOutcome): string | undefined {
  if (outcome.kind === 'MISSED') return outcome.reason;
  return outcome.kind === 'UNKNOWN' ? outcome.cause.reason : undefined;
}

function findSceneId(outcome: MatchOutcome): SceneId | undefined {
  return outcome.kind === 'MATCHED' ? outcome.sceneId : undefined;
}
