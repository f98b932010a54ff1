import {
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
  Kind,
  OperationTypeNode,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
} from 'graphql';
import { type RecordedExchange, findQuery } from './recorded-exchange.ts';

export type Harvested = Readonly<Record<string, unknown>>;

/** Per type and id all field values that any recorded answer shows. */
export class Harvest {
  readonly #schema: GraphQLSchema;
  readonly #objects = new Map<string, Map<number, Record<string, unknown>>>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** The objects of a type in ascending order of ids. */
  list(type: string): (Harvested & { readonly id: number })[] {
    const known = [...(this.#objects.get(type) ?? [])];
    return known.map(([id, fields]) => ({ ...fields, id })).sort((a, b) => a.id - b.id);
  }

  /** Notes that there is an object of this id, also when no answer shows it. */
  note(type: string, id: number): void {
    this.#slot(type, id);
  }

  /** Collects from a GraphQL exchange that was answered with data; anything else has nothing to give. */
  collect(exchange: RecordedExchange): void {
    const operation = findQuery(exchange);
    const data = (exchange.response.body as { data?: unknown } | null)?.data;
    const root = this.#schema.getRootType(OperationTypeNode.QUERY);
    if (!operation || !isRecord(data) || !root) return;
    for (const definition of parse(operation.query).definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) this.#walk(definition.selectionSet, root, data);
    }
  }

  #walk(selectionSet: SelectionSetNode, declared: GraphQLNamedType, value: Harvested): void {
    const type = this.#concrete(declared, value);
    const own = type && 'id' in value ? this.#slot(type.name, Number(value['id'])) : {};
    for (const selection of selectionSet.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) this.#walk(selection.selectionSet, declared, value);
      else if (selection.kind === Kind.FIELD) this.#take(selection, type, value, own);
    }
  }

  #take(
    field: FieldNode,
    type: GraphQLNamedType | undefined,
    value: Harvested,
    own: Record<string, unknown>,
  ): void {
    const found = value[field.alias?.value ?? field.name.value];
    if (found === undefined) return;
    if (!field.alias) own[field.name.value] = fuller(own[field.name.value], found);
    const inner = isObjectType(type) ? type.getFields()[field.name.value] : undefined;
    const innerType = inner && getNamedType(inner.type);
    if (!field.selectionSet || !isCompositeType(innerType)) return;
    for (const item of Array.isArray(found) ? found : [found]) {
      if (isRecord(item)) this.#walk(field.selectionSet, innerType, item);
    }
  }

  /** All recorded files are videos. */
  #concrete(declared: GraphQLNamedType, value: Harvested): GraphQLNamedType | undefined {
    if (!isInterfaceType(declared)) return declared;
    const name = typeof value['__typename'] === 'string' ? value['__typename'] : 'VideoFile';
    return this.#schema.getType(name);
  }

  #slot(type: string, id: number): Record<string, unknown> {
    const ofType = this.#objects.get(type) ?? new Map<number, Record<string, unknown>>();
    this.#objects.set(type, ofType);
    const slot = ofType.get(id) ?? {};
    ofType.set(id, slot);
    return slot;
  }
}

/** Some answers show only the paths of files, others all of them: what shows most is kept. */
function fuller(known: unknown, found: unknown): unknown {
  return known !== undefined && JSON.stringify(known).length > JSON.stringify(found).length ? known : found;
}

function isRecord(value: unknown): value is Harvested {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
