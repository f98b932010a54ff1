import { describe, expect, it } from 'vitest';
import { SceneLoader } from '../../src/api/scenes/scene-loader.ts';
import { toSceneId } from '../../src/model/ids.ts';
import { putSceneGaps, startApiWorld } from '../support/api-world.ts';
import { readGraphql } from '../support/scripted-stash.ts';
import { wholeScene } from '../support/whole-scene.ts';

const SCENES = '{ nodes { id scene { id title } } }';

describe('scenes behind gaps', () => {
  it('are read in one request to Stash for a page of 50', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 60);
    const { data, errors } = await api.ask(`{ gaps(first: 50) ${SCENES} }`);
    expect(errors).toEqual([]);
    expect((data as { gaps: { nodes: unknown[] } }).gaps.nodes).toHaveLength(50);
    expect(JSON.stringify(data)).toContain('"Scene 60"');
    expect(api.stash.requests).toHaveLength(1);
  });

  it('are read fifty at a time for a page of 200', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 200);
    const { errors } = await api.ask(`{ gaps(first: 200) ${SCENES} }`);
    expect(errors).toEqual([]);
    expect(api.stash.requests).toHaveLength(4);
  });

  it('are asked for once when several fields of a query want the same one', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 1);
    await api.ask('{ a: gaps { nodes { scene { id } } } scene(id: 1) { title } b: scene(id: 1) { id } }');
    const [request, ...others] = api.stash.requests;
    expect(others).toEqual([]);
    expect(request && readGraphql(request).variables).toEqual({ s0: '1' });
  });

  it('cost nothing when nobody asks for them', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 3);
    await api.ask('{ gaps { nodes { id sceneId } } }');
    expect(api.stash.requests).toEqual([]);
  });

  it('are shown with the members that Stash gave them', async () => {
    const studio = { id: '7', name: 'Studio', parent_studio: null };
    const files = wholeScene('4').files;
    const script = () => ({ body: { data: { s0: wholeScene('4', { title: 'T', studio, files }) } } });
    await using api = await startApiWorld({ script });
    const query =
      '{ scene(id: 4) { title created_at studio { name parent_studio { id } } files { path size fingerprints { type value } } } }';
    expect((await api.ask(query)).data).toEqual({
      scene: {
        title: 'T',
        created_at: '2026-11-21T03:27:48+11:00',
        studio: { name: 'Studio', parent_studio: null },
        files: [
          {
            path: '/library/4.mp4',
            size: 1000,
            fingerprints: [{ type: 'oshash', value: '00000000000000a1' }],
          },
        ],
      },
    });
  });

  it('are null without an error when Stash says that they are gone', async () => {
    await using api = await startApiWorld({ script: () => ({ body: { data: { s0: null } } }) });
    putSceneGaps(api.world, 1);
    const { data, errors } = await api.ask(`{ gaps ${SCENES} }`);
    expect(data).toEqual({ gaps: { nodes: [{ id: '1', scene: null }] } });
    expect(errors).toEqual([]);
  });

  it('are null with the code STASH_UNAVAILABLE, and the page is still there, when Stash cannot answer', async () => {
    await using api = await startApiWorld({ script: () => ({ status: 500, body: 'secret trace of Stash' }) });
    putSceneGaps(api.world, 2);
    const { status, data, errors } = await api.ask(`{ gaps(orderBy: { field: FIRST_SEEN }) ${SCENES} }`);
    expect(status).toBe(200);
    expect(data).toEqual({
      gaps: {
        nodes: [
          { id: '2', scene: null },
          { id: '1', scene: null },
        ],
      },
    });
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'STASH_UNAVAILABLE', reason: 'STASH_FAILED' },
      { code: 'STASH_UNAVAILABLE', reason: 'STASH_FAILED' },
    ]);
    expect(JSON.stringify(errors)).not.toContain('secret trace');
  });

  it('tell one that failed from its neighbours', async () => {
    const failure = { message: 'sql: secret', path: ['s0', 'files'] };
    const script = () => ({
      body: { data: { s0: null, s1: wholeScene('1', { title: 'One' }) }, errors: [failure] },
    });
    await using api = await startApiWorld({ script });
    putSceneGaps(api.world, 2);
    const { data, errors } = await api.ask('{ gaps { nodes { scene { title } } } }');
    expect(data).toEqual({ gaps: { nodes: [{ scene: null }, { scene: { title: 'One' } }] } });
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['STASH_UNAVAILABLE']);
    expect(JSON.stringify(errors)).not.toContain('sql');
  });

  it('say that a member was not read instead of calling it empty', async () => {
    const studio = {
      id: '1',
      name: 'A',
      parent_studio: { id: '2', name: 'B', parent_studio: { id: '3', name: 'C' } },
    };
    const script = () => ({ body: { data: { s0: wholeScene('4', { studio }) } } });
    await using api = await startApiWorld({ script });
    const up = (levels: number): string => (levels === 0 ? 'name' : `parent_studio { ${up(levels - 1)} }`);
    expect((await api.ask(`{ scene(id: 4) { studio { ${up(2)} } } }`)).errors).toEqual([]);
    const { data, errors } = await api.ask(`{ scene(id: 4) { title studio { ${up(3)} } } }`);
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['NOT_READ']);
    expect(data).toMatchObject({ scene: { title: '' } });
  });

  it('refuse an id that no scene can have', async () => {
    await using api = await startApiWorld();
    const { errors } = await api.ask('{ scene(id: "1 or 1") { id } }');
    expect(errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    expect(api.stash.requests).toEqual([]);
  });
});

describe('the scene loader', () => {
  it('gives up on a Stash that never answers, and says so for each scene', async () => {
    const loader = new SceneLoader(() => new Promise(() => undefined), new AbortController().signal, 1);
    const ids = ['1', '2'].map(toSceneId);
    const readings = await Promise.all(ids.map((id) => loader.load(id)));
    expect(readings).toMatchObject([
      { kind: 'UNKNOWN', cause: { reason: 'BUDGET_SPENT' } },
      { kind: 'UNKNOWN', cause: { reason: 'BUDGET_SPENT' } },
    ]);
  });

  it('remembers nothing between two rounds', async () => {
    const asked: number[] = [];
    const read = async (ids: readonly string[]) => {
      asked.push(ids.length);
      return new Map();
    };
    const loader = new SceneLoader(read, new AbortController().signal);
    await loader.load(toSceneId('1'));
    await loader.load(toSceneId('1'));
    expect(asked).toEqual([1, 1]);
  });

  it('passes a defect on to everybody who waits', async () => {
    const loader = new SceneLoader(() => Promise.reject(new Error('broken')), new AbortController().signal);
    const both = await Promise.allSettled(['1', '2'].map((id) => loader.load(toSceneId(id))));
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
