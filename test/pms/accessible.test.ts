import { describe, expect, it } from 'vitest';
import { generateItems } from '../../simulators/plex/server/item-source.ts';
import { startPmsSimulator } from '../../simulators/plex/start-pms-simulator.ts';
import { createPmsAdapter, noAbort, PMS_TOKEN } from '../support/pms-world.ts';
import { startScriptedStash } from '../support/scripted-stash.ts';

function start(unreachable = false) {
  const items = generateItems(50, 1000, (index, ratingKey) => ({
    ratingKey,
    guid: `local://${ratingKey}`,
    title: 'x',
    ...(index === 5 ? {} : { Media: [{ id: '1', Part: [{ id: '1', file: `/m/${index}.mp4` }] }] }),
  }));
  return startPmsSimulator({
    token: PMS_TOKEN,
    libraries: [{ title: 'A', locations: ['/m'], items, unreachable }],
  });
}

function keys(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => String(1000 + index));
}

function count(url: string, ratingKeys: readonly string[]): Promise<number> {
  return createPmsAdapter(url).library.countAccessible(ratingKeys, noAbort());
}

/** A PMS whose items have the given parts, and says only as much when asked for several at once. */
async function countParts(parts: Readonly<Record<string, unknown>>, together = parts): Promise<number> {
  await using pms = await startScriptedStash(({ path }) => {
    const ids = /metadata\/([^?]*)/.exec(path)?.[1]?.split(',') ?? [];
    const shown = ids.length > 1 ? together : parts;
    const Metadata = ids.map((ratingKey) => ({ ratingKey, Media: { Part: shown[ratingKey] } }));
    return { body: { MediaContainer: { Metadata } } };
  });
  return await count(pms.url, Object.keys(parts));
}

describe('the items whose files PMS can open', () => {
  it('are counted, those without files left out', async () => {
    await using pms = await start();
    expect(await count(pms.url, keys(10))).toBe(9);
    expect(pms.calls).toHaveLength(1);
    expect(pms.calls[0]?.path).toMatch(/^\/library\/metadata\/1000,1001,.*\?checkFiles=1&skipRefresh=1$/);
  });

  it('are asked for in small portions, each once', async () => {
    await using pms = await start();
    expect(await count(pms.url, [...keys(50), ...keys(50)])).toBe(49);
    expect(pms.calls).toHaveLength(3);
  });

  it('are none when the mount is away', async () => {
    await using pms = await start(true);
    expect(await count(pms.url, keys(10))).toBe(0);
  });

  it('are none among items that are gone, and none of none', async () => {
    await using pms = await start();
    expect(await count(pms.url, ['7', '8'])).toBe(0);
    expect(await count(pms.url, ['7', '1000'])).toBe(1);
    expect(await count(pms.url, [])).toBe(0);
  });

  it('are those with at least one file that exists and opens, however the flags are written', async () => {
    const parts = {
      1: [{ exists: false }, { exists: true, accessible: true }],
      2: { exists: 1, accessible: 1 },
      3: { exists: '1', accessible: '0' },
      4: { exists: false, accessible: true },
      5: [{ exists: '0' }],
    };
    expect(await countParts(parts)).toBe(2);
  });

  it('are asked for one by one where PMS does not look at several at once', async () => {
    const open = { exists: true, accessible: true };
    expect(await countParts({ 1: open, 2: open }, { 1: {}, 2: {} })).toBe(2);
  });

  it('are not known when PMS does not say', async () => {
    await expect(countParts({ 1: {}, 2: {} })).rejects.toMatchObject({
      incomplete: { reason: 'PLEX_FAILED' },
    });
  });

  it('cannot reach another route by their keys', async () => {
    await using pms = await start();
    await count(pms.url, ['../../identity?x=1']);
    expect(pms.calls[0]?.path).toMatch(/^\/library\/metadata\/\.\.%2F\.\.%2Fidentity%3Fx%3D1\?/);
  });
});
