/** A whole HTTP answer, ready to be sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export const PLAIN_TEXT = 'text/plain; charset=utf-8';

/** An answer of text; Stash ends these with a line feed. */
export function answerText(status: number, text: string): Answer {
  return { status, headers: { 'content-type': PLAIN_TEXT }, body: `${text}\n` };
}

/** No body and no content type. */
export function answerEmpty(status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, headers, body: '' };
}
