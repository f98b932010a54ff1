import { PmsError, type PmsErrorCode } from './pms-error.ts';

/**
 * The JSON of a successful answer; `undefined` for an empty body, which PMS labels as HTML and sends after changes.
 * Throws `GARBAGE` for a page, for XML and for anything else that is no JSON.
 */
export function parseBody(text: string): unknown {
  const start = text.trimStart().slice(0, 64);
  if (start === '') return undefined;
  if (start.startsWith('<')) throw toGarbage(/^<(\?xml|MediaContainer)/.test(start) ? 'XML' : 'WEB_PAGE');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's own message quotes the text.
    throw toGarbage('NOT_JSON');
  }
}

function toGarbage(code: PmsErrorCode): PmsError {
  return new PmsError('GARBAGE', { status: 200, code });
}
