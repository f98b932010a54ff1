import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** Tests that need Chromium, which `npm test` does without. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/browser/**/*.browser.ts'], testTimeout: 120_000 },
});
