import { closedObject } from './object-shape.ts';
import { type Check, filledText } from './shape.ts';

const errorBody: Check = closedObject({
  required: { error: closedObject({ required: { code: filledText, message: filledText } }) },
});

/** What an error answer says beside its body. */
export interface ErrorEnvelope {
  readonly status: number;
  /** The header `Retry-After`. */
  readonly retryAfter: string | undefined;
}

/**
 * An answer of 400, 404 or 500: `{"error":{"code","message"}}`, since PMS logs a parse error for anything else. A 500
 * says when to ask again. Returns violations.
 */
export function validateErrorAnswer(answer: unknown, envelope: ErrorEnvelope): readonly string[] {
  return [...errorBody(answer, '$'), ...checkRetryAfter(envelope)];
}

function checkRetryAfter({ status, retryAfter }: ErrorEnvelope): string[] {
  if (status !== 500) return [];
  const seconds = /^[1-9]\d{0,4}$/.test(retryAfter ?? '');
  return seconds ? [] : [`Retry-After: expected whole seconds above 0, but got: ${retryAfter ?? 'nothing'}`];
}
