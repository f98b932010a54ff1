import type { WholeSceneFragment } from '../../src/stash/generated/operations.ts';
import { readGraphql, type ScriptedAnswer, type SeenRequest } from './scripted-stash.ts';

/** Answers `ReadScenes` and `FindScene…` requests from a map of scenes; ids in `broken` fail in their resolver. */
export function answerScenes(
  request: SeenRequest,
  scenes: ReadonlyMap<string, WholeSceneFragment>,
  broken: ReadonlySet<string> = new Set(),
): ScriptedAnswer {
  const { variables } = readGraphql(request);
  const asked = Object.entries(variables).map(([alias, id]) => ({ alias, id: String(id) }));
  const failed = asked.filter(({ id }) => broken.has(id));
  const data = Object.fromEntries(
    asked.map(({ alias, id }) => [alias, broken.has(id) ? null : (scenes.get(id) ?? null)]),
  );
  const errors = failed.map(({ alias }) => ({
    message: 'no video file for this file',
    path: [alias, 'files', 0],
  }));
  return { body: errors.length > 0 ? { data, errors } : { data } };
}

export function operationOf(request: SeenRequest): string {
  return /query (\w+)/.exec(readGraphql(request).query)?.[1] ?? '';
}
