interface Flight<T> {
  readonly landing: Promise<T>;
  readonly controller: AbortController;
  passengers: number;
}

/** Lets callers that want the same thing at the same time wait for one piece of work. */
export class SharedFlights<T> {
  readonly #flights = new Map<string, Flight<T>>();

  /**
   * Joins the work under that key, or starts it.
   *
   * @param signal ends this caller's wait only; the work itself is aborted when nobody waits any more.
   * @returns `undefined` when the signal aborted first.
   */
  async join(
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T | undefined> {
    if (signal.aborted) return undefined;
    const flight = this.#flights.get(key) ?? this.#start(key, start);
    const left = Promise.withResolvers<undefined>();
    const leave = (): void => left.resolve(undefined);
    signal.addEventListener('abort', leave, { once: true });
    flight.passengers += 1;
    try {
      return await Promise.race([flight.landing, left.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
      flight.passengers -= 1;
      if (flight.passengers === 0) this.#end(key, flight);
    }
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const flight = { landing: start(controller.signal), controller, passengers: 0 };
    this.#flights.set(key, flight);
    return flight;
  }

  /** Aborts also what has landed, so that nothing it left open stays open. */
  #end(key: string, flight: Flight<T>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
    flight.controller.abort();
  }
}
