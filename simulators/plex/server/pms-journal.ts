/** One call that reached PMS. */
export interface PmsCall {
  readonly method: string;
  /** Path and query, the token blanked. */
  readonly path: string;
  readonly body: string;
}

/** What was asked of PMS, in order. */
export class PmsJournal {
  readonly #token: string;
  readonly #calls: PmsCall[] = [];
  readonly #violations: string[] = [];

  constructor(token: string) {
    this.#token = token;
  }

  get calls(): readonly PmsCall[] {
    return this.#calls;
  }

  /** The calls that change something, in order. */
  get writes(): readonly PmsCall[] {
    return this.#calls.filter(({ method }) => method !== 'GET' && method !== 'HEAD');
  }

  /** Breaches of what a careful client does: PMS logs addresses, so the token belongs in the header. */
  get violations(): readonly string[] {
    return this.#violations;
  }

  record(method: string, url: string, body: string): void {
    const bare = url.replaceAll(this.#token, '***').replace(/(X-Plex-Token=)[^&]*/i, '$1***');
    if (bare !== url) this.#violations.push(`${method} ${bare}: expected the token in the header only`);
    this.#calls.push({ method, path: bare, body });
  }
}
