import { type DocumentNode, type ValueNode, Kind, visit } from 'graphql';

/** What was asked, as it came in. */
export interface GraphqlOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What a request log wants to know of an operation. */
export interface OperationSummary {
  readonly operationName: string | undefined;
  /** Root fields, aliases counted one by one. */
  readonly rootFields: number;
  /** Whether answering takes a real Stash a scan over the paths of its whole library. */
  readonly isPathScan: boolean;
}

const FILTER_ARGUMENTS = new Set(['scene_filter', 'file_filter']);
const SCANNED_KEYS = new Set(['path', 'basename', 'dir']);

/** Looks at an operation without running it, so that refused and failing requests are counted as well. */
export function summarise(document: DocumentNode | undefined, operation: GraphqlOperation): OperationSummary {
  let { operationName } = operation;
  let rootFields = 0;
  let isPathScan = false;
  visit(document ?? { kind: Kind.DOCUMENT, definitions: [] }, {
    OperationDefinition: (node) => {
      operationName ??= node.name?.value;
      rootFields += node.selectionSet.selections.length;
    },
    Field: (node) => {
      isPathScan ||= node.name.value === 'findScenesByPathRegex';
    },
    Argument: (node) => {
      isPathScan ||= FILTER_ARGUMENTS.has(node.name.value) && scansPaths(node.value, operation.variables);
    },
  });
  return { operationName, rootFields, isPathScan };
}

function scansPaths(node: ValueNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (node.kind === Kind.VARIABLE) return holdsScannedKey(variables[node.name.value]);
  if (node.kind === Kind.LIST) return node.values.some((value) => scansPaths(value, variables));
  if (node.kind !== Kind.OBJECT) return false;
  return node.fields.some(
    (field) => SCANNED_KEYS.has(field.name.value) || scansPaths(field.value, variables),
  );
}

function holdsScannedKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => SCANNED_KEYS.has(key) || holdsScannedKey(inner));
}
