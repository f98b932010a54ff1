/** Counts what has come in and is not answered yet. */
export class InFlight {
  #now = 0;
  #most = 0;

  get now(): number {
    return this.#now;
  }

  /** The most at any one time since the start or the last `forget`. */
  get most(): number {
    return this.#most;
  }

  arrive(): void {
    this.#now += 1;
    this.#most = Math.max(this.#most, this.#now);
  }

  depart(): void {
    this.#now -= 1;
  }

  /** Starts anew; what is under way stays counted. */
  forget(): void {
    this.#most = this.#now;
  }
}
