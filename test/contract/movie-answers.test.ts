import { describe, expect, it } from 'vitest';
import { usualContract } from '../../simulators/plex/contract/provider-contract.ts';
import { validateMatchAnswer } from '../../simulators/plex/contract/validate-match-answer.ts';
import { validateMetadataAnswer } from '../../simulators/plex/contract/validate-metadata-answer.ts';
import { breakAnswer } from '../support/break-answer.ts';
import {
  containerOf,
  goldenMatch,
  goldenMetadata,
  goldenMovie,
  goldenNoMatch,
  IDENTIFIER,
} from '../support/golden-provider-answers.ts';

const contract = { ...usualContract, identifier: IDENTIFIER };
const asked = { ratingKey: '42' };

/** Each breaks one member of a movie: what, member, value, violation. */
const brokenMovies: readonly (readonly [string, string, unknown, string])[] = [
  ['no ratingKey', 'ratingKey', undefined, '.ratingKey: expected a value'],
  ['a ratingKey as a number', 'ratingKey', 42, '.ratingKey: expected a ratingKey of'],
  ['a ratingKey with a dot', 'ratingKey', '4.2', '.ratingKey: expected a ratingKey of'],
  ['no key', 'key', undefined, '.key: expected a value'],
  ['a key with the base path', 'key', '/secret/library/metadata/42', '.key: expected /library/metadata/42'],
  ['the key of another item', 'key', '/library/metadata/43', '.key: expected /library/metadata/42'],
  ['no guid', 'guid', undefined, '.guid: expected a value'],
  ['a guid without the type segment', 'guid', `${IDENTIFIER}://42`, '.guid: expected tv.plex'],
  ['a guid of another scheme', 'guid', 'plex://movie/42', '.guid: expected tv.plex'],
  ['a guid of another item', 'guid', `${IDENTIFIER}://movie/43`, '.guid: expected tv.plex'],
  ['no type', 'type', undefined, '.type: expected a value'],
  ['another type', 'type', 'episode', '.type: expected "movie"'],
  ['no title', 'title', undefined, '.title: expected a value'],
  ['an empty title', 'title', '', '.title: expected a string that is not empty'],
  ['a blank title', 'title', ' \t', '.title: expected a string that is not empty'],
  ['no date', 'originallyAvailableAt', undefined, '.originallyAvailableAt: expected a value'],
  ['a partial date', 'originallyAvailableAt', '2024-02', '.originallyAvailableAt: expected a real date'],
  ['a day that does not exist', 'originallyAvailableAt', '2024-02-30', 'expected a real date'],
  ['a moment for a date', 'originallyAvailableAt', '2024-02-29T00:00:00Z', 'expected a real date'],
  ['a year as text', 'year', '2024', '.year: expected a year'],
  ['a broken year', 'year', 2024.5, '.year: expected a year'],
  ["a year that is not the date's", 'year', 2023, '.year: expected 2024'],
  ['seconds with a fraction', 'duration', 1805.2, '.duration: expected whole milliseconds'],
  ['no duration at all', 'duration', 0, '.duration: expected whole milliseconds'],
  ['isAdult as 1', 'isAdult', 1, '.isAdult: expected a boolean'],
  ['a null member', 'summary', null, '.summary: expected a string'],
  ['an unknown member', 'score', 100, '.score: expected no such member'],
  ['a relative thumb', 'thumb', '/artwork/42', '.thumb: expected an absolute http'],
  ['an art that is a file', 'art', 'file:///etc/passwd', '.art: expected an absolute http'],
  ['a key in a thumb', 'thumb', 'https://a.example/x?apikey=abc', 'the parameter "apikey"'],
  ['a token in a thumb', 'thumb', 'https://a.example/x?X-Plex-Token=abc', 'the parameter "X-Plex-Token"'],
  ['a password in a thumb', 'thumb', 'https://me:pw@a.example/x', 'without user and password'],
  ['a single object for a list', 'Image', goldenMovie.Image[0], '.Image: expected a list'],
  ['an image type PMS ignores', 'Image.0.type', 'poster', '.Image[0].type: expected one of'],
  ['an image without address', 'Image.0.url', undefined, '.Image[0].url: expected a value'],
  ['an image with a key', 'Image.0.url', 'https://a.example/x?api_key=1', '.Image[0].url: expected'],
  ['an unknown member of an image', 'Image.0.width', 10, '.Image[0].width: expected no such member'],
  ['a genre as text', 'Genre.0', 'Outdoor', '.Genre[0]: expected an object'],
  ['an empty genre', 'Genre.0.tag', '', '.Genre[0].tag: expected a string'],
  ['a billing as text', 'Role.0.order', '0', '.Role[0].order: expected an integer'],
  ['a broken billing', 'Role.0.order', 0.5, '.Role[0].order: expected an integer'],
  ['a relative photo', 'Role.0.thumb', 'p/7', '.Role[0].thumb: expected an absolute http'],
  ['a performer without a name', 'Role.0.tag', undefined, '.Role[0].tag: expected a value'],
  ['a director without a name', 'Director.0.tag', ' ', '.Director[0].tag: expected a string'],
  ['a foreign id without scheme', 'Guid.0.id', '42', '.Guid[0].id: expected scheme://id'],
  ['a country without a name', 'Country.0.tag', undefined, '.Country[0].tag: expected a value'],
  ['a studio with a logo', 'Studio.0.thumb', 'https://a.example/x', '.Studio[0].thumb: expected no such'],
  ['a similar item without guid', 'Similar.0.guid', undefined, '.Similar[0].guid: expected a value'],
  ['a collection without key', 'Collection.0.key', undefined, '.Collection[0].key: expected a value'],
  ['an empty rating list', 'Rating', [], '.Rating: expected no rating'],
  [
    'a foreign badge',
    'Rating',
    [{ image: 'stash://x', type: 'audience', value: 8 }],
    '.image: expected one of',
  ],
  [
    'a rating beyond ten',
    'Rating',
    [{ image: 'imdb://image.rating', type: 'audience', value: 80 }],
    '.value: expected a number from 0 to 10',
  ],
  [
    'a rating of an unknown kind',
    'Rating',
    [{ image: 'imdb://image.rating', type: 'user', value: 8 }],
    '.type: expected one of audience, critic',
  ],
];

/** Each breaks one member of the container. */
const brokenContainers: readonly (readonly [string, string, unknown, string])[] = [
  ['no container', 'MediaContainer', undefined, '$.MediaContainer: expected a value'],
  ['no offset', 'MediaContainer.offset', undefined, '.offset: expected a value'],
  ['a negative offset', 'MediaContainer.offset', -1, '.offset: expected an integer'],
  ['a size as text', 'MediaContainer.size', '1', '.size: expected an integer'],
  ['a size that is not the number of entries', 'MediaContainer.size', 2, '.size: expected 1'],
  ['a total below the size', 'MediaContainer.totalSize', 0, '.totalSize: expected at least'],
  ['no identifier', 'MediaContainer.identifier', undefined, '.identifier: expected a value'],
  ['the identifier of Plex', 'MediaContainer.identifier', 'tv.plex.provider', '.identifier: expected'],
  ['an unknown member', 'MediaContainer.Video', [], '.Video: expected no such member'],
  ['no list', 'MediaContainer.Metadata', undefined, '.Metadata: expected a value'],
];

describe('the validator of a metadata answer', () => {
  it('accepts one that keeps the contract', () => {
    expect(validateMetadataAnswer(goldenMetadata, asked, contract)).toEqual([]);
    expect(validateMetadataAnswer(goldenMetadata, asked, usualContract)).toEqual([]);
  });

  it.each(brokenMovies)('rejects %s', (_what, member, value, expected) => {
    const answer = breakAnswer(goldenMetadata, `MediaContainer.Metadata.0.${member}`, value);
    const found = validateMetadataAnswer(answer, asked, contract);
    expect(found.filter((one) => one.startsWith('$.MediaContainer.Metadata[0]')).join('\n')).toContain(
      expected,
    );
  });

  it.each(brokenContainers)('rejects a container with %s', (_what, path, value, expected) => {
    const found = validateMetadataAnswer(breakAnswer(goldenMetadata, path, value), asked, contract);
    expect(found.join('\n')).toContain(expected);
  });

  it.each(['year', 'isAdult'])('rejects an item without %s', (member) => {
    const answer = breakAnswer(goldenMetadata, `MediaContainer.Metadata.0.${member}`, undefined);
    const found = validateMetadataAnswer(answer, asked, contract);
    expect(found).toEqual([`$.MediaContainer.Metadata[0].${member}: expected a value, but got: nothing`]);
  });

  it('rejects an item that was not asked for', () => {
    const found = validateMetadataAnswer(goldenMetadata, { ratingKey: '43' }, contract);
    expect(found).toEqual([expect.stringContaining('expected 43, which was asked for')]);
  });

  it('rejects an empty list, since an unknown item is a 404', () => {
    expect(validateMetadataAnswer(goldenNoMatch, asked, contract)).not.toEqual([]);
  });

  it('rejects two items', () => {
    const answer = containerOf('Metadata', [goldenMovie, goldenMovie]);
    expect(validateMetadataAnswer(answer, asked, contract)).toContain(
      '$.MediaContainer.size: expected 1, but got: 2',
    );
  });

  it('excuses what the request asked to leave out, but never the names of the item', () => {
    const { title, year, isAdult, originallyAvailableAt, ...rest } = goldenMovie;
    const bare = containerOf('Metadata', [rest]);
    const without = Object.keys({ title, year, isAdult, originallyAvailableAt }).join(',');
    expect(validateMetadataAnswer(bare, { ...asked, excludeFields: without }, contract)).toEqual([]);
    expect(validateMetadataAnswer(bare, { ...asked, includeFields: 'summary' }, contract)).toEqual([]);
    const nameless = breakAnswer(bare, 'MediaContainer.Metadata.0.guid', undefined);
    expect(validateMetadataAnswer(nameless, { ...asked, excludeFields: 'guid' }, contract)).not.toEqual([]);
  });

  it('never repeats an address that holds a key', () => {
    const answer = breakAnswer(
      goldenMetadata,
      'MediaContainer.Metadata.0.thumb',
      'http://s/x?apikey=topsecret',
    );
    expect(validateMetadataAnswer(answer, asked, contract).join()).not.toContain('topsecret');
  });
});

describe('the validator of a match answer', () => {
  const second = {
    ...goldenMovie,
    ratingKey: '43',
    key: '/library/metadata/43',
    guid: `${IDENTIFIER}://movie/43`,
  };
  const two = containerOf('Metadata', [goldenMovie, second]);

  it('accepts one result, none, and several when asked by a person', () => {
    expect(validateMatchAnswer(goldenMatch, { type: 1 }, contract)).toEqual([]);
    expect(validateMatchAnswer(goldenNoMatch, { type: 1 }, contract)).toEqual([]);
    expect(validateMatchAnswer(two, { type: 1, manual: 1 }, contract)).toEqual([]);
    expect(validateMatchAnswer(goldenMatch, {}, usualContract)).toEqual([]);
  });

  it('accepts a result without year and isAdult, which the item itself brings later', () => {
    const { year, isAdult, ...rest } = goldenMovie;
    expect([year, isAdult]).toEqual([2024, true]);
    expect(validateMatchAnswer(containerOf('Metadata', [rest]), { type: 1 }, contract)).toEqual([]);
  });

  it.each([[undefined], [0], ['0']])('rejects several results for manual %j', (manual) => {
    const found = validateMatchAnswer(two, { type: 1, manual }, contract);
    expect(found).toEqual([expect.stringContaining('at most one result without manual=1')]);
  });

  it("rejects a result for a type that is not the movie's", () => {
    expect(validateMatchAnswer(goldenMatch, { type: 2 }, contract)).toHaveLength(1);
    expect(validateMatchAnswer(goldenNoMatch, { type: 2 }, contract)).toEqual([]);
  });

  it('rejects the same item twice', () => {
    const twice = containerOf('Metadata', [goldenMovie, goldenMovie]);
    expect(validateMatchAnswer(twice, { type: 1, manual: 1 }, contract)).toEqual([
      expect.stringContaining('each ratingKey once'),
    ]);
  });

  it.each(brokenMovies)('rejects a result with %s', (_what, member, value, expected) => {
    const answer = breakAnswer(goldenMatch, `MediaContainer.Metadata.0.${member}`, value);
    expect(validateMatchAnswer(answer, { type: 1 }, contract).join('\n')).toContain(expected);
  });

  it.each(brokenContainers)('rejects a container with %s', (_what, path, value, expected) => {
    const found = validateMatchAnswer(breakAnswer(goldenMatch, path, value), { type: 1 }, contract);
    expect(found.join('\n')).toContain(expected);
  });
});
