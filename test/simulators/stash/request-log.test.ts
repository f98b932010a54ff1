import { describe, expect, it } from 'vitest';
import { generateLibrary } from '../../../simulators/library/generate-library.ts';
import { startStashSimulator } from '../../../simulators/stash/start-stash-simulator.ts';
import { askStash } from './ask-stash.ts';
import { untilInFlight } from './until-in-flight.ts';

const library = generateLibrary({ scenes: 20 });
const path = { value: '/data/x.mp4', modifier: 'EQUALS' };

describe('the request log', () => {
  it('tells the operation, its variables and how many root fields it has', async () => {
    await using stash = await startStashSimulator({ library });
    await askStash(stash.url, 'query Two($a:ID!){a:findScene(id:$a){id} b:findScene(id:2){id}}', { a: '1' });
    await fetch(`${stash.url}/scene/1/screenshot?t=5`);

    expect(stash.requests).toMatchObject([
      { kind: 'GRAPHQL', operationName: 'Two', variables: { a: '1' }, rootFields: 2, isPathScan: false },
      { kind: 'PICTURE', method: 'GET', path: '/scene/1/screenshot?t=5' },
    ]);
    expect(stash.counts()).toEqual({
      graphql: 1,
      pictures: 1,
      pathScans: 0,
      rootFields: 2,
      byOperation: { Two: 1 },
    });
  });

  it.each([
    ['a literal filter', '{findScenes(scene_filter:{path:{value:"x",modifier:EQUALS}}){count}}', {}],
    [
      'a filter in a variable',
      'query($f:SceneFilterType){findScenes(scene_filter:$f){count}}',
      { f: { path } },
    ],
    [
      'a criterion in a variable',
      'query($p:StringCriterionInput){findScenes(scene_filter:{path:$p}){count}}',
      { p: path },
    ],
    [
      'a fragment',
      'query Q{...F} fragment F on Query{findScenes(scene_filter:{path:{value:"x",modifier:EQUALS}}){count}}',
      {},
    ],
  ])('recognises a path scan in %s', async (_where, query, variables) => {
    await using stash = await startStashSimulator({ library });

    expect((await askStash(stash.url, query, variables)).status).toBe(200);
    expect(stash.counts().pathScans).toBe(1);
  });

  it('recognises a path scan by findScenesByPathRegex, even where the schema does not have it', async () => {
    await using stash = await startStashSimulator({ library });
    await askStash(stash.url, '{findScenesByPathRegex(filter:{q:"x"}){count}}');

    expect(stash.counts().pathScans).toBe(1);
  });

  it('takes look-ups by id, hash, time and exact file for no path scan', async () => {
    await using stash = await startStashSimulator({ library });
    await askStash(stash.url, '{findScene(id:1){id files{path}}}');
    await askStash(stash.url, '{findFile(path:"/data/x.mp4"){id}}');
    await askStash(stash.url, '{findScenes(scene_filter:{id:{value:1,modifier:GREATER_THAN}}){count}}');

    expect(stash.counts()).toMatchObject({ graphql: 3, pathScans: 0 });
  });

  it('logs refused and failing requests as well', async () => {
    await using stash = await startStashSimulator({ library, apiKey: 'right' });
    await askStash(stash.url, 'query Refused{version{hash}}');
    stash.faults.set({ kind: 'HTTP_500' });
    await fetch(`${stash.url}/graphql?query={`, { headers: { apikey: 'right' } });

    expect(stash.counts()).toMatchObject({ graphql: 2, byOperation: { Refused: 1, '': 1 } });
  });

  it('keeps only the latest entries but counts all', async () => {
    await using stash = await startStashSimulator({ library, keepRequests: 3 });
    for (let id = 1; id <= 10; id += 1) await askStash(stash.url, '{findScene(id:1){id}}', { id });

    expect(stash.requests.length).toBeLessThanOrEqual(6);
    expect(stash.requests.at(-1)).toMatchObject({ variables: { id: 10 } });
    expect(stash.counts().graphql).toBe(10);
  });

  it('can be emptied between two parts of a test', async () => {
    await using stash = await startStashSimulator({ library });
    await askStash(stash.url, '{version{hash}}');
    stash.forgetRequests();

    expect(stash.requests).toEqual([]);
    expect(stash.counts().graphql).toBe(0);
  });

  it('knows how many requests were under way at once', async () => {
    await using stash = await startStashSimulator({ library });
    stash.faults.set({ kind: 'HANG' });
    const hanging = Promise.allSettled(
      Array.from({ length: 6 }, () => askStash(stash.url, '{version{hash}}')),
    );
    await untilInFlight(stash, 6);
    await stash.stop();
    await hanging;

    expect(stash.maxInFlight).toBe(6);
  });

  it('knows how many of the requests under way at once asked GraphQL since the last look', async () => {
    await using stash = await startStashSimulator({ library });
    stash.faults.set({ kind: 'HANG' });
    const callers = Array.from({ length: 5 }, () => new AbortController());
    const hanging = Promise.allSettled(
      callers.map(({ signal }, caller) =>
        fetch(`${stash.url}${caller < 3 ? '/graphql?query={version{hash}}' : '/scene/1/screenshot'}`, {
          signal,
        }),
      ),
    );
    await untilInFlight(stash, 5);
    expect(stash.maxGraphqlInFlight).toBe(3);
    for (const caller of callers) caller.abort();
    await hanging;
    await untilInFlight(stash, 0);
    stash.faults.clear();
    stash.forgetRequests();
    expect(stash.maxGraphqlInFlight).toBe(0);
    await askStash(stash.url, '{version{hash}}');

    expect(stash.maxGraphqlInFlight).toBe(1);
  });
});
