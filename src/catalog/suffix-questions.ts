import type { Clock } from '../lib/clock.ts';
import type { Scene } from '../model/scene.ts';
import type { SceneSource } from './scene-source.ts';

/** Stash matches a pattern against every path: the cost is by suffix, so a pattern is bounded. */
const MOST_SUFFIXES = 20;

/** How long a question waits for neighbours to share its request. */
const GATHER_MS = 25;

/** Scenes that one request may bring. */
const MOST_SCENES = 200;

/** Scenes with a file that ends in the suffix; `truncated` when Stash has more than were brought. */
export interface SuffixAnswer {
  readonly scenes: readonly Scene[];
  readonly truncated: boolean;
}

/** One RE2 pattern that finds every path which ends in one of these runs of segments. */
export type ToPattern = (suffixes: readonly (readonly string[])[]) => string;

interface Question {
  readonly suffix: readonly string[];
  readonly signal: AbortSignal;
  readonly resolve: (answer: SuffixAnswer) => void;
  readonly reject: (error: unknown) => void;
}

export interface SuffixQuestionsOptions {
  readonly source: SceneSource;
  readonly clock: Clock;
  readonly toPattern: ToPattern;
  readonly endsIn: (scene: Scene, suffix: readonly string[]) => boolean;
}

/** Gathers questions that are asked within a moment and puts them to Stash as one pattern. */
export class SuffixQuestions {
  readonly #options: SuffixQuestionsOptions;
  #gathered: Question[] = [];

  constructor(options: SuffixQuestionsOptions) {
    this.#options = options;
  }

  /** Rejects with what the source throws, or once `signal` aborts before the question was put. */
  ask(suffix: readonly string[], signal: AbortSignal): Promise<SuffixAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<SuffixAnswer>();
    this.#gathered.push({ suffix, signal, resolve, reject });
    if (this.#gathered.length === 1) void this.#putSoon();
    if (this.#gathered.length >= MOST_SUFFIXES) void this.#put(this.#takeAll());
    return promise;
  }

  async #putSoon(): Promise<void> {
    await this.#options.clock.sleep(GATHER_MS);
    await this.#put(this.#takeAll());
  }

  #takeAll(): Question[] {
    const taken = this.#gathered;
    this.#gathered = [];
    return taken;
  }

  /** Never rejects: every question hears for itself. */
  async #put(questions: readonly Question[]): Promise<void> {
    const waiting = questions.filter((question) => !this.#isAbandoned(question));
    if (waiting.length === 0) return;
    try {
      const scenes = await this.#find(waiting);
      await this.#answer(waiting, scenes);
    } catch (error) {
      for (const question of waiting) question.reject(error);
    }
  }

  #isAbandoned({ signal, reject }: Question): boolean {
    if (signal.aborted) reject(signal.reason);
    return signal.aborted;
  }

  /** Case is forgiven as it is in the catalog. */
  #find(questions: readonly Question[]): Promise<readonly Scene[]> {
    const { source, toPattern } = this.#options;
    const pattern = `(?i)${toPattern(questions.map(({ suffix }) => suffix))}`;
    return source.findScenesByPathPattern(pattern, MOST_SCENES, whenAllAborted(questions));
  }

  /** A full page may hide what some were asking for: halves are asked again until each question stands alone. */
  async #answer(questions: readonly Question[], scenes: readonly Scene[]): Promise<void> {
    const isFull = scenes.length >= MOST_SCENES;
    if (isFull && questions.length > 1) {
      const middle = Math.ceil(questions.length / 2);
      await Promise.all([this.#put(questions.slice(0, middle)), this.#put(questions.slice(middle))]);
      return;
    }
    for (const { suffix, resolve } of questions) {
      const found = scenes.filter((scene) => this.#options.endsIn(scene, suffix));
      resolve({ scenes: found, truncated: isFull });
    }
  }
}

/** A request is given up when everyone it was made for has gone. */
function whenAllAborted(questions: readonly Question[]): AbortSignal {
  const controller = new AbortController();
  const check = () => {
    if (questions.every(({ signal }) => signal.aborted)) controller.abort(questions[0]?.signal.reason);
  };
  for (const { signal } of questions) signal.addEventListener('abort', check, { once: true });
  return controller.signal;
}
