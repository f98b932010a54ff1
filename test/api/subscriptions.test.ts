import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { ApiDependencies } from '../../src/api/api-dependencies.ts';
import type { Gap } from '../../src/gaps/gap.ts';
import { type ApiWorld, putGap, startApiWorld } from '../support/api-world.ts';
import { until } from '../support/until.ts';

const CHANGED = 'subscription { gapChanged { id state } }';

async function subscribe(api: ApiWorld, query: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
    ...(signal && { signal }),
  });
}

/** The events of a stream, each as the text of its data, from the first on. */
async function* streamEvents(answer: Response): AsyncGenerator<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of (answer.body ?? []) as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    yield* blocks.filter((block) => block.startsWith('event: '));
  }
}

async function next(events: AsyncGenerator<string>): Promise<string | undefined> {
  const result = await events.next();
  return result.done ? undefined : result.value;
}

describe('subscriptions', () => {
  it('tell each change of a gap as a server-sent event', async () => {
    await using api = await startApiWorld();
    const id = putGap(api.world, { subject: '/media/a.mp4' });
    const answer = await subscribe(api, CHANGED);
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const events = streamEvents(answer);
    const first = next(events);
    await api.ask(`mutation { suppressGap(id: ${id}, reason: "known") { id } }`);
    expect(await first).toContain(`{"data":{"gapChanged":{"id":"${id}","state":"SUPPRESSED"}}}`);
    await events.return(undefined);
  });

  it('tell how a sweep goes and that it ended', async () => {
    await using api = await startApiWorld();
    api.world.plex.add('Films', ['/media'], [{ key: '1', files: ['/media/a.mp4'] }]);
    const events = streamEvents(await subscribe(api, 'subscription { sweepProgress { id state } }'));
    await api.ask('mutation { startSweep { id } }');
    let last: string | undefined;
    do last = await next(events);
    while (last?.includes('"RUNNING"'));
    expect(last).toContain('"state":"COMPLETE"');
    await events.return(undefined);
  });

  it('end with a last event when the service stops, before anything is cut', async () => {
    await using api = await startApiWorld();
    const events = streamEvents(await subscribe(api, CHANGED));
    const first = next(events);
    await api.stop();
    expect(await first).toContain('event: complete');
    expect(await next(events)).toBeUndefined();
  });

  it('let go of a listener that hangs up', async () => {
    const watched = watchListeners();
    await using api = await startApiWorld({ ports: { gaps: watched.gaps } });
    const hangUp = new AbortController();
    await subscribe(api, CHANGED, hangUp.signal);
    await until(() => watched.listening === 1);
    hangUp.abort();
    await until(() => watched.listening === 0);
  });

  it('take no more from the source than a listener who never reads can hold', async () => {
    const watched = watchListeners();
    await using api = await startApiWorld({ ports: { gaps: watched.gaps } });
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ query: 'subscription { gapChanged { plexPath } }' });
    socket.pause();
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: ${hostname}\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    await until(() => watched.hasStalled());
    expect(watched.taken).toBeLessThan(watched.offered);
    socket.destroy();
    await once(socket, 'close');
    await until(() => watched.listening === 0);
  });

  it('refuse what is no subscription there is', async () => {
    await using api = await startApiWorld();
    const events = streamEvents(await subscribe(api, 'subscription { nothing }'));
    expect(await next(events)).toContain('GRAPHQL_VALIDATION_FAILED');
    await events.return(undefined);
  });
});

/** Gaps whose changes never end, counted as they are taken: each is a quarter of a megabyte. */
function watchListeners() {
  const path = '/x'.repeat(128 * 1024);
  const gap = { id: '1', kind: 'STALE', plexPath: path } as unknown as Gap;
  const state = { listening: 0, taken: 0, offered: 100_000, seenAt: 0, calm: 0 };
  const gapChanged = (): AsyncIterable<Gap> => ({
    [Symbol.asyncIterator]: () => {
      state.listening += 1;
      return {
        next: async () => {
          await new Promise((resolve) => setImmediate(resolve));
          state.taken += 1;
          return state.taken > state.offered ? { done: true, value: undefined } : { done: false, value: gap };
        },
        return: async () => {
          state.listening -= 1;
          return { done: true, value: undefined };
        },
      };
    },
  });
  const gaps = { events: { gapChanged } } as unknown as ApiDependencies['gaps'];
  return {
    gaps,
    get listening() {
      return state.listening;
    },
    get taken() {
      return state.taken;
    },
    offered: state.offered,
    /** True once nothing was taken over many looks in a row. */
    hasStalled: (): boolean => {
      state.calm = state.taken > 0 && state.taken === state.seenAt ? state.calm + 1 : 0;
      state.seenAt = state.taken;
      return state.calm > 30;
    },
  };
}
