import type { AnswerObject } from './id-writing.ts';

/** What a route answers: a container of entries made one by one, a page of HTML, or success without words. */
export type PmsAnswer =
  | {
      readonly kind: 'CONTAINER';
      /** The container's plain members. */
      readonly head: AnswerObject;
      readonly list?: AnswerList;
      readonly headers?: Readonly<Record<string, string>>;
      /** The connection breaks inside the body. */
      readonly isCut?: boolean;
    }
  | { readonly kind: 'HTML'; readonly status: number }
  | { readonly kind: 'EMPTY' };

export interface AnswerList {
  readonly name:
    'Metadata' | 'Directory' | 'Activity' | 'MetadataAgentProvider' | 'MetadataAgentProviderGroup';
  readonly entries: Iterable<AnswerObject>;
  readonly size: number;
}

/** A container whose entries are at hand. */
export function containerOf(name: AnswerList['name'], entries: readonly AnswerObject[]): PmsAnswer {
  const size = entries.length;
  return { kind: 'CONTAINER', head: { size }, list: { name, entries, size } };
}
