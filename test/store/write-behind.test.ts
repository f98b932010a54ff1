import { describe, expect, it } from 'vitest';
import { WriteBehind } from '../../src/store/write-behind.ts';
import { SettableClock } from '../support/settable-clock.ts';

function makeWriteBehind() {
  const clock = new SettableClock();
  const batches: number[][] = [];
  const failures: unknown[] = [];
  let isBroken = false;
  const write = (items: readonly number[]) => {
    if (isBroken) throw new RangeError('disk full');
    batches.push([...items]);
  };
  const onFailure = (error: unknown) => void failures.push(error);
  const behind = new WriteBehind<number>({ clock, write, mostItems: 3, mostDelayMs: 50, onFailure });
  return { clock, batches, failures, behind, setBroken: (broken: boolean) => (isBroken = broken) };
}

describe('writing behind', () => {
  it('writes when the batch is full', () => {
    const { behind, batches } = makeWriteBehind();
    for (const item of [1, 2, 3, 4]) behind.add(item);
    expect(batches).toEqual([[1, 2, 3]]);
    expect(behind.pending).toEqual([4]);
  });

  it('writes when the first item is old enough', async () => {
    const { behind, batches, clock } = makeWriteBehind();
    behind.add(1);
    await clock.advance(49);
    behind.add(2);
    expect(batches).toEqual([]);
    await clock.advance(1);
    expect(batches).toEqual([[1, 2]]);
    behind.add(3);
    await clock.advance(50);
    expect(batches).toEqual([[1, 2], [3]]);
  });

  it('writes everything on closing', () => {
    const { behind, batches } = makeWriteBehind();
    behind.add(1);
    behind.close();
    expect(batches).toEqual([[1]]);
  });

  it('keeps what could not be written and tries again', async () => {
    const { behind, batches, clock, failures, setBroken } = makeWriteBehind();
    setBroken(true);
    behind.add(1);
    await clock.advance(50);
    await clock.advance(50);
    expect(failures).toHaveLength(2);
    setBroken(false);
    await clock.advance(50);
    expect(batches).toEqual([[1]]);
  });

  it('gives up the oldest when writing fails for long, so that memory is bounded', () => {
    const { behind, setBroken, batches } = makeWriteBehind();
    setBroken(true);
    for (let item = 0; item < 500; item += 1) {
      behind.add(item);
      behind.flush();
    }
    expect(behind.pending).toHaveLength(60);
    setBroken(false);
    behind.flush();
    expect(batches.flat().at(-1)).toBe(499);
  });
});
