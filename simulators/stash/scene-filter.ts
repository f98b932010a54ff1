import type { SimulatedScene, SimulatedVideoFile } from '../library/library-contents.ts';
import { type Criterion, testOrder, testText } from './criteria.ts';
import { type FilterInput, compileFileFilter } from './file-filter.ts';

export type SceneTest = (scene: SimulatedScene) => boolean;

const OPERATORS = ['AND', 'OR', 'NOT'] as const;

const SCENE_CRITERIA: Readonly<Record<string, (criterion: unknown) => SceneTest>> = {
  id: (criterion) => order(criterion as Criterion<number>, (scene) => scene.id),
  updated_at: (criterion) => order(criterion as Criterion<string>, (scene) => scene.updatedAt),
  created_at: (criterion) => order(criterion as Criterion<string>, (scene) => scene.createdAt),
  title: (criterion) => text(criterion, (scene) => scene.title || null),
  code: (criterion) => text(criterion, (scene) => scene.code || null),
  organized: (wanted) => (scene) => scene.organized === wanted,
  path: (criterion) => anyFile(criterion, (file) => file.path),
  oshash: (criterion) => anyFile(criterion, (file) => file.oshash),
  checksum: (criterion) => anyFile(criterion, (file) => file.md5),
  is_missing: testMissing,
  stash_id_endpoint: testStashId,
  files_filter: (filter) => {
    const test = compileFileFilter(filter as FilterInput);
    return (scene) => scene.files.some(test);
  },
};

/**
 * Compiles Stash's SceneFilterType. The criteria of a node are all required; at most one of AND, OR and NOT joins
 * them with a nested node, as in Stash, which refuses two of them in one node.
 */
export function compileSceneFilter(filter: FilterInput): SceneTest {
  const own = ownTests(filter);
  const used = OPERATORS.filter((name) => isSent(filter[name]));
  if (used.length > 1)
    throw new Error(`cannot have ${used[0] ?? ''} and ${used[1] ?? ''} in the same filter`);
  const operator = used[0];
  if (operator === undefined) return allOf(own);
  return join(operator, own, compileSceneFilter(filter[operator] as FilterInput));
}

function ownTests(filter: FilterInput): SceneTest[] {
  const names = Object.keys(filter).filter((name) => isSent(filter[name]) && !isOperator(name));
  return names.map((name) => {
    const toTest = SCENE_CRITERIA[name];
    if (!toTest) throw new Error(`the Stash simulator has no scene criterion "${name}"`);
    return toTest(filter[name]);
  });
}

/** A node without criteria of its own is its nested node alone. */
function join(operator: (typeof OPERATORS)[number], own: readonly SceneTest[], nested: SceneTest): SceneTest {
  const ownTest = allOf(own);
  if (operator === 'NOT') return (scene) => ownTest(scene) && !nested(scene);
  if (operator === 'AND' || own.length === 0) return (scene) => ownTest(scene) && nested(scene);
  return (scene) => ownTest(scene) || nested(scene);
}

/** Stash joins scenes with their files: a scene without files is one row without a value. */
function anyFile(criterion: unknown, toColumn: (file: SimulatedVideoFile) => string | null): SceneTest {
  const test = testText(criterion as Criterion<string>);
  return ({ files }) => (files.length === 0 ? test(null) : files.some((file) => test(toColumn(file))));
}

function text(criterion: unknown, toColumn: (scene: SimulatedScene) => string | null): SceneTest {
  const test = testText(criterion as Criterion<string>);
  return (scene) => test(toColumn(scene));
}

function order<Value extends string | number>(
  criterion: Criterion<Value>,
  toColumn: (scene: SimulatedScene) => Value,
): SceneTest {
  const test = testOrder(criterion);
  return (scene) => test(toColumn(scene));
}

function testMissing(what: unknown): SceneTest {
  if (what !== 'cover')
    throw new Error(`the Stash simulator cannot tell which scenes miss "${String(what)}"`);
  return (scene) => scene.cover === 'NONE';
}

function testStashId(criterion: unknown): SceneTest {
  const { endpoint, stash_id: stashId, modifier } = criterion as Record<string, string | null | undefined>;
  if (modifier !== 'EQUALS') throw new Error('the Stash simulator compares stash ids by EQUALS only');
  return (scene) => {
    return scene.stashIds.some((id) => id.stashId === stashId && (!endpoint || id.endpoint === endpoint));
  };
}

function allOf(tests: readonly SceneTest[]): SceneTest {
  return (scene) => tests.every((test) => test(scene));
}

function isSent(value: unknown): boolean {
  return value !== null && value !== undefined;
}

function isOperator(name: string): boolean {
  return OPERATORS.some((operator) => operator === name);
}
