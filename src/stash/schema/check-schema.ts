import { type Change, ChangeType, CriticalityLevel } from '@graphql-inspector/core';
import { buildSchema, getNamedType, type GraphQLSchema, isObjectType, validate } from 'graphql';
import { diffSdl } from './diff-sdl.ts';
import { loadOperations, type StashOperation } from './load-operations.ts';
import { splitByOffer } from './offered-operations.ts';
import { schemaFolder as packageSchemaFolder } from './package-folders.ts';
import { listReachedMembers, pruneSchema } from './prune-schema.ts';
import { loadSchema, type SchemaSource } from './schema-source.ts';
import { getSnapshot } from './snapshots.ts';
import { toVersionKey, type VersionKey } from './version-key.ts';

export interface CheckSchemaOptions extends SchemaSource {
  readonly schemaFolder?: string;
  readonly operationsFolder?: string;
}

/** One thing that breaks one operation. */
interface SchemaFinding {
  /** E.g. `Scene`; absent where the operation is refused for another reason than one member. */
  readonly type?: string;
  /** The field, argument or enum value of that type, e.g. `title`; absent when the type itself is concerned. */
  readonly field?: string;
  readonly operation: string;
  readonly file: string;
  /** What differs, one sentence. */
  readonly what: string;
}

export interface SchemaCheck {
  /** What the checked Stash or file calls itself. */
  readonly version?: string;
  /** The snapshot it was compared with: that of its version, else the newest. */
  readonly snapshot: VersionKey;
  /** Operations that were validated. */
  readonly operations: number;
  /** Optional operations that this Stash does not offer; the client does without them. */
  readonly spared: readonly string[];
  readonly findings: readonly SchemaFinding[];
  /** Differences within what we use that break nothing. */
  readonly harmless: number;
}

/**
 * Compares a Stash (or a file) with the snapshot of its version and validates every operation against it. Both sides are
 * pruned to what the operations reach, so nothing is said about the rest of the schema. Throws as `loadSchema`.
 */
export async function checkSchema(options: CheckSchemaOptions): Promise<SchemaCheck> {
  const { schema, version } = await loadSchema(options);
  const key = version === undefined ? undefined : toVersionKey(version);
  const snapshot = await getSnapshot(options.schemaFolder ?? packageSchemaFolder, key);
  const known = buildSchema(snapshot.sdl);
  // Of a version on record, all that it offered then is expected; of any other, optional operations stay optional.
  const offers = snapshot.key === key ? [known] : [known, schema];
  const { asked, spared } = splitByOffer(offers, loadOperations(options.operationsFolder));
  const changes = await listChanges(known, schema, asked);
  const breaking = changes.filter((change) => isBreaking(change, known, asked));
  return {
    ...(version === undefined ? {} : { version }),
    snapshot: snapshot.key,
    operations: asked.length,
    spared: spared.map(({ name }) => name),
    findings: asked.flatMap((operation) => listFindings(operation, breaking, known, schema)),
    harmless: changes.length - breaking.length,
  };
}

async function listChanges(
  known: GraphQLSchema,
  found: GraphQLSchema,
  operations: readonly StashOperation[],
): Promise<readonly Change[]> {
  const documents = operations.map(({ document }) => document);
  const changes = await diffSdl(pruneSchema(known, documents), pruneSchema(found, documents));
  // Which interfaces a type implements shows through the fields, which are compared by themselves.
  return changes.filter(({ type }) => !String(type).startsWith('OBJECT_TYPE_INTERFACE'));
}

/** The tool's own judgement, for members that we use. */
function isBreaking(change: Change, known: GraphQLSchema, operations: readonly StashOperation[]): boolean {
  if (change.criticality.level !== CriticalityLevel.Breaking) return false;
  return operations.some((operation) => concerns(change, operation, known));
}

/**
 * Whether an operation depends on the member that changed. A new argument or input field concerns the users of its
 * owner; a value of an enum concerns those who send that value and those who may receive the enum.
 */
function concerns({ type, path = '' }: Change, operation: StashOperation, known: GraphQLSchema): boolean {
  const members = listReachedMembers(known, operation.document);
  const owner = path.slice(0, path.lastIndexOf('.'));
  if (type === ChangeType.FieldArgumentAdded || type === ChangeType.InputFieldAdded) return members.has(owner);
  if (type === ChangeType.EnumValueRemoved && isReceived(known, owner)) return members.has(owner);
  return members.has(path);
}

function isReceived(schema: GraphQLSchema, enumName: string): boolean {
  const outputs = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  const fields = outputs.flatMap((type) => Object.values(type.getFields()));
  return fields.some((field) => getNamedType(field.type).name === enumName);
}

function listFindings(
  operation: StashOperation,
  breaking: readonly Change[],
  known: GraphQLSchema,
  found: GraphQLSchema,
): readonly SchemaFinding[] {
  const { name, file } = operation;
  const own = breaking.filter((change) => concerns(change, operation, known));
  if (own.length > 0) {
    return own.map(({ path = '', message }) => ({ ...toMember(path), operation: name, file, what: message }));
  }
  return validate(found, operation.document).map(({ message }) => ({ operation: name, file, what: message }));
}

function toMember(path: string): Pick<SchemaFinding, 'type' | 'field'> {
  const [type = '', ...rest] = path.split('.');
  return rest.length === 0 ? { type } : { type, field: rest.join('.') };
}
