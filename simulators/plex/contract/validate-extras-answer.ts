import { checkContainer } from './media-container.ts';
import type { ProviderContract } from './provider-contract.ts';
import { expecting } from './shape.ts';

const nothing = expecting('an empty list', (value) => Array.isArray(value) && value.length === 0);

/** The 200 answer to `…/{ratingKey}/extras`: an empty container with its paging members. Returns violations. */
export function validateExtrasAnswer(answer: unknown, { identifier }: ProviderContract): readonly string[] {
  return checkContainer(answer, {
    entries: 'Metadata',
    check: nothing,
    listOptional: true,
    ...(identifier === undefined ? {} : { identifier }),
  });
}
