import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
} from 'graphql';
import { findPageSize } from './find-page-size.ts';
import { listFragments } from './list-fragments.ts';

/** What a field costs by itself, where that is more than looking it up: these may ask Stash or try every rule. */
const WEIGHTS: Readonly<Partial<Record<string, number>>> = {
  'Query.explainMatch': 5_000,
  'Query.mapPath': 100,
};
/** Entries of a list that is no page, such as the performers of a scene. */
const USUAL_ENTRIES = 10;
const PAGE_MEMBERS: ReadonlySet<string> = new Set(['edges', 'nodes']);

/**
 * About how many values the costliest operation of a document asks for, by the sizes of its pages. A page size in a
 * variable counts as the largest there is.
 */
export function measureCost(schema: GraphQLSchema, document: DocumentNode): number {
  const fragments = listFragments(document);
  const known = new Map<string, number>();

  function measure(
    set: SelectionSetNode | undefined,
    type: GraphQLNamedType | undefined,
    page: number,
  ): number {
    let cost = 0;
    for (const node of set?.selections ?? []) {
      if (node.kind === Kind.FRAGMENT_SPREAD) cost += measureFragment(node.name.value, page);
      else if (node.kind === Kind.FIELD) cost += measureField(node, type, page);
      else cost += measure(node.selectionSet, findType(schema, node.typeCondition?.name.value) ?? type, page);
    }
    return cost;
  }

  function measureField(node: FieldNode, parent: GraphQLNamedType | undefined, page: number): number {
    const name = node.name.value;
    const field = isObjectType(parent) ? parent.getFields()[name] : undefined;
    if (field === undefined) return 1;
    const own = WEIGHTS[`${parent?.name ?? ''}.${name}`] ?? 1;
    const times = PAGE_MEMBERS.has(name) ? page : isListType(getNullableType(field.type)) ? USUAL_ENTRIES : 1;
    const usual: unknown = field.args.find((argument) => argument.name === 'first')?.defaultValue;
    const size = PAGE_MEMBERS.has(name) ? 1 : findPageSize(node, usual);
    return own + times * measure(node.selectionSet, getNamedType(field.type), size);
  }

  function measureFragment(name: string, page: number): number {
    const key = `${name} ${page}`;
    const cost = known.get(key);
    if (cost !== undefined) return cost;
    known.set(key, 0);
    const fragment = fragments.get(name);
    const type = findType(schema, fragment?.typeCondition.name.value);
    const measured = measure(fragment?.selectionSet, type, page);
    known.set(key, measured);
    return measured;
  }

  const costs = document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => measure(node.selectionSet, schema.getRootType(node.operation) ?? undefined, 1));
  return Math.max(0, ...costs);
}

function findType(schema: GraphQLSchema, name: string | undefined): GraphQLNamedType | undefined {
  return name === undefined ? undefined : schema.getType(name);
}
