import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toTable } from '../../src/cli/table.ts';
import { createRandom } from '../../simulators/library/random.ts';
import { compareWithUndisturbed } from './compare-with-undisturbed.ts';
import { createKillWorld, type KillWorld } from './kill-world.ts';
import { describeKill, listBreaches, toRows } from './kill-report.ts';
import { KillRun } from './kill-run.ts';
import type { KillsResult } from './kill-tally.ts';

const RESULTS = join(import.meta.dirname, 'results.json');

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    scenes: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    // Needs the right to raise priorities; for machines that do other work meanwhile.
    preferred: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

let world: KillWorld | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    world?.end();
    process.exit(1);
  });
}

function toCount(name: string, text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new RangeError(`expected --${name} to be a whole number from 1, but got: ${text}`);
}

const [kills, scenes, seed] = [
  toCount('kills', values.kills),
  toCount('scenes', values.scenes),
  toCount('seed', values.seed),
];
async function killOften(killed: KillWorld): Promise<KillsResult> {
  say('sweeping once, undisturbed');
  const run = await KillRun.begin(killed, createRandom(seed));
  for (let number = 1; number <= kills; number += 1) say(`${number}: ${describeKill(await run.killOnce())}`);
  say('pulling and sweeping once more, undisturbed, here and with a service that was never killed');
  return run.end(() => compareWithUndisturbed(killed));
}

try {
  world = await createKillWorld({ scenes, isPreferred: values.preferred, say });
  const result = await killOften(world);
  const breaches = listBreaches(result);
  process.stdout.write(`\n${toTable(['what', 'measured', 'target'], toRows(result))}\n`);
  for (const breach of breaches.slice(0, 50)) process.stdout.write(`BROKEN: ${breach}\n`);
  process.stdout.write(breaches.length === 0 ? 'Nothing was lost.\n' : `${breaches.length} breaches.\n`);
  const written = {
    at: new Date().toISOString(),
    scenes,
    seed,
    preferred: values.preferred,
    breaches,
    ...result,
  };
  await writeFile(RESULTS, `${JSON.stringify(written, undefined, 2)}\n`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
} catch (error) {
  if (world) say(await world.service.describe());
  throw error;
} finally {
  world?.end();
}
