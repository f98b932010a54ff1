import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Packages load graphql's CommonJS build; without this our own code would load the other one, and graphql refuses
  // schemas that crossed from one to the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    // All cores: by default one is left idle, which on two cores is half of the machine.
    maxWorkers: '100%',
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    // Real servers, real databases and child processes on two cores: generous, and never what a test asserts.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
