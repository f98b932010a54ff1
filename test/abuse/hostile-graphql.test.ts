import { getIntrospectionQuery } from 'graphql';
import { afterAll, describe, expect, it } from 'vitest';
import type { ApiDependencies } from '../../src/api/api-dependencies.ts';
import { GapEventSource } from '../../src/gaps/gap-events.ts';
import { putSceneGaps, startApiWorld } from '../support/api-world.ts';
import { until } from '../support/until.ts';

/** For all questions that must leave it as it was. */
const api = await startApiWorld();
afterAll(() => api[Symbol.asyncDispose]());

const within = (levels: number, outer: string, inner: string): string =>
  levels === 0 ? inner : `${outer} { ${within(levels - 1, outer, inner)} }`;

const aliased = (count: number): string =>
  Array.from({ length: count }, (_, index) => `a${index}: status { version }`).join(' ');

const fragments = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const next = `...F${index + 1} `;
    return `fragment F${index} on Query { ${next.repeat(20)} }`;
  }).join(' ');

const REFUSED: readonly (readonly [string, string, string])[] = [
  ['10,000 aliases', `{ ${aliased(10_000)} }`, 'GRAPHQL_PARSE_FAILED'],
  ['51 aliases', `{ ${aliased(51)} }`, 'QUERY_TOO_COMPLEX'],
  [
    '13 levels of fields',
    `{ gaps { nodes { scene { studio { ${within(8, 'parent_studio', 'name')} } } } } }`,
    'QUERY_TOO_COMPLEX',
  ],
  [
    'an introspection loop',
    `{ __schema { types { ${within(6, 'fields { type', 'name')}${' }'.repeat(6)} } } }`,
    'QUERY_TOO_COMPLEX',
  ],
  [
    'a short introspection loop',
    '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  ['brackets 4,900 deep', `{ gap(id: ${'['.repeat(4_900)}`, 'QUERY_TOO_COMPLEX'],
  ['fields 1,600 deep', within(1_600, 'a', 'b').replace(/^a/, '{ a') + ' }', 'QUERY_TOO_COMPLEX'],
  [
    'fragments that multiply each other',
    `query { ...F0 } ${fragments(40)} fragment F40 on Query { status { version } }`,
    'QUERY_TOO_COMPLEX',
  ],
  [
    'fragments that spread each other in a circle',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'many large pages at once',
    `{ ${Array.from({ length: 50 }, (_, index) => `a${index}: gaps(first: 200) { nodes { id kind scene { files { path } tags { id } } } }`).join(' ')} }`,
    'QUERY_TOO_COMPLEX',
  ],
  [
    'a large page in disguise',
    `query Q($n: Int) { ${Array.from({ length: 40 }, (_, index) => `a${index}: gaps(first: $n) { nodes { id scene { files { path } } } }`).join(' ')} }`,
    'QUERY_TOO_COMPLEX',
  ],
  [
    'many matches at once',
    `{ ${Array.from({ length: 30 }, (_, index) => `a${index}: explainMatch(fileName: "x") { outcome }`).join(' ')} }`,
    'QUERY_TOO_COMPLEX',
  ],
  ['a page of a million', '{ gaps(first: 1000000) { totalCount } }', 'BAD_USER_INPUT'],
  ['a page of none', '{ sweeps(first: 0) { totalCount } }', 'BAD_USER_INPUT'],
  ['a page of minus one', '{ recentMatches(first: -1) { totalCount } }', 'BAD_USER_INPUT'],
  ['a cursor of its own making', '{ gaps(after: "WzFd") { totalCount } }', 'BAD_USER_INPUT'],
  ['a cursor that is not text', '{ sweeps(after: "\\u0000") { totalCount } }', 'BAD_USER_INPUT'],
  ['a cursor from another list', '{ recentMatches(after: "WzFd") { totalCount } }', 'BAD_USER_INPUT'],
  [
    'an endless search',
    `{ gaps(filter: { pathContains: "${'%_'.repeat(60_000)}" }) { totalCount } }`,
    'BAD_USER_INPUT',
  ],
  ['a file name with a NUL', '{ explainMatch(fileName: "a\\u0000b") { outcome } }', 'BAD_USER_INPUT'],
  ['an empty path', '{ mapPath(path: "", from: PLEX) { result } }', 'BAD_USER_INPUT'],
  [
    'a day that no calendar has',
    '{ gaps(filter: { firstSeenSince: "2026-02-31" }) { totalCount } }',
    'BAD_USER_INPUT',
  ],
  ['an unknown kind', '{ gaps(filter: { kinds: [NOPE] }) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
];

describe('hostile queries', () => {
  it.each(REFUSED)('refuses %s', async (_name, query, code) => {
    const { data, errors } = await api.ask(query);
    expect(data ?? null).toBeNull();
    expect(errors[0]?.extensions?.['code']).toBe(code);
    expect(api.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('lets introspection through, as GraphiQL and code generators ask it', async () => {
    const { data, errors } = await api.ask(
      getIntrospectionQuery({ descriptions: true, inputValueDeprecation: true }),
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(data)).toContain('NOT_IN_STASH');
  });

  it('lets a page of 200 gaps with everything of their scenes through', async () => {
    await using api = await startApiWorld();
    putSceneGaps(api.world, 2);
    const scene =
      'id title code details director date organized created_at updated_at files { id path size duration width height mod_time updated_at fingerprints { type value } } studio { id name parent_studio { id name } } performers { id name disambiguation image_path } tags { id name } groups { scene_index group { id name } } stash_ids { endpoint stash_id }';
    const { errors } = await api.ask(
      `{ gaps(first: 200) { nodes { id kind reason state scene { ${scene} } } } }`,
    );
    expect(errors).toEqual([]);
  });

  it('refuses a body that is too large', async () => {
    const body = JSON.stringify({ query: `{ status { version } } # ${'x'.repeat(400_000)}` });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
  });

  it('refuses several requests in one', async () => {
    const body = JSON.stringify(Array.from({ length: 3 }, () => ({ query: '{ status { version } }' })));
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    expect(await answer.json()).not.toHaveProperty('data');
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ['image/png', '{"query":"mutation { refreshCatalog { state } }"}'],
    ['multipart/form-data; boundary=x', '{"query":"mutation { refreshCatalog { state } }"}'],
    ['text/plain', '{"query":"mutation { refreshCatalog { state } }"}'],
    ['application/x-www-form-urlencoded', 'query=mutation{refreshCatalog{state}}'],
    ['Application/X-WWW-Form-Urlencoded;charset=utf-8', 'query=mutation{refreshCatalog{state}}'],
  ])('refuses a body of type %s', async (type, body) => {
    const answer = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ error: { code: 'NOT_A_GRAPHQL_REQUEST' } });
    expect(api.refreshed).toEqual([]);
  });

  it.each(['variables={', 'extensions=nope', 'variables=%7B%22a%22', 'variables={&variables={}'])(
    'refuses the parameter %s as the fault of the caller',
    async (parameter) => {
      const query = encodeURIComponent('{ status { version } }');
      const answer = await fetch(`${api.url}/graphql?query=${query}&${parameter}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ error: { code: 'NOT_A_GRAPHQL_REQUEST' } });
      expect(api.log.filter((line) => line.includes('"level":50'))).toEqual([]);
    },
  );

  it('does not run mutations that come by GET', async () => {
    const query = encodeURIComponent('mutation { refreshCatalog { state } }');
    const answer = await fetch(`${api.url}/graphql?query=${query}`);
    expect(answer.status).toBe(405);
    expect(api.refreshed).toEqual([]);
  });

  it('answers queries that come by GET', async () => {
    const answer = await fetch(`${api.url}/graphql?query=${encodeURIComponent('{ status { version } }')}`);
    expect(await answer.json()).toEqual({ data: { status: { version: '1.2.3' } } });
  });
});

const FILTER = 'query Q($f: GapFilter) { gaps(filter: $f) { totalCount } }';

const BODIES: readonly (readonly [string, string])[] = [
  ['nothing but null', 'null'],
  ['a number', '7'],
  ['an empty list', '[]'],
  ['an empty object', '{}'],
  ['a query that is a number', '{"query":7}'],
  ['variables that are a list', '{"query":"{ status { version } }","variables":[1]}'],
  ['an operation that is not in it', '{"query":"{ status { version } }","operationName":"Other"}'],
  ['what no object should have', '{"__proto__":{"query":"{ status { version } }"}}'],
  ['more than a request has', '{"query":"{ status { version } }","evil":1}'],
  ['half an object', '{"query":'],
  [
    'a variable forty thousand objects deep',
    `{"query":"${FILTER}","variables":{"f":${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}}}`,
  ],
  [
    'a variable fifty thousand lists deep',
    `{"query":"${FILTER}","variables":{"f":{"kinds":${'['.repeat(50_000)}${']'.repeat(50_000)}}}}`,
  ],
  [
    'twenty thousand wrong values',
    `{"query":"${FILTER}","variables":{"f":{"kinds":[${Array(20_000).fill('"NOPE"').join()}]}}}`,
  ],
  ['the same field 2,400 times', JSON.stringify({ query: `{ ${'status '.repeat(2_400)} }` })],
  ['4,900 unknown fields', JSON.stringify({ query: `{ ${'x '.repeat(4_900)} }` })],
  ['2,400 unknown directives', JSON.stringify({ query: `{ status ${'@x '.repeat(2_400)} { version } }` })],
];

describe('a hostile body', () => {
  it.each(BODIES)('with %s is refused in a short answer, as the fault of the caller', async (_what, body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ errors: expect.any(Array) as unknown });
    expect(text).not.toContain('"data":{');
    expect(text.length).toBeLessThan(20_000);
    expect(api.log.filter((line) => line.includes('"level":50'))).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('subscriptions', () => {
  it('that two hundred callers open and abandon leave nothing behind', async () => {
    const events = new GapEventSource();
    await using api = await startApiWorld({
      ports: { gaps: { events } as unknown as ApiDependencies['gaps'] },
    });
    const body = JSON.stringify({ query: 'subscription { gapChanged { id } }' });
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const hangUp = new AbortController();
    const { signal } = hangUp;
    const open = () => fetch(`${api.url}/graphql`, { method: 'POST', headers, body, signal });
    await Promise.all(Array.from({ length: 200 }, open));
    await until(() => events.hasGapListeners);
    hangUp.abort();
    await until(() => !events.hasGapListeners);
    expect((await api.ask('{ status { version } }')).errors).toEqual([]);
  });
});

describe('errors', () => {
  it('masks what is our own fault and writes it to the log', async () => {
    const broken = () => {
      throw new Error('the secret is swordfish');
    };
    await using api = await startApiWorld({ ports: { listProblems: broken } });
    const { data, errors } = await api.ask('{ status { problems { id } } }');
    expect(data).toBeNull();
    expect(errors[0]).toMatchObject({
      message: 'Unexpected error.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(JSON.stringify(errors)).not.toContain('swordfish');
    expect(api.log.join('')).toContain('swordfish');
  });

  it('says what a page size may be', async () => {
    const { errors } = await api.ask('{ gaps(first: 201) { totalCount } }');
    expect(errors[0]?.message).toBe('expected first to be 1 to 200, but got: 201');
  });
});
