import { describe, expect, it, vi } from 'vitest';
import { startScriptedStash, type Script, type ScriptedAnswer } from '../support/scripted-stash.ts';
import { Secret } from '../../src/lib/secret.ts';
import { StashError } from '../../src/stash/stash-error.ts';
import { createStashTransport, type StashTransportOptions } from '../../src/stash/transport.ts';

const OK: ScriptedAnswer = { body: { data: { version: { version: 'v0.30.1' } } } };

async function ask(script: Script, options: Partial<StashTransportOptions> = {}, signal?: AbortSignal) {
  await using stash = await startScriptedStash(script);
  const transport = createStashTransport({ baseUrl: stash.url, ...options });
  const answer = await transport
    .post({ query: '{ version { version } }' }, signal)
    .catch((error: unknown) => error);
  return { answer, requests: stash.requests };
}

describe('a GraphQL request', () => {
  it('asks for JSON, names nobody else and sends no key when there is none', async () => {
    const { answer, requests } = await ask(() => OK);
    expect(answer).toEqual({ data: { version: { version: 'v0.30.1' } }, failures: [] });
    expect(requests[0]).toMatchObject({ method: 'POST', path: '/graphql' });
    expect(requests[0]?.headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
    });
    expect(Object.keys(requests[0]?.headers ?? {})).not.toContain('apikey');
    expect(
      Object.keys(requests[0]?.headers ?? {}).filter((name) => /forward|cookie|authorization/.test(name)),
    ).toEqual([]);
  });

  it('sends the key in the ApiKey header and nowhere else', async () => {
    const { requests } = await ask(() => OK, { apiKey: new Secret('k3y') });
    expect(requests[0]?.headers.apikey).toBe('k3y');
    expect(JSON.stringify([requests[0]?.path, requests[0]?.body])).not.toContain('k3y');
  });

  it.each(['', '/', '/graphql', '/graphql/', '/stash', '/stash/', '/stash/graphql', '/?apikey=x#top'])(
    'finds GraphQL when STASH_URL ends in "%s"',
    async (ending) => {
      await using stash = await startScriptedStash(() => OK);
      await createStashTransport({ baseUrl: stash.url + ending }).post({ query: '{ version { version } }' });
      expect(stash.requests[0]?.path).toBe(ending.startsWith('/stash') ? '/stash/graphql' : '/graphql');
    },
  );

  it.each(['stash:9999', 'ftp://stash', '', 'http://user:pass@stash:9999'])(
    'is refused at once for the address "%s", without repeating it',
    (baseUrl) => {
      expect(() => createStashTransport({ baseUrl })).toThrow(TypeError);
      expect(() => createStashTransport({ baseUrl })).not.toThrow(/pass@|stash:9999/);
    },
  );
});

it('is refused at once for a key that no header can hold, without repeating it', () => {
  const make = () => createStashTransport({ baseUrl: 'http://stash:9999', apiKey: new Secret('k3y\nx') });
  expect(make).toThrow(TypeError);
  expect(make).not.toThrow(/k3y/);
});

describe('an answer', () => {
  const answers: readonly (readonly [string, ScriptedAnswer, object])[] = [
    [
      'JSON labelled as text',
      { headers: { 'content-type': 'text/plain' }, body: { data: { a: 1 } } },
      { data: { a: 1 } },
    ],
    ['401', { status: 401 }, { kind: 'UNAUTHORIZED', status: 401 }],
    ['401 with JSON', { status: 401, body: { errors: [{ message: 'x' }] } }, { kind: 'UNAUTHORIZED' }],
    ['500 of an old Stash that means 401', { status: 500, body: 'unauthorized\n' }, { kind: 'UNAUTHORIZED' }],
    ['403 of a proxy', { status: 403, body: '<html>Forbidden' }, { kind: 'UNAUTHORIZED' }],
    [
      'a redirect',
      { status: 301, headers: { location: 'https://evil.example/graphql' } },
      { kind: 'REDIRECTED' },
    ],
    [
      'a redirect to the log-in page',
      { status: 302, headers: { location: '/login?x' } },
      { kind: 'UNAUTHORIZED' },
    ],
    ['404', { status: 404, body: 'not found' }, { kind: 'GARBAGE', code: 'NO_GRAPHQL_HERE' }],
    ['502', { status: 502, body: '<html>' }, { kind: 'UNREACHABLE', code: 'GATEWAY' }],
    ['503', { status: 503 }, { kind: 'SERVER_ERROR', status: 503 }],
    ['nothing', { body: '' }, { kind: 'GARBAGE', code: 'NOT_JSON' }],
    ['half an answer', { body: '{"data":{"findScenes"' }, { kind: 'GARBAGE', code: 'NOT_JSON' }],
    ['a web page', { body: ' <!DOCTYPE html><html>' }, { kind: 'GARBAGE', code: 'WEB_PAGE' }],
    ['JSON of another kind', { body: [1] }, { kind: 'GARBAGE', code: 'UNEXPECTED_SHAPE' }],
    ['neither data nor errors', { body: { data: null } }, { kind: 'GARBAGE' }],
    [
      'errors of another kind',
      { body: { errors: [7, null, { message: 3, path: 'x' }], data: null } },
      { kind: 'RESOLVER' },
    ],
  ];

  it.each(answers)('of %s is told apart', async (_name, scripted, expected) => {
    const { answer } = await ask(() => scripted);
    expect(answer).toMatchObject(expected);
  });

  it('keeps what it has beside what failed', async () => {
    const errors = [{ message: 'database is locked', path: ['s1'] }];
    const { answer } = await ask(() => ({ body: { data: { s0: {}, s1: null }, errors } }));
    expect(answer).toEqual({
      data: { s0: {}, s1: null },
      failures: [{ path: ['s1'], code: 'DATABASE_LOCKED' }],
    });
  });

  it('never brings words of upstream into an error, its causes included', async () => {
    const { answer } = await ask(() => ({ body: '<SECRET /library/path.mp4>' }));
    expect(answer).toBeInstanceOf(StashError);
    expect(
      JSON.stringify([
        answer,
        (answer as Error).message,
        (answer as Error).stack,
        String((answer as Error).cause),
      ]),
    ).not.toMatch(/SECRET|library/);
  });

  it('names the unknown member of a refused operation', async () => {
    const errors = [
      {
        message: 'Cannot query field "groups" on type "Scene".',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ];
    const { answer } = await ask(() => ({ status: 422, body: { errors, data: null } }));
    expect(answer).toMatchObject({
      kind: 'INVALID_OPERATION',
      code: 'UNKNOWN_MEMBER',
      member: 'Scene.groups',
    });
  });

  it('is cut off once it is longer than it may be', async () => {
    let response: { readonly destroyed: boolean } | undefined;
    const { answer, requests } = await ask(
      (_request, out) => {
        response = out;
        const more = () => {
          if (!out.destroyed) out.write('x'.repeat(64 * 1024), () => setImmediate(more));
        };
        more();
        return undefined;
      },
      { maxBodyBytes: 1_000_000 },
    );
    expect(answer).toMatchObject({ kind: 'TOO_LARGE' });
    await vi.waitUntil(() => response?.destroyed === true);
    expect(requests[0]?.cut).toBe(true);
  });

  it('that is cut in the middle means that Stash is away', async () => {
    const { answer } = await ask((_request, out) => {
      out.writeHead(200, { 'content-length': '1000' });
      out.write('{"data":', () => out.destroy());
      return undefined;
    });
    expect(answer).toMatchObject({ kind: 'UNREACHABLE', code: 'CUT_OFF' });
  });
});

describe('a connection', () => {
  it('that nobody accepts is REFUSED', async () => {
    const stash = await startScriptedStash(() => OK);
    await stash[Symbol.asyncDispose]();
    const error = createStashTransport({ baseUrl: stash.url }).post({ query: '{a}' });
    await expect(error).rejects.toMatchObject({ kind: 'UNREACHABLE', code: 'REFUSED' });
  });

  it('to a name nobody knows is NAME_UNKNOWN or NAME_LOOKUP_FAILED', async () => {
    const error = await createStashTransport({ baseUrl: 'http://nobody.invalid' })
      .post({ query: '{a}' })
      .catch((e: unknown) => e);
    expect(error).toMatchObject({ kind: 'UNREACHABLE', code: expect.stringMatching(/^NAME_/) as unknown });
  });

  it('by TLS to a server without is TLS', async () => {
    await using stash = await startScriptedStash(() => OK);
    const error = createStashTransport({ baseUrl: stash.url.replace('http:', 'https:') }).post({
      query: '{a}',
    });
    await expect(error).rejects.toMatchObject({ kind: 'UNREACHABLE', code: 'TLS' });
  });

  it('closes when the caller gives up, before and in the middle of the answer', async () => {
    for (const begin of [false, true]) {
      await using stash = await startScriptedStash((_request, out) => {
        if (begin) out.write('{"data":');
        return undefined;
      });
      const caller = new AbortController();
      const answer = createStashTransport({ baseUrl: stash.url }).post({ query: '{a}' }, caller.signal);
      await vi.waitUntil(() => stash.requests.length === 1);
      caller.abort(new Error('gone'));
      await expect(answer).rejects.toThrow('gone');
      await vi.waitUntil(() => stash.requests[0]?.cut === true);
    }
  });
});
