import { fileURLToPath } from 'node:url';

/** Folders beside `src` and `dist`, found from here: both hold this file at the same depth. */
const packageRoot = new URL('../../../', import.meta.url);

/** Where the Stash operations are: `operations/`. */
export const operationsFolder = fileURLToPath(new URL('operations/', packageRoot));

/** Where the schema snapshots are: `schema/stash.graphql` and `schema/stash/<version>.graphql`. */
export const schemaFolder = fileURLToPath(new URL('schema/', packageRoot));
