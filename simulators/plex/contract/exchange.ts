/** One request PMS sent to a provider, and the whole answer. */
export interface Exchange {
  readonly method: string;
  /** Path with its query, as sent. */
  readonly path: string;
  /** The body as it was before it was written as JSON; `undefined` for none. */
  readonly requestBody?: unknown;
  readonly status: number;
  /** Names in lower case, as node:http gives them. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bodyText: string;
}

/** A header's value; the first of several. */
export function findHeader({ headers }: Exchange, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return typeof value === 'string' || value === undefined ? value : value[0];
}
