import type { FolderPair } from './folder-pair.ts';
import type { Takes, Trial } from './trial.ts';

/** The way to Stash is what files are recognised by; the way to Plex only tells where a file is expected. */
const TO_PLEX_WEIGHT = 0.3;

/** What putting a trial at a place in the list would bring. */
export interface Insertion {
  readonly at: number;
  readonly gain: number;
}

/** An ordered list of trials under construction; the first that takes a file wins. */
export class RuleListDraft {
  readonly #pairs: readonly FolderPair[];
  readonly #trials: Trial[] = [];

  constructor(pairs: readonly FolderPair[], trials: readonly Trial[] = []) {
    this.#pairs = pairs;
    this.#trials.push(...trials);
    this.#decide();
  }

  #winners = { toStash: new Map<number, number>(), toPlex: new Map<number, number>() };

  get trials(): readonly Trial[] {
    return this.#trials;
  }

  /** The best place for a trial; the last of equally good ones. */
  findInsertion(trial: Trial): Insertion {
    const gains = Array<number>(this.#trials.length + 1).fill(0);
    this.#addGains(gains, trial, 'toStash', 1);
    this.#addGains(gains, trial, 'toPlex', TO_PLEX_WEIGHT);
    let best = { at: gains.length - 1, gain: gains.at(-1) ?? 0 };
    for (let at = gains.length - 2; at >= 0; at -= 1) {
      const gain = gains[at] ?? 0;
      if (gain > best.gain + 1e-6) best = { at, gain };
    }
    return best;
  }

  insert(trial: Trial, at: number): void {
    this.#trials.splice(at, 0, trial);
    this.#decide();
  }

  /** How much the whole list is worth, in files. */
  get worth(): number {
    return this.#worthOf('toStash') + TO_PLEX_WEIGHT * this.#worthOf('toPlex');
  }

  /** The folder pairs that the trial at a place takes before any other, to the right place and not. */
  listTaken(at: number): { readonly right: FolderPair[]; readonly astray: FolderPair[] } {
    const trial = this.#trials[at];
    const direction =
      trial?.candidate.rule.kind === 'REGEX' && trial.candidate.rule.toStash === 'none'
        ? 'toPlex'
        : 'toStash';
    const taken = [...this.#winners[direction]].filter(([, winner]) => winner === at);
    const isRight = ([place]: [number, number]): boolean =>
      trial?.[direction].rightPlaces.has(place) ?? false;
    const toPairs = (entries: [number, number][]): FolderPair[] =>
      entries.flatMap(([place]) => this.#pairs[place] ?? []);
    return {
      right: toPairs(taken.filter(isRight)),
      astray: toPairs(taken.filter((entry) => !isRight(entry))),
    };
  }

  /** Sums, for every place, what changes for the files that nobody before that place takes. */
  #addGains(gains: number[], trial: Trial, direction: 'toStash' | 'toPlex', weight: number): void {
    const { places, rightPlaces } = trial[direction];
    const last = this.#trials.length;
    const changes = Array<number>(last + 1).fill(0);
    for (const place of places) {
      const winner = this.#winners[direction].get(place) ?? last;
      const was = this.#trials[winner]?.[direction].rightPlaces.has(place) === true ? 1 : 0;
      const change = ((rightPlaces.has(place) ? 1 : 0) - was) * (this.#pairs[place]?.files ?? 0);
      changes[winner] = (changes[winner] ?? 0) + change;
    }
    let sum = 0;
    for (let at = last; at >= 0; at -= 1) {
      sum += changes[at] ?? 0;
      gains[at] = (gains[at] ?? 0) + sum * weight;
    }
  }

  #worthOf(direction: 'toStash' | 'toPlex'): number {
    let worth = 0;
    for (const [place, winner] of this.#winners[direction])
      if (this.#trials[winner]?.[direction].rightPlaces.has(place) === true)
        worth += this.#pairs[place]?.files ?? 0;
    return worth;
  }

  #decide(): void {
    const first = (takes: readonly Takes[]): Map<number, number> => {
      const winners = new Map<number, number>();
      for (const [at, { places }] of takes.entries())
        for (const place of places) if (!winners.has(place)) winners.set(place, at);
      return winners;
    };
    this.#winners = {
      toStash: first(this.#trials.map(({ toStash }) => toStash)),
      toPlex: first(this.#trials.map(({ toPlex }) => toPlex)),
    };
  }
}
