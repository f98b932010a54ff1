import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GAP_KINDS, GAP_REASONS } from '../../src/gaps/gap.ts';

const page = readFileSync(new URL('../../docs/gaps.md', import.meta.url), 'utf8');

describe('docs/gaps.md', () => {
  it.each(GAP_KINDS)('has a heading for %s', (kind) => {
    expect(page).toContain(`\n## ${kind}\n`);
  });

  it.each(GAP_REASONS)('says what %s means', (reason) => {
    expect(page).toContain(`| \`${reason}\` |`);
  });
});
