/** A refusal that the caller may read: everything else becomes a bare internal error. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: string;
  /** Seconds after which asking again makes sense. */
  readonly retryAfterS: number | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    options: { retryAfterS?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.status = status;
    this.code = code;
    this.retryAfterS = options.retryAfterS;
  }
}

/** 400: the caller sent something that cannot be understood. */
export function badRequest(code: string, message: string): HttpError {
  return new HttpError(400, code, message);
}

/**
 * 500 with `Retry-After`: we cannot know now. Plex's provider documentation (API 1.2.2) lists no other status for
 * trouble, and an empty list or a 404 would be taken as "nothing there".
 */
export function cannotKnowNow(code: string, message: string): HttpError {
  return new HttpError(500, code, message, { retryAfterS: 30 });
}
