import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** Tests that need Chromium, which `npm test` does without. */
export default defineConfig({
  ...(base.resolve && { resolve: base.resolve }),
  test: {
    include: ['test/browser/**/*.browser.ts'],
    reporters: ['default', './test/support/closing-line-reporter.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
