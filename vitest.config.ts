import { defineConfig } from 'vitest/config';
import { LongFirst } from './test/support/long-first.ts';

/**
 * Folders whose tests leave nothing behind in their process: a worker loads what they test once, not once a file. All
 * others have a process for each file.
 */
const SHARING_A_PROCESS = [
  'api',
  'catalog',
  'config',
  'contract',
  'docs',
  'doctor',
  'gaps',
  'http',
  'matching',
  'metadata',
  'paths',
  'pms',
  'provider',
  'scheduler',
  'store',
  'structure',
].map((folder) => `test/${folder}/**/*.test.ts`);

export default defineConfig({
  // Packages load graphql's CommonJS build; without this our own code would load the other one, and graphql refuses
  // schemas that crossed from one to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    // All cores: by default one is left idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    // Real servers, real databases and child processes on two cores: generous, and never what a test asserts.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: SHARING_A_PROCESS },
      },
      { extends: true, test: { name: 'sharing', include: SHARING_A_PROCESS, isolate: false } },
    ],
  },
});
