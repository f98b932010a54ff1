import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GapWorld, toRule } from '../support/gap-world.ts';

const CHILD = join(import.meta.dirname, '..', 'support', 'sweep-child.ts');
/** Twenty moments spread at random over the first sweeps of the child, the same in every run. */
const TWENTY_MOMENTS = Array.from({ length: 20 }, (_, n) => 5 + ((n * 7_919 + 104_729) % 277));

const RULES = [toRule('/media', '/nas')];

/** Starts a process that sweeps, and kills it `ms` milliseconds after it began to. */
async function killSweeping(folder: string, ms: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  await once(child.stdout, 'data');
  await delay(ms);
  child.kill('SIGKILL');
  expect(await exited).toEqual([null, 'SIGKILL']);
}

describe('a process killed in the middle of a sweep', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gaps-kill-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(TWENTY_MOMENTS)(
    'leaves consistent gaps, keeps suppressions and tells the sweep as interrupted (after %i ms)',
    async (ms) => {
      await killSweeping(folder, ms);
      await using world = new GapWorld({ folder, rules: RULES });
      const { database } = world.opened;
      expect(database.find('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
      expect(database.find(`SELECT count(*) AS running FROM sweeps WHERE state = 'RUNNING'`)).toEqual({
        running: 0,
      });
      const newest = world.gaps.listSweeps({ first: 1 }).entries[0]?.node.status.state;
      expect(['INCOMPLETE', 'COMPLETE']).toContain(newest);
      const gaps = await world.listAll();
      expect(new Set(gaps.map(({ kind, subject }) => `${kind} ${subject}`)).size).toBe(gaps.length);
      expect([0, 1_500]).toContain(gaps.length);
      const open = world.gaps.countGaps({ states: ['OPEN', 'SUPPRESSED'] }).total;
      expect([0, 1_000, 1_500]).toContain(open);
      expect(world.gaps.countGaps({ states: ['SUPPRESSED'] }).total).toBe(suppressed.size);
      suppressOne(world);
    },
  );

  const suppressed = new Set<string>();

  /** One of the gaps that every sweep of the child finds. */
  function suppressOne(world: GapWorld): void {
    const subject = `/media/${suppressed.size}.mp4`;
    const [first] = world.gaps.listGaps({ filter: { pathContains: subject }, first: 1 }).entries;
    if (first === undefined) return;
    expect(world.gaps.suppress(first.node.id, { reason: 'kept' }).kind).toBe('CHANGED');
    suppressed.add(first.node.id);
  }
});
