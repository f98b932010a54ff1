import { describe, expect, it } from 'vitest';
import type { ApiDependencies } from '../../src/api/api-dependencies.ts';
import { toSceneId } from '../../src/model/ids.ts';
import { putGap, putSceneGaps, startApiWorld } from '../support/api-world.ts';

interface GapsReply {
  readonly gaps: {
    readonly nodes: readonly { readonly id: string }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly endCursor: string | null;
    };
  };
}

const PAGE = '{ nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } }';
const OLDEST = 'orderBy: { field: FIRST_SEEN, direction: ASC }';

describe('the query gaps', () => {
  it('goes through all pages, each gap once', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 5);
    const seen: string[] = [];
    let after = '';
    for (let more = true; more;) {
      const { data } = await api.ask(`{ gaps(first: 2, ${OLDEST}${after}) ${PAGE} }`);
      const { nodes, pageInfo } = (data as GapsReply).gaps;
      seen.push(...nodes.map(({ id }) => id));
      expect(pageInfo.hasPreviousPage).toBe(after !== '');
      after = `, after: "${pageInfo.endCursor ?? ''}"`;
      more = pageInfo.hasNextPage;
    }
    expect(seen).toEqual(['1', '2', '3', '4', '5']);
  });

  it('refuses a cursor of another order', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 3);
    const { data } = await api.ask(`{ gaps(first: 1, ${OLDEST}) ${PAGE} }`);
    const cursor = (data as GapsReply).gaps.pageInfo.endCursor ?? '';
    const { errors } = await api.ask(
      `{ gaps(first: 1, orderBy: { field: PATH }, after: "${cursor}") ${PAGE} }`,
    );
    expect(errors[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('counts all gaps that the filter lets through, by kind, reason and state', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 3);
    putGap(api.world, { subject: '/a.mp4' });
    const counts =
      'totalCount countsByKind { kind count } countsByReason { reason count } countsByState { state count }';
    const { data } = await api.ask(`{ gaps(first: 1, filter: { kinds: [STALE, EMPTY] }) { ${counts} } }`);
    expect(data).toEqual({
      gaps: {
        totalCount: 3,
        countsByKind: [{ kind: 'STALE', count: 3 }],
        countsByReason: [{ reason: 'CHANGED_SINCE_SERVED', count: 3 }],
        countsByState: [{ state: 'OPEN', count: 3 }],
      },
    });
  });

  it('counts only when a count is asked for, and then once', async () => {
    const counted = { times: 0 };
    const counts = { total: 0, byKind: new Map(), byReason: new Map(), byState: new Map() };
    const gaps = {
      listGaps: () => ({ entries: [], hasNextPage: false }),
      countGaps: () => {
        counted.times += 1;
        return counts;
      },
    } as unknown as ApiDependencies['gaps'];
    await using api = await startApiWorld({ ports: { gaps } });
    await api.ask('{ gaps { nodes { id } } }');
    expect(counted.times).toBe(0);
    await api.ask('{ gaps { totalCount countsByKind { count } countsByState { count } } }');
    expect(counted.times).toBe(1);
  });

  it('takes null for what is left out', async () => {
    await using api = await startApiWorld();
    putGap(api.world, { subject: '/a.mp4' });
    const filter =
      '{ kinds: null, states: null, reasons: null, pathContains: null, studio: null, firstSeenSince: null }';
    const { data, errors } = await api.ask(
      `{ gaps(filter: ${filter}, orderBy: null, first: null, after: null) { totalCount } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ gaps: { totalCount: 1 } });
  });

  it('finds gaps by studio and by the time they were first seen', async () => {
    await using api = await startApiWorld();
    api.world.addScene(1, ['/a.mp4'], { studio: { id: '1', name: 'Acme' } });
    api.world.plex.add('Films', ['/b'], [{ key: '1', files: ['/b/x.mp4'] }]);
    await api.world.sweepFully();
    const found = async (filter: string) =>
      (await api.ask(`{ gaps(filter: ${filter}) { nodes { kind sceneId } } }`)).data;
    expect(await found('{ studio: "ACME" }')).toEqual({
      gaps: { nodes: [{ kind: 'NOT_IN_PLEX', sceneId: '1' }] },
    });
    expect(await found('{ firstSeenSince: "2027-01-01T00:00:00+02:00" }')).toEqual({ gaps: { nodes: [] } });
  });

  it('gives one gap by its id, and null for one that is not there', async () => {
    await using api = await startApiWorld();
    const id = putGap(api.world, { subject: '/a.mp4', sceneId: toSceneId('9') });
    const { data } = await api.ask(
      `{ a: gap(id: ${id}) { plexPath sceneId foundBy closedAt } b: gap(id: "none") { id } }`,
    );
    expect(data).toEqual({
      a: { plexPath: '/a.mp4', sceneId: '9', foundBy: 'SWEEP', closedAt: null },
      b: null,
    });
  });
});

describe('the queries around sweeps', () => {
  it('show a complete sweep with its counts', async () => {
    await using api = await startApiWorld();
    api.world.plex.add('Films', ['/media'], [{ key: '1', files: ['/media/a.mp4'] }]);
    await api.world.sweepFully();
    const { data } = await api.ask(
      '{ sweeps { totalCount nodes { state trigger phase endedAt incompleteReason plexItems opened } } }',
    );
    expect(data).toEqual({
      sweeps: {
        totalCount: 1,
        nodes: [
          {
            state: 'COMPLETE',
            trigger: 'REQUEST',
            phase: null,
            endedAt: '2026-01-01T00:00:00.000Z',
            incompleteReason: null,
            plexItems: 1,
            opened: 1,
          },
        ],
      },
    });
  });

  it('say in a sentence why a sweep was incomplete', async () => {
    await using api = await startApiWorld();
    api.world.plex.failAt('listSections', { reason: 'PLEX_UNREACHABLE', detail: 'Plex cannot be reached.' });
    await api.world.sweep();
    const { data } = await api.ask(
      '{ sweeps { nodes { state incompleteReason } } status { runningSweep { id } openGaps { kind } } }',
    );
    expect(data).toEqual({
      sweeps: { nodes: [{ state: 'INCOMPLETE', incompleteReason: 'Plex cannot be reached.' }] },
      status: { runningSweep: null, openGaps: [] },
    });
  });
});

describe('mutations', () => {
  it('suppress a gap and show it again', async () => {
    await using api = await startApiWorld();
    const id = putGap(api.world, { subject: '/a.mp4' });
    const hidden = await api.ask(
      `mutation { suppressGap(id: ${id}, reason: "known", until: "2026-02-01") { state suppression { reason at until } } }`,
    );
    expect(hidden.data).toEqual({
      suppressGap: {
        state: 'SUPPRESSED',
        suppression: { reason: 'known', at: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
      },
    });
    const shown = await api.ask(`mutation { reopenGap(id: ${id}) { state suppression { reason } } }`);
    expect(shown.data).toEqual({ reopenGap: { state: 'OPEN', suppression: null } });
  });

  it.each([
    ['suppressGap(id: 1, reason: "")', 'BAD_USER_INPUT'],
    ['suppressGap(id: 1, reason: "x", until: "2025-01-01")', 'BAD_USER_INPUT'],
    ['suppressGap(id: 2, reason: "x")', 'NOT_FOUND'],
    ['reopenGap(id: "none")', 'NOT_FOUND'],
  ])('refuse %s with %s', async (mutation, code) => {
    await using api = await startApiWorld();
    putGap(api.world, { subject: '/a.mp4' });
    const { errors } = await api.ask(`mutation { ${mutation} { id } }`);
    expect(errors[0]?.extensions?.['code']).toBe(code);
  });

  it('start one sweep, give it back while it runs, and cancel it', async () => {
    await using api = await startApiWorld();
    api.world.refresh = (signal) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      );
    const { data } = await api.ask('mutation { a: startSweep { id state } b: startSweep { id state } }');
    expect(data).toEqual({ a: { id: '1', state: 'RUNNING' }, b: { id: '1', state: 'RUNNING' } });
    const cancelled = await api.ask('mutation { cancelSweep { id state } again: cancelSweep { id } }');
    expect(cancelled.data).toEqual({ cancelSweep: { id: '1', state: 'CANCELLED' }, again: null });
  });

  it('have Stash read again as thoroughly as asked', async () => {
    await using api = await startApiWorld();
    await api.ask(
      'mutation { a: refreshCatalog { state } b: refreshCatalog(mode: FULL) { state } c: refreshCatalog(mode: null) { state } }',
    );
    expect(api.refreshed).toEqual(['DIFF', 'FULL', 'DIFF']);
  });
});
