import { describe, expect, it } from 'vitest';
import { usualContract } from '../../simulators/plex/contract/provider-contract.ts';
import { validateErrorAnswer } from '../../simulators/plex/contract/validate-error-answer.ts';
import { validateExtrasAnswer } from '../../simulators/plex/contract/validate-extras-answer.ts';
import { validateImagesAnswer } from '../../simulators/plex/contract/validate-images-answer.ts';
import { breakAnswer } from '../support/break-answer.ts';
import {
  containerOf,
  goldenError,
  goldenExtras,
  goldenImages,
  goldenMetadata,
  IDENTIFIER,
} from '../support/golden-provider-answers.ts';

const contract = { ...usualContract, identifier: IDENTIFIER };

describe('the validator of an images answer', () => {
  it('accepts pictures, and none', () => {
    expect(validateImagesAnswer(goldenImages, contract)).toEqual([]);
    expect(validateImagesAnswer(containerOf('Image', []), usualContract)).toEqual([]);
  });

  it.each([
    ['no list', 'MediaContainer.Image', undefined, '.Image: expected a value'],
    ['an unknown type', 'MediaContainer.Image.0.type', 'art', '.Image[0].type: expected one of'],
    ['a relative address', 'MediaContainer.Image.1.url', '/x', '.Image[1].url: expected an absolute'],
    ['a wrong size', 'MediaContainer.size', 1, '.size: expected 2'],
    ['a foreign identifier', 'MediaContainer.identifier', 'x', '.identifier: expected'],
    ['a text that is a number', 'MediaContainer.Image.0.alt', 1, '.alt: expected a string'],
  ])('rejects %s', (_what, path, value, expected) => {
    expect(validateImagesAnswer(breakAnswer(goldenImages, path, value), contract).join('\n')).toContain(
      expected,
    );
  });

  it('rejects pictures inside an item', () => {
    expect(validateImagesAnswer(goldenMetadata, contract)).not.toEqual([]);
  });
});

describe('the validator of an extras answer', () => {
  it('accepts an empty list, and a container without one', () => {
    expect(validateExtrasAnswer(goldenExtras, contract)).toEqual([]);
    const bare = breakAnswer(goldenExtras, 'MediaContainer.Metadata', undefined);
    expect(validateExtrasAnswer(bare, usualContract)).toEqual([]);
  });

  it('rejects an extra, missing paging members and an empty object', () => {
    expect(validateExtrasAnswer(goldenMetadata, contract)).not.toEqual([]);
    const unpaged = breakAnswer(goldenExtras, 'MediaContainer.totalSize', undefined);
    expect(validateExtrasAnswer(unpaged, contract)).toHaveLength(1);
    expect(validateExtrasAnswer({}, contract)).toHaveLength(1);
  });
});

describe('the validator of an error answer', () => {
  it('accepts code and message, and a 500 that says when to come back', () => {
    expect(validateErrorAnswer(goldenError, { status: 400, retryAfter: undefined })).toEqual([]);
    expect(validateErrorAnswer(goldenError, { status: 500, retryAfter: '30' })).toEqual([]);
  });

  it.each([
    ['no error', 'error', undefined, '$.error: expected a value'],
    ['no code', 'error.code', undefined, '.code: expected a value'],
    ['a code as a number', 'error.code', 400, '.code: expected a string'],
    ['an empty message', 'error.message', '', '.message: expected a string'],
    ['a stack trace', 'error.stack', 'at x', '.stack: expected no such member'],
    ['a member beside it', 'status', 400, '$.status: expected no such member'],
  ])('rejects %s', (_what, path, value, expected) => {
    const found = validateErrorAnswer(breakAnswer(goldenError, path, value), {
      status: 400,
      retryAfter: undefined,
    });
    expect(found.join('\n')).toContain(expected);
  });

  it.each([[undefined], ['0'], ['soon'], ['-5'], ['1.5']])(
    'rejects a 500 with Retry-After %j',
    (retryAfter) => {
      expect(validateErrorAnswer(goldenError, { status: 500, retryAfter })).toEqual([
        expect.stringContaining('Retry-After'),
      ]);
    },
  );
});
