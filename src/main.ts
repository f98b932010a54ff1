#!/usr/bin/env node

import { keepHeapSmall } from './lib/keep-heap-small.ts';

/** The database is Node's own, which older releases lack. */
const OLDEST_NODE = 24;
const CONFIGURATION = 78;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  process.stderr.write(
    `expected Node ${OLDEST_NODE} or newer, but got: ${process.versions.node}; start with "npm run cli --", which brings its own\n`,
  );
  process.exitCode = CONFIGURATION;
} else {
  keepHeapSmall();
  // Imported only now, since an older Node fails over the imports themselves.
  const { runProgram } = await import('./cli/run-program.ts');
  process.exitCode = await runProgram(process.argv.slice(2));
}
