import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/architecture.md', root), 'utf8');
const named = [...new Set(page.match(/src\/[\w/-]+\.ts/g))];

describe('docs/architecture.md', () => {
  it('walks through more than a dozen files', () => {
    expect(named.length).toBeGreaterThan(12);
  });

  it.each(named)('names %s, which is there', (file) => {
    expect(existsSync(new URL(file, root))).toBe(true);
  });
});
