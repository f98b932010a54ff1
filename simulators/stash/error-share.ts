import { createRandom, type Random } from '../library/random.ts';

/** Ways in which a single answer goes wrong. */
type ErrorWay = 'HTTP_500' | 'GARBAGE' | 'CUT';

export interface ErrorShareOptions {
  /** Of every hundred requests in a row exactly so many get an error. */
  readonly errorsInHundred: number;
  /** Taken in turn. */
  readonly ways: readonly ErrorWay[];
  /** Another seed strikes others of the hundred. Default 1. */
  readonly seed?: number;
}

const BLOCK = 100;

/** Says which answers go wrong: strewn at random, but alike in every run, and as many as were asked for. */
export class ErrorShare {
  readonly #options: ErrorShareOptions;
  readonly #random: Random;
  #places: ReadonlySet<number> = new Set();
  #asked = 0;
  #given = 0;

  constructor(options: ErrorShareOptions) {
    this.#options = options;
    this.#random = createRandom(options.seed ?? 1);
  }

  /** How many answers went wrong so far. */
  get given(): number {
    return this.#given;
  }

  /** How the next answer goes wrong; `undefined` when it does not. */
  take(): ErrorWay | undefined {
    const place = this.#asked % BLOCK;
    if (place === 0) this.#places = this.#drawPlaces();
    this.#asked += 1;
    if (!this.#places.has(place)) return undefined;
    const { ways } = this.#options;
    const way = ways[this.#given % ways.length];
    this.#given += 1;
    return way;
  }

  #drawPlaces(): ReadonlySet<number> {
    const places = new Set<number>();
    while (places.size < Math.min(BLOCK, this.#options.errorsInHundred))
      places.add(this.#random.below(BLOCK));
    return places;
  }
}
