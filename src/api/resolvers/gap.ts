import { toNextStep } from '../../gaps/gap-advice.ts';
import type { GapResolvers } from '../generated/resolver-types.ts';
import { findScene } from '../scenes/find-scene.ts';

export const gap: GapResolvers = {
  state: ({ status }) => status.state,
  nextStep: ({ reason }) => toNextStep(reason),
  closedAt: ({ status }) => (status.state === 'CLOSED' ? status.closedAt : null),
  suppression: ({ status }) => (status.state === 'SUPPRESSED' ? status.suppression : null),
  scene: ({ sceneId }, _args, context) => findScene(sceneId, context),
};
