import type { UpstreamCode } from './stash-error.ts';

/**
 * Message forms of Stash's resolvers, from its source and from running servers. They are matched and then forgotten:
 * a message may hold SQL, every path asked for, or the whole request body.
 */
const FORMS: readonly (readonly [RegExp, UpstreamCode])[] = [
  [/^(file|folder) not found$/, 'FILE_NOT_FOUND'],
  [/with id \d+ not found$|duplicate id found/, 'ID_NOT_FOUND'],
  [/strconv\.|converting id/, 'BAD_ID'],
  [/parsing regexp/, 'BAD_PATTERN'],
  [/^invalid sort/, 'INVALID_SORT'],
  [/unsupported .*modifier|in the same filter/, 'UNSUPPORTED_FILTER'],
  [/parser stack overflow|too many terms|Expression tree is too large/i, 'TOO_MANY_TERMS'],
  [/database is locked|SQLITE_BUSY/, 'DATABASE_LOCKED'],
  [/nil pointer dereference/, 'NIL_POINTER'],
];

/** The class of a resolver's message. Only its beginning and end are looked at: the middle may be a megabyte of SQL. */
export function toUpstreamCode(message: string): UpstreamCode {
  const shown = message.length > 4000 ? message.slice(0, 2000) + message.slice(-2000) : message;
  return FORMS.find(([form]) => form.test(shown))?.[1] ?? 'OTHER';
}

/** The schema member that a validation message says is missing; letters and digits only, so never anyone's data. */
export function findUnknownMember(message: string): string | undefined {
  const field = /^Cannot query field "(\w{1,80})" on type "(\w{1,80})"/.exec(message);
  if (field) return `${field[2] ?? ''}.${field[1] ?? ''}`;
  const input = /^Field "(\w{1,80})" is not defined by type "(\w{1,80})"/.exec(message);
  return input ? `${input[2] ?? ''}.${input[1] ?? ''}` : undefined;
}
