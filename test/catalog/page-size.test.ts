import { describe, expect, it } from 'vitest';
import { PageSize } from '../../src/catalog/page-size.ts';

const bounds = { smallest: 50, largest: 1_000, targetMs: 500 };

describe('the size of a page', () => {
  it('grows at most twofold while Stash is quick, up to its bound', () => {
    const size = new PageSize(bounds);
    const seen = [size.rows];
    for (let page = 0; page < 4; page += 1) {
      size.record(1);
      seen.push(size.rows);
    }
    expect(seen).toEqual([200, 400, 800, 1_000, 1_000]);
  });

  it('shrinks while Stash is slow, down to its bound', () => {
    const size = new PageSize(bounds);
    for (let page = 0; page < 6; page += 1) size.record(60_000);
    expect(size.rows).toBe(50);
  });

  it('comes to rest where a page takes its target', () => {
    const size = new PageSize(bounds);
    for (let page = 0; page < 8; page += 1) size.record(size.rows * 2);
    expect(size.rows).toBe(250);
  });

  it('survives a clock that went backwards', () => {
    const size = new PageSize(bounds);
    size.record(-5_000);
    expect(size.rows).toBe(400);
  });
});
