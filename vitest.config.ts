import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    // Real servers, real databases and child processes on two cores: generous, and never what a test asserts.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
