import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../simulators/plex/contract/exchange.ts';
import { validateExchange } from '../../simulators/plex/contract/validate-exchange.ts';
import { breakAnswer } from '../support/break-answer.ts';
import {
  containerOf,
  goldenError,
  goldenExtras,
  goldenImages,
  goldenManifest,
  goldenMatch,
  goldenMetadata,
  goldenMovie,
  goldenNoMatch,
} from '../support/golden-provider-answers.ts';

const MATCHES = '/library/metadata/matches';

/** An exchange that went well, but for what is given. */
function exchange(answer: unknown, changes: Partial<Exchange>): Exchange {
  return {
    method: 'GET',
    path: '/',
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    bodyText: JSON.stringify(answer),
    ...changes,
  };
}

const matchRequest = { method: 'POST', path: MATCHES, requestBody: { type: 1, title: 'Dawn' } };
const retryLater = { 'content-type': 'application/json', 'retry-after': '30' };

describe('the validator of an exchange', () => {
  it.each<[string, unknown, Partial<Exchange>]>([
    ['the manifest', goldenManifest, { path: '/?includePreferences=1' }],
    ['a match', goldenMatch, matchRequest],
    ['no match', goldenNoMatch, matchRequest],
    ['an item', goldenMetadata, { path: '/library/metadata/42' }],
    ['its pictures', goldenImages, { path: '/library/metadata/42/images' }],
    ['its extras', goldenExtras, { path: '/library/metadata/42/extras?updating=1' }],
    ['a malformed request', goldenError, { ...matchRequest, status: 400 }],
    ['an unknown item', goldenError, { path: '/library/metadata/9', status: 404 }],
    ['pictures of an unknown item', goldenError, { path: '/library/metadata/9/images', status: 404 }],
    ['an outage', goldenError, { ...matchRequest, status: 500, headers: retryLater }],
    ['an unknown address', goldenError, { path: '/nothing', status: 404 }],
  ])('accepts %s', (_what, answer, changes) => {
    expect(validateExchange(exchange(answer, changes))).toEqual([]);
  });

  it('leaves artwork alone', () => {
    const picture = {
      path: '/artwork/42/poster',
      headers: { 'content-type': 'image/jpeg' },
      bodyText: 'JFIF',
    };
    expect(validateExchange(exchange(undefined, picture))).toEqual([]);
  });

  it.each<[string, unknown, Partial<Exchange>, string]>([
    ['a 503', goldenError, { ...matchRequest, status: 503 }, 'status: expected one of 200, 400, 404, 500'],
    ['a 204', goldenError, { path: '/library/metadata/42', status: 204 }, 'status: expected one of'],
    ['a 404 to a match', goldenError, { ...matchRequest, status: 404 }, '404 only for an unknown ratingKey'],
    ['a 404 to the manifest', goldenError, { status: 404 }, '404 only for an unknown ratingKey'],
    ['a 404 to extras', goldenError, { path: '/library/metadata/42/extras', status: 404 }, '404 only for'],
    ['a 500 without Retry-After', goldenError, { ...matchRequest, status: 500 }, 'Retry-After: expected'],
    ['an error without its object', { message: 'no' }, { ...matchRequest, status: 400 }, '$.error: expected'],
    [
      'JSON that calls itself text',
      goldenMatch,
      { ...matchRequest, headers: { 'content-type': 'text/plain' } },
      'Content-Type',
    ],
    ['an answer without a type', goldenManifest, { headers: {} }, 'Content-Type'],
    ['a manifest at the match key', goldenManifest, matchRequest, '$.MediaContainer: expected a value'],
    ['a broken manifest', {}, { path: '/' }, '$.MediaProvider: expected a value'],
    [
      'an item at its images',
      goldenMetadata,
      { path: '/library/metadata/42/images' },
      '.Image: expected a value',
    ],
    [
      'an extra',
      goldenMetadata,
      { path: '/library/metadata/42/extras' },
      '.Metadata: expected an empty list',
    ],
    ['another item', goldenMetadata, { path: '/library/metadata/43' }, 'which was asked for'],
    ['HTML at an unknown address', undefined, { path: '/x', status: 404, bodyText: '<h1>' }, 'expected JSON'],
  ])('rejects %s', (_what, answer, changes, expected) => {
    expect(validateExchange(exchange(answer, changes)).join('\n')).toContain(expected);
  });

  it('rejects an HTML error for its type and for its body, naming the request', () => {
    const html = {
      ...matchRequest,
      status: 400,
      headers: { 'content-type': 'text/html' },
      bodyText: '<h1>Bad',
    };
    expect(validateExchange(exchange(undefined, html))).toEqual([
      `POST ${MATCHES} 400: Content-Type: expected application/json, but got: text/html`,
      `POST ${MATCHES} 400: body: expected JSON, but got something that does not parse`,
    ]);
  });

  it('reads whether a person asked from the body of the request', () => {
    const two = containerOf('Metadata', [
      goldenMovie,
      {
        ...goldenMovie,
        ratingKey: '7',
        key: '/library/metadata/7',
        guid: goldenMovie.guid.replace('42', '7'),
      },
    ]);
    const manual = { ...matchRequest, requestBody: { type: 1, manual: 1 } };
    expect(validateExchange(exchange(two, manual))).toEqual([]);
    expect(validateExchange(exchange(two, matchRequest))).toHaveLength(1);
  });

  it('reads what was to be left out from the query or the body', () => {
    const untitled = breakAnswer(goldenMatch, 'MediaContainer.Metadata.0.title', undefined);
    const inQuery = { ...matchRequest, path: `${MATCHES}?excludeFields=title` };
    const inBody = { ...matchRequest, requestBody: { type: 1, excludeFields: 'summary,title' } };
    expect(validateExchange(exchange(untitled, inQuery))).toEqual([]);
    expect(validateExchange(exchange(untitled, inBody))).toEqual([]);
    expect(validateExchange(exchange(untitled, matchRequest))).toHaveLength(1);
  });

  it('finds the routes below a base path, and the manifest at it', () => {
    const contract = { basePath: '/secret' };
    const at = (path: string) => validateExchange(exchange({}, { path }), contract);
    expect(at('/secret')).not.toEqual([]);
    expect(at('/secret/')).not.toEqual([]);
    expect(at('/secret/library/metadata/42')).not.toEqual([]);
    expect(at('/library/metadata/42')).toEqual([]);
    expect(
      validateExchange(exchange(goldenMetadata, { path: '/secret/library/metadata/42' }), contract),
    ).toEqual([]);
  });

  it('rejects a secret in the body or in a header, without repeating it', () => {
    const inBody = breakAnswer(goldenMatch, 'MediaContainer.Metadata.0.summary', 'key topsecret');
    const inHeader = { ...matchRequest, headers: { 'content-type': 'application/json', 'x-y': 'topsecret' } };
    const contract = { secrets: ['topsecret', ''] };
    for (const one of [exchange(inBody, matchRequest), exchange(goldenMatch, inHeader)])
      expect(validateExchange(one, contract)).toEqual([expect.stringMatching(/expected no secret/)]);
    expect(validateExchange(exchange(goldenMatch, matchRequest), contract)).toEqual([]);
  });
});
