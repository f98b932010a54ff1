import { describe, expect, it } from 'vitest';
import type { MatchExplanation } from '../../src/matching/explanation.ts';
import type { MatchOutcome } from '../../src/matching/outcome.ts';
import { toSceneId } from '../../src/model/ids.ts';
import { checkRoundTrip } from '../../src/paths/round-trip.ts';
import { asStashPath } from '../../src/model/file-paths.ts';
import { startApiWorld } from '../support/api-world.ts';
import { toRule } from '../support/gap-world.ts';

const MISSED: MatchOutcome = { kind: 'MISSED', reason: 'NOT_IN_STASH' };

function explanation(at: number, fileName: string, outcome: MatchOutcome = MISSED): MatchExplanation {
  return { at, fileName, manual: false, outcome, steps: [], tookMs: 1 };
}

describe('the query recentMatches', () => {
  it('goes through all pages newest first, by when Plex asked, while newer ones come', async () => {
    await using api = await startApiWorld();
    for (const [at, name] of [
      [1, 'a'],
      [3, 'c'],
      [2, 'b'],
      [3, 'd'],
    ] as const)
      api.recent.record(explanation(at, name));
    const page = async (after: string) =>
      (
        await api.ask(
          `{ recentMatches(first: 2${after}) { totalCount nodes { explanation { fileName } } pageInfo { hasNextPage endCursor } } }`,
        )
      ).data as {
        recentMatches: {
          nodes: { explanation: { fileName: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
    const first = (await page('')).recentMatches;
    api.recent.record(explanation(4, 'e'));
    const second = (await page(`, after: "${first.pageInfo.endCursor}"`)).recentMatches;
    const names = [...first.nodes, ...second.nodes].map((node) => node.explanation.fileName);
    expect(names).toEqual(['d', 'c', 'b', 'a']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('filters by file name and outcome', async () => {
    await using api = await startApiWorld();
    const matched: MatchOutcome = { kind: 'MATCHED', sceneId: toSceneId('5'), strategy: 'PATH' };
    api.recent.record(explanation(1, 'Some File.mp4', matched));
    api.recent.record(explanation(2, 'some file 2.mp4'));
    const query =
      '{ recentMatches(contains: "SOME", outcome: MATCHED) { totalCount nodes { sceneId scene { title } explanation { strategy reason } } } }';
    expect((await api.ask(query)).data).toEqual({
      recentMatches: {
        totalCount: 1,
        nodes: [
          { sceneId: '5', scene: { title: 'Scene 5' }, explanation: { strategy: 'PATH', reason: null } },
        ],
      },
    });
  });
});

describe('the query explainMatch', () => {
  it('tells every step for a file that Stash has, and records nothing', async () => {
    await using api = await startApiWorld();
    api.world.addScene(7, ['/data/Studio/A Distinctive Name.mp4']);
    const { data, errors } = await api.ask(
      '{ explainMatch(fileName: "Studio/A Distinctive Name.mp4") { outcome sceneId scene { title } candidates { sceneId } steps { strategy finding tried } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      explainMatch: { outcome: 'MATCHED', sceneId: '7', scene: { title: 'Scene 7' }, candidates: [] },
    });
    expect(JSON.stringify(data)).toContain('SUFFIX');
    expect(api.recent.list()).toEqual([]);
  });

  it('lists candidates for a person', async () => {
    await using api = await startApiWorld();
    api.world.addScene(1, ['/a/clip.mp4']);
    api.world.addScene(2, ['/b/clip.mp4']);
    const { data } = await api.ask(
      '{ explainMatch(fileName: "clip.mp4", manual: true) { outcome candidates { sceneId certain } } }',
    );
    expect(data).toMatchObject({ explainMatch: { outcome: 'CANDIDATES' } });
    expect(JSON.stringify(data)).toMatch(/"sceneId":"1".*"sceneId":"2"|"sceneId":"2".*"sceneId":"1"/);
  });
});

describe('the queries about paths', () => {
  const rules = [toRule('/media', '/data'), toRule('/media/old', '/archive')];
  const paths = {
    rules,
    listHits: () =>
      [
        { rule: '/media to /data', direction: 'TO_STASH', hits: 3, lastAt: 1_000 },
        { rule: '/media to /data', direction: 'TO_PLEX', hits: 2, lastAt: 2_000 },
      ] as const,
    findRoundTrip: () => checkRoundTrip(rules, ['/data/a.mp4', '/archive/b.mp4'].map(asStashPath)),
  };

  it('list the rules with what they did and what shadows them', async () => {
    await using api = await startApiWorld({ ports: { paths } });
    const { data } = await api.ask(
      '{ pathRules { name position hitsToStash hitsToPlex lastHitAt roundTrip { covered matched returned shadowedBy } } }',
    );
    expect(data).toEqual({
      pathRules: [
        {
          name: '/media to /data',
          position: 1,
          hitsToStash: 3,
          hitsToPlex: 2,
          lastHitAt: '1970-01-01T00:00:02.000Z',
          roundTrip: { covered: 1, matched: 1, returned: 2, shadowedBy: null },
        },
        {
          name: '/media/old to /archive',
          position: 2,
          hitsToStash: 0,
          hitsToPlex: 0,
          lastHitAt: null,
          roundTrip: { covered: 1, matched: 1, returned: 0, shadowedBy: null },
        },
      ],
    });
  });

  it('take a path through every rule and back', async () => {
    await using api = await startApiWorld({ ports: { paths } });
    const { data } = await api.ask(
      '{ mapPath(path: "/media/old/b.mp4", from: PLEX) { result rule back steps { rule matched finding } } }',
    );
    expect(data).toMatchObject({
      mapPath: {
        result: '/data/old/b.mp4',
        rule: '/media to /data',
        back: '/media/old/b.mp4',
        steps: [
          { matched: true },
          { matched: true, finding: expect.stringContaining('/archive/b.mp4') as string },
        ],
      },
    });
  });

  it('say so when no rule covers a path', async () => {
    await using api = await startApiWorld({ ports: { paths } });
    const { data } = await api.ask(
      '{ mapPath(path: "/elsewhere/b.mp4", from: STASH) { result rule back steps { matched } } }',
    );
    expect(data).toEqual({
      mapPath: { result: null, rule: null, back: null, steps: [{ matched: false }, { matched: false }] },
    });
  });
});

describe('the query status', () => {
  it('puts what does not work before what could be better', async () => {
    const problem = (id: string, severity: 'ERROR' | 'WARNING') => ({
      id,
      severity,
      summary: 's',
      nextStep: 'n',
    });
    const listProblems = () => [problem('SLOW', 'WARNING'), problem('DOWN', 'ERROR')];
    await using api = await startApiWorld({ ports: { listProblems, findNextSweepAt: () => 0 } });
    const { data } = await api.ask(
      '{ status { problems { id } nextSweepAt stash { version breaker breakerSince lastError } } }',
    );
    expect(data).toEqual({
      status: {
        problems: [{ id: 'DOWN' }, { id: 'SLOW' }],
        nextSweepAt: '1970-01-01T00:00:00.000Z',
        stash: {
          version: 'v0.30.0',
          breaker: 'CLOSED',
          breakerSince: '2026-01-01T00:00:00.000Z',
          lastError: null,
        },
      },
    });
  });

  it('tells how far a pull is', async () => {
    const catalog = {
      state: () => ({ kind: 'FILLING', startedAt: 0, seen: 10, total: 40 }) as const,
      countScenes: () => 10,
      countFiles: () => 12,
      refresh: () => undefined,
    };
    await using api = await startApiWorld({ ports: { catalog } });
    const { data } = await api.ask(
      '{ catalog { state scenes files completeAt pulledScenes expectedScenes } }',
    );
    expect(data).toEqual({
      catalog: {
        state: 'FILLING',
        scenes: 10,
        files: 12,
        completeAt: null,
        pulledScenes: 10,
        expectedScenes: 40,
      },
    });
  });
});
