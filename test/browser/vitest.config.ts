import { defineConfig } from 'vitest/config';

/** Tests that need Chromium, which `npm test` does without. */
export default defineConfig({
  test: {
    root: `${import.meta.dirname}/../..`,
    include: ['test/browser/**/*.browser.ts'],
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    testTimeout: 120_000,
  },
});
