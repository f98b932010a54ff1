import { describe, expect, it } from 'vitest';
import { findFreePort } from '../../simulators/demo/find-free-port.ts';
import { createAdminClient } from '../../src/cli/admin-client.ts';
import { openDatabase } from '../../src/store/open-database.ts';
import { type ServingProgram, serveProgram } from '../support/program.ts';
import { moviesOf, talkTo } from '../support/provider-talk.ts';
import { SCAN_SETTINGS, filesOfStash, startScanWorld } from '../support/scan-world.ts';
import { until } from '../support/until.ts';

const MISSING = 'Nobody/Has This File.mp4';

function adminOf({ admin }: ServingProgram) {
  return createAdminClient({ host: '127.0.0.1', port: Number(new URL(admin).port), token: undefined });
}

/** When each scene was served, as a kill would leave it. */
function listServed(folder: string): readonly string[] {
  const { database, close } = openDatabase({ folder, readOnly: true });
  const rows = database.list('SELECT scene_id, served_at FROM served_scenes ORDER BY scene_id');
  close();
  return rows.map((row) => `${Number(row['scene_id'])} at ${Number(row['served_at'])}`);
}

describe('a service that is killed while it is asked', () => {
  it('has the suppression, the ledger, the signing key and the whole catalog when it comes back', async () => {
    await using world = await startScanWorld({ scenes: 40 });
    const { stash, service } = world;
    await service.stop();
    const PORT = String(await findFreePort());
    const settings = { ...SCAN_SETTINGS, STASH_URL: stash.url, DATA_DIR: service.dataDir, PORT };
    const [first, ...others] = filesOfStash(world);

    const killed = await serveProgram({ settings });
    using talk = talkTo(killed.provider);
    expect(moviesOf(await talk.match({ filename: MISSING }))).toEqual([]);
    const [gap] = (
      await adminOf(killed).ask<{ gaps: { nodes: { id: string }[] } }>('{ gaps { nodes { id } } }')
    ).gaps.nodes;
    await adminOf(killed).ask(`mutation { suppressGap(id: ${gap?.id ?? 0}, reason: "kept") { id } }`);
    const described = await talk.get(`/library/metadata/${first?.sceneId}`);
    const poster = String(moviesOf(described)[0]?.['thumb']);
    await until(() => listServed(service.dataDir).length === 1);
    const served = listServed(service.dataDir);
    const cut = others.map(({ path }) => talk.match({ filename: path }).catch(() => 'cut'));
    killed.kill('SIGKILL');
    await Promise.all(cut);
    expect(await killed.ended()).toBe('SIGKILL');

    await using again = await serveProgram({ settings });
    expect(again.output()).not.toContain('damaged');
    expect(listServed(service.dataDir)).toEqual(expect.arrayContaining([...served]));
    expect((await fetch(poster)).status).toBe(200);
    expect(
      await adminOf(again).ask(
        `{ catalog { state scenes } gap(id: ${gap?.id ?? 0}) { state suppression { reason } } }`,
      ),
    ).toEqual({
      catalog: { state: 'COMPLETE', scenes: 40 },
      gap: { state: 'SUPPRESSED', suppression: { reason: 'kept' } },
    });
    using talkAgain = talkTo(again.provider);
    for (const { path, sceneId } of filesOfStash(world))
      expect(moviesOf(await talkAgain.match({ filename: path }))).toMatchObject([{ ratingKey: sceneId }]);
  });
});
