import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_KINDS, PROBLEM_SECTIONS } from '../../src/doctor/problem-catalog.ts';
import { renderProblemPage } from '../../src/doctor/render-problem-page.ts';
import type { UnknownReason } from '../../src/model/unknown-cause.ts';

const PAGE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'problems.md'), 'utf8');

describe('docs/problems.md', () => {
  it('is what the program renders from its own texts', () => {
    expect(PAGE).toBe(renderProblemPage());
  });

  it('has one heading for each problem id', () => {
    const headings = [...PAGE.matchAll(/^### (.+)$/gm)].map(([, id]) => id);
    expect(headings).toEqual(Object.keys(PROBLEM_KINDS));
  });
});

describe('the catalog of problems', () => {
  it('gives no id twice', () => {
    const ids = PROBLEM_SECTIONS.flatMap(([, kinds]) => Object.keys(kinds));
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(Object.entries(PROBLEM_KINDS))('says %s in whole sentences', (id, kind) => {
    expect(id).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
    for (const text of [kind.title, kind.meaning, kind.nextStep]) expect(text).toMatch(/^[A-Z].{15,}\.$/su);
  });

  it('knows every reason for which Stash can be unknown', () => {
    const reasons: readonly Exclude<UnknownReason, 'BUDGET_SPENT' | 'STOPPING'>[] = [
      'STASH_UNREACHABLE',
      'STASH_UNAUTHORIZED',
      'STASH_TRIPWIRE',
      'STASH_NOT_SET_UP',
      'STASH_NEEDS_MIGRATION',
      'STASH_TOO_OLD',
      'STASH_TOO_SLOW',
      'STASH_REJECTED',
      'STASH_FAILED',
      'STASH_GARBAGE',
      'BREAKER_OPEN',
    ];
    expect(Object.keys(PROBLEM_KINDS)).toEqual(expect.arrayContaining([...reasons]));
  });
});
