import { Kind, buildSchema, parse, print } from 'graphql';
import { pruneSchema } from '../../stash/schema/prune-schema.ts';

/**
 * Stash's `Scene` and the output types it reaches, as SDL: from the introspected snapshot, cut down to the members
 * that the fragment reads, since nothing else of a scene is ever fetched.
 *
 * @param snapshot SDL of Stash's schema.
 * @param fragment a document that defines `fragment WholeScene on Scene`.
 */
export function toSceneSdl(snapshot: string, fragment: string): string {
  const reading = parse(`query ReadScene { findScene(id: 1) { ...WholeScene } }\n${fragment}`);
  const pruned = parse(pruneSchema(buildSchema(snapshot), [reading]));
  const definitions = pruned.definitions.filter(
    (node) => node.kind !== Kind.OBJECT_TYPE_DEFINITION || node.name.value !== 'Query',
  );
  return print({ kind: Kind.DOCUMENT, definitions });
}
