import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openTestStore } from '../support/open-test-store.ts';
import { sampleScenes } from '../support/sample-scene.ts';
import { makeTempFolder } from '../support/temp-folder.ts';

const SCENES = 4_000;
const script = join(import.meta.dirname, 'pull-until-killed.ts');

/** Pulls in a process of its own and kills it after so many requests; true when it came to its end before. */
async function pullUntil(folder: string, requests: number): Promise<boolean> {
  const child = spawn(process.execPath, [script, folder, String(SCENES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let seen = 0;
  child.stdout.on('data', (dots: Buffer) => {
    seen += dots.length;
    if (seen >= requests) child.kill('SIGKILL');
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code === 0;
}

function expectConsistent(folder: string): number {
  const { database, store, close } = openTestStore(folder);
  expect(database.find('PRAGMA quick_check')).toEqual({ quick_check: 'ok' });
  expect(database.list('PRAGMA foreign_key_check')).toEqual([]);
  const count = (table: string) => Number(database.find(`SELECT count(*) AS n FROM ${table}`)?.['n']);
  const scenes = count('scenes');
  for (const table of ['scene_copies', 'scene_files', 'scene_entities', 'scene_search'])
    expect([table, count(table)]).toEqual([table, scenes]);
  const pass = store.findPass();
  if (pass?.phase === 'SCENES') {
    expect(scenes).toBe(pass.seen);
    expect(Number(pass.cursor ?? 0)).toBe(scenes);
  }
  close();
  return scenes;
}

describe('a pull that is killed again and again', () => {
  it('is never left inconsistent, never falls back, and ends with every scene once', async () => {
    const folder = makeTempFolder();
    let known = 0;
    for (const requests of [1, 3, 2, 5, 4]) {
      if (await pullUntil(folder, requests)) break;
      const now = expectConsistent(folder);
      expect(now).toBeGreaterThanOrEqual(known);
      known = now;
    }
    expect(known).toBeGreaterThan(0);
    expect(await pullUntil(folder, Infinity)).toBe(true);
    expect(expectConsistent(folder)).toBe(SCENES);
    const { store, index } = openTestStore(folder);
    expect(index.isComplete()).toBe(true);
    const wrong = sampleScenes(SCENES).filter(
      (scene) => JSON.stringify(store.findCopy(scene.id)) !== JSON.stringify(scene),
    );
    expect(wrong).toEqual([]);
  });
});
