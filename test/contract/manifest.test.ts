import { describe, expect, it } from 'vitest';
import { usualContract } from '../../simulators/plex/contract/provider-contract.ts';
import { validateManifest } from '../../simulators/plex/contract/validate-manifest.ts';
import { breakAnswer } from '../support/break-answer.ts';
import { goldenManifest, IDENTIFIER } from '../support/golden-provider-answers.ts';

const television = [2, 3, 4].map((type) => ({ type, Scheme: [{ scheme: IDENTIFIER }] }));

describe('the validator of a manifest', () => {
  it('accepts one that keeps the contract', () => {
    expect(validateManifest(goldenManifest, { ...usualContract, identifier: IDENTIFIER })).toEqual([]);
  });

  it('accepts the three types of television together', () => {
    const manifest = breakAnswer(goldenManifest, 'MediaProvider.Types', television);
    expect(validateManifest(manifest, usualContract)).toEqual([]);
  });

  it.each([
    ['no wrapper', 'MediaProvider', undefined, '$.MediaProvider: expected a value'],
    ['a member beside the wrapper', 'extra', 1, '$.extra: expected no such member'],
    ['no identifier', 'MediaProvider.identifier', undefined, '.identifier: expected a value'],
    ['a foreign prefix', 'MediaProvider.identifier', 'com.example.stash', '.identifier: expected tv.plex'],
    [
      'a dash in the identifier',
      'MediaProvider.identifier',
      `${IDENTIFIER}-2`,
      '.identifier: expected tv.plex',
    ],
    ['an identifier without suffix', 'MediaProvider.identifier', 'tv.plex.agents.custom.', 'and a suffix'],
    ['an empty title', 'MediaProvider.title', '', '.title: expected a string that is not empty'],
    ['a version that is a number', 'MediaProvider.version', 1, '.version: expected a string'],
    ['an unknown member', 'MediaProvider.protocols', 'x', '.protocols: expected no such member'],
    ['no types', 'MediaProvider.Types', [], 'expected movies alone'],
    ['types as an object', 'MediaProvider.Types', {}, '.Types: expected a list'],
    ['a type as text', 'MediaProvider.Types.0.type', '1', '.type: expected 1 movie'],
    ['a type PMS refuses', 'MediaProvider.Types.0.type', 18, '.type: expected 1 movie'],
    ['movies beside shows', 'MediaProvider.Types.1', television[0], 'expected movies alone'],
    ['no scheme', 'MediaProvider.Types.0.Scheme', [], 'the identifier as the only scheme'],
    ['another scheme', 'MediaProvider.Types.0.Scheme.0.scheme', 'plex', 'the identifier as the only scheme'],
    ['a second scheme', 'MediaProvider.Types.0.Scheme.1', { scheme: 'plex' }, 'as the only scheme'],
    [
      'no match feature',
      'MediaProvider.Feature',
      [goldenManifest.MediaProvider.Feature[0]],
      'a feature match',
    ],
    ['no feature at all', 'MediaProvider.Feature', [], 'expected a feature metadata'],
    [
      'the authoritative images feature',
      'MediaProvider.Feature.2',
      { type: 'images', key: '/i' },
      '.type: expected one of',
    ],
    ['a key with a query', 'MediaProvider.Feature.0.key', '/library/metadata?x=1', '.key: expected a path'],
    ['a key with an end slash', 'MediaProvider.Feature.0.key', '/library/metadata/', '.key: expected a path'],
    ['a key without a slash', 'MediaProvider.Feature.0.key', 'library', '.key: expected a path'],
  ])('rejects %s', (_what, path, value, expected) => {
    const found = validateManifest(breakAnswer(goldenManifest, path, value), usualContract);
    expect(found.join('\n')).toContain(expected);
  });

  it('rejects an identifier other than the registered one', () => {
    const contract = { ...usualContract, identifier: 'tv.plex.agents.custom.other' };
    expect(validateManifest(goldenManifest, contract)).toHaveLength(1);
  });

  it('rejects a key that repeats the base path, which PMS would double', () => {
    const manifest = breakAnswer(goldenManifest, 'MediaProvider.Feature.0.key', '/secret/library/metadata');
    const found = validateManifest(manifest, { ...usualContract, basePath: '/secret' });
    expect(found).toEqual([expect.stringContaining('keys relative to the root')]);
  });

  it.each([[null], [[]], ['text'], [7], [undefined]])('rejects %j in place of an object', (answer) => {
    expect(validateManifest(answer, usualContract)).not.toEqual([]);
  });
});
