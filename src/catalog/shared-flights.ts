/** One flight under way, with all who wait for it. */
interface Flight<Answer> {
  readonly landed: Promise<Answer>;
  readonly controller: AbortController;
  waiting: number;
}

/**
 * Equal questions asked at once share one flight. A caller that gives up leaves the others alone; a flight that nobody
 * waits for any more is cut, since Stash works on a question for as long as the connection is open.
 */
export class SharedFlights<Answer> {
  readonly #flights = new Map<string, Flight<Answer>>();

  /** Joins the flight of that key, or starts it. Rejects with the signal's reason when that aborts first. */
  async join(
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    signal.throwIfAborted();
    const flight = this.#flights.get(key) ?? this.#start(key, start);
    flight.waiting += 1;
    const gaveUp = Promise.withResolvers<never>();
    const leave = () => gaveUp.reject(signal.reason as Error);
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await Promise.race([flight.landed, gaveUp.promise]);
    } finally {
      signal.removeEventListener('abort', leave);
      this.#leave(key, flight);
    }
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<Answer>): Flight<Answer> {
    const controller = new AbortController();
    const landed = start(controller.signal).finally(() => this.#retire(key, flight));
    const flight: Flight<Answer> = { landed, controller, waiting: 0 };
    // When all have left, nobody is there to be told how it ended.
    landed.catch(() => undefined);
    this.#flights.set(key, flight);
    return flight;
  }

  #leave(key: string, flight: Flight<Answer>): void {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    this.#retire(key, flight);
    flight.controller.abort(new Error('nobody waits for this answer any more'));
  }

  #retire(key: string, flight: Flight<Answer>): void {
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
  }
}
