import { GraphQLError } from 'graphql';

/** What callers can tell errors apart by; everything else is masked. */
export type ApiErrorCode =
  'BAD_USER_INPUT' | 'FORBIDDEN' | 'NOT_FOUND' | 'NOT_READ' | 'QUERY_TOO_COMPLEX' | 'STASH_UNAVAILABLE';

/** The statuses of errors that refuse a request as a whole. */
const STATUSES: Readonly<Partial<Record<ApiErrorCode, number>>> = { FORBIDDEN: 403, QUERY_TOO_COMPLEX: 400 };

/** An error that the caller may read. `details` are shown beside the code. */
export function apiError(
  code: ApiErrorCode,
  message: string,
  details: Readonly<Record<string, string>> = {},
): GraphQLError {
  const status = STATUSES[code];
  const http = status === undefined ? {} : { http: { status } };
  return new GraphQLError(message, { extensions: { ...details, code, ...http } });
}

/** The caller asked for something that cannot be. */
export function badInput(message: string): GraphQLError {
  return apiError('BAD_USER_INPUT', message);
}
