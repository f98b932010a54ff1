import { checkContainer } from './media-container.ts';
import { image } from './movie-shape.ts';
import type { ProviderContract } from './provider-contract.ts';
import { listOf } from './shape.ts';

/** The 200 answer to `…/{ratingKey}/images`: the pictures, directly under the container. Returns violations. */
export function validateImagesAnswer(answer: unknown, contract: ProviderContract): readonly string[] {
  return checkContainer(answer, { entries: 'Image', check: listOf(image), ...identifierOf(contract) });
}

function identifierOf({ identifier }: ProviderContract): { identifier?: string } {
  return identifier === undefined ? {} : { identifier };
}
