import { HttpResponse } from 'msw';
import { http } from 'msw/http';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Secret } from '../../src/lib/secret.ts';
import { createStashTransport } from '../../src/stash/transport.ts';

/** Names and ports that no test may really listen on: here the network itself is put in its place. */
const network = setupServer();
const asked: Request[] = [];

beforeAll(() => network.listen({ onUnhandledFrame: ({ defaults }) => defaults.error() }));
afterEach(() => {
  network.resetHandlers();
  asked.length = 0;
});
afterAll(() => network.close());

function answerAt(url: string): void {
  network.use(
    http.post(url, ({ request }) => {
      asked.push(request.clone());
      return HttpResponse.json({ data: { version: { version: 'v0.30.1' } } });
    }),
  );
}

describe('the address of Stash', () => {
  it.each([
    ['http://stash:9999', 'http://stash:9999/graphql'],
    ['http://stash:9999/', 'http://stash:9999/graphql'],
    ['http://stash:9999/graphql', 'http://stash:9999/graphql'],
    ['https://media.example/stash', 'https://media.example/stash/graphql'],
    ['https://media.example/stash/', 'https://media.example/stash/graphql'],
  ])('%s leads to %s', async (baseUrl, url) => {
    answerAt(url);
    await createStashTransport({ baseUrl }).post({ query: '{ version { version } }' });
    expect(asked.map((request) => request.url)).toEqual([url]);
  });

  it('is told the key in a header, and never in the address', async () => {
    answerAt('http://stash:9999/graphql');
    const transport = createStashTransport({ baseUrl: 'http://stash:9999', apiKey: new Secret('hunter2') });
    await transport.post({ query: '{ version { version } }' });
    const [request] = asked;
    expect(request?.headers.get('ApiKey')).toBe('hunter2');
    expect(request?.url).not.toContain('hunter2');
  });

  it('is told no key when there is none, since an open Stash refuses any', async () => {
    answerAt('http://stash:9999/graphql');
    await createStashTransport({ baseUrl: 'http://stash:9999' }).post({ query: '{ version { version } }' });
    expect(asked[0]?.headers.has('ApiKey')).toBe(false);
  });
});
