import { join } from 'node:path';
import { packageFolder } from '../../lib/program-version.ts';

/** Where the Stash operations are, from the source and from the built program alike. */
export const operationsFolder = join(packageFolder, 'operations');

/** Where the schema snapshots are: `schema/stash.graphql` and `schema/stash/<version>.graphql`. */
export const schemaFolder = join(packageFolder, 'schema');
