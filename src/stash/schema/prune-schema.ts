import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectFieldNode,
  type TypeNode,
  Kind,
  TypeInfo,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isRequiredArgument,
  isRequiredInputField,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The members of a schema that operations reach, written as GraphQL's schema coordinates without brackets. */
type Reached = Set<string>;

/**
 * Cuts a schema down to what the given operations reach and prints it as SDL: sorted, without descriptions.
 *
 * Fields and arguments that no operation names are left out, so that a later comparison speaks only of what
 * matters to us. Required arguments and input fields are kept, since the operations would fail without them.
 */
export function pruneSchema(schema: GraphQLSchema, operations: readonly DocumentNode[]): string {
  const reached: Reached = new Set();
  for (const operation of operations) collectReached(schema, operation, reached);
  shareInterfaceFields(schema, reached);
  const full = parse(printSchema(lexicographicSortSchema(schema)));
  return print(visit(full, { enter: (node, key) => keep(node, key, reached) }));
}

/** The members that one operation (with its fragments) reaches: `Type`, `Type.field`, `Type.field.argument`, `Enum.VALUE`. */
export function listReachedMembers(schema: GraphQLSchema, operation: DocumentNode): ReadonlySet<string> {
  const reached: Reached = new Set();
  collectReached(schema, operation, reached);
  return reached;
}

function collectReached(schema: GraphQLSchema, operation: DocumentNode, reached: Reached): void {
  const info = new TypeInfo(schema);
  visit(
    operation,
    visitWithTypeInfo(info, {
      Field: () => reachField(info, reached),
      Argument: () => {
        const owner = ownerOfField(info);
        if (owner !== undefined) reached.add(`${owner}.${info.getArgument()?.name ?? ''}`);
        reachInput(info.getInputType(), reached);
      },
      ObjectField: (node) => reachInputField(info, node, reached),
      EnumValue: (node) => {
        const type = info.getInputType();
        if (type) reached.add(`${getNamedType(type).name}.${node.value}`);
      },
      VariableDefinition: (node) => {
        reachInput(schema.getType(namedTypeOf(node.type)), reached);
      },
    }),
  );
}

function reachField(info: TypeInfo, reached: Reached): void {
  const parent = info.getParentType();
  const field = info.getFieldDef();
  if (!parent || !field) return;
  reached.add(parent.name).add(`${parent.name}.${field.name}`).add(getNamedType(field.type).name);
  for (const argument of field.args.filter(isRequiredArgument)) {
    reached.add(`${parent.name}.${field.name}.${argument.name}`);
    reachInput(argument.type, reached);
  }
}

function reachInputField(info: TypeInfo, node: ObjectFieldNode, reached: Reached): void {
  const parent = info.getParentInputType();
  const named = parent ? getNamedType(parent) : undefined;
  if (named) reached.add(`${named.name}.${node.name.value}`);
  reachInput(info.getInputType(), reached);
}

function reachInput(type: unknown, reached: Reached): void {
  if (!type) return;
  const named = getNamedType(type as Parameters<typeof getNamedType>[0]);
  if (!named) return;
  reached.add(named.name);
  if (!isInputObjectType(named)) return;
  for (const field of Object.values(named.getFields()).filter(isRequiredInputField)) {
    reached.add(`${named.name}.${field.name}`);
    reachInput(field.type, reached);
  }
}

/** A type that implements a reached interface must keep the interface's reached fields, or the SDL is invalid. */
function shareInterfaceFields(schema: GraphQLSchema, reached: Reached): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInterfaceType(type) || !reached.has(type.name)) continue;
    const fields = Object.keys(type.getFields()).filter((name) => reached.has(`${type.name}.${name}`));
    for (const object of schema.getPossibleTypes(type)) {
      reached.add(object.name);
      for (const name of fields) shareField(reached, `${type.name}.${name}`, `${object.name}.${name}`);
    }
  }
}

function shareField(reached: Reached, from: string, to: string): void {
  for (const name of [...reached]) {
    if (name === from || name.startsWith(`${from}.`)) reached.add(to + name.slice(from.length));
  }
}

/** Decides on one node of the printed schema: `undefined` keeps it, `null` drops it, a node replaces it. */
function keep(node: ASTNode, key: string | number | undefined, reached: Reached): ASTNode | null | undefined {
  switch (node.kind) {
    case Kind.STRING:
      return key === 'description' ? null : undefined;
    case Kind.DIRECTIVE_DEFINITION:
    case Kind.DIRECTIVE:
      return null;
    case Kind.SCHEMA_DEFINITION:
      return null;
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION: {
      if (!reached.has(node.name.value)) return null;
      const interfaces = (node.interfaces ?? []).filter((name) => reached.has(name.name.value));
      const fields = (node.fields ?? []).filter((field) => reached.has(`${node.name.value}.${field.name.value}`));
      return {
        ...node,
        interfaces,
        fields: fields.map((field) => ({
          ...field,
          arguments: (field.arguments ?? []).filter((argument) =>
            reached.has(`${node.name.value}.${field.name.value}.${argument.name.value}`),
          ),
        })),
      };
    }
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      if (!reached.has(node.name.value)) return null;
      return {
        ...node,
        fields: (node.fields ?? []).filter((field) => reached.has(`${node.name.value}.${field.name.value}`)),
      };
    case Kind.SCALAR_TYPE_DEFINITION:
    case Kind.ENUM_TYPE_DEFINITION:
    case Kind.UNION_TYPE_DEFINITION:
      return reached.has(node.name.value) ? undefined : null;
    default:
      return undefined;
  }
}

function ownerOfField(info: TypeInfo): string | undefined {
  const parent = info.getParentType();
  const field = info.getFieldDef();
  return parent && field ? `${parent.name}.${field.name}` : undefined;
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}
