import { isObject, type JsonObject } from '../contract/object-shape.ts';
import { type FileNameForm, findFileName } from './file-name-form.ts';
import { guessTitle } from './guess-title.ts';
import type { ProviderConversation } from './provider-conversation.ts';
import type { ScanFile } from './scan-file.ts';

/** What a match request brought. */
export type MatchReading =
  | { readonly kind: 'FOUND'; readonly results: readonly [JsonObject, ...JsonObject[]] }
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'TRANSIENT' }
  | { readonly kind: 'FAILED'; readonly failure: string };

export interface MatchOptions {
  /** Address of the match feature. */
  readonly url: string;
  readonly form: FileNameForm;
  readonly headers: Readonly<Record<string, string>>;
  /** Fix Match: `manual=1` is sent, which a scan leaves out. */
  readonly manual: boolean;
  /** Sent as it is; absent by default, since no public record shows when PMS sends it. */
  readonly includeAdult?: 0 | 1;
}

const MOVIE = 1;

/** Asks a provider which item a file is. */
export async function matchFile(
  file: ScanFile,
  talk: ProviderConversation,
  options: MatchOptions,
): Promise<MatchReading> {
  const body = toMatchBody(file, options);
  const answer = await talk.ask('MATCH', {
    method: 'POST',
    url: options.url,
    headers: options.headers,
    body,
  });
  if (answer.kind === 'TRANSIENT') return answer;
  const { status, container } = answer;
  if (status !== 200) return { kind: 'FAILED', failure: `match answered ${status}` };
  if (container === undefined) return { kind: 'FAILED', failure: 'match answered no MediaContainer' };
  const list = Array.isArray(container.Metadata) ? container.Metadata : [];
  const [first, ...others] = list.filter(isObject);
  return first === undefined ? { kind: 'NOTHING' } : { kind: 'FOUND', results: [first, ...others] };
}

function toMatchBody(file: ScanFile, { form, manual, includeAdult }: MatchOptions): JsonObject {
  const filename = findFileName(file, form);
  return {
    type: MOVIE,
    ...guessTitle(file.path),
    ...(filename === undefined ? {} : { filename }),
    ...(manual ? { manual: 1 } : {}),
    ...(includeAdult === undefined ? {} : { includeAdult }),
  };
}
