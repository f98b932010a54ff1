import { toGivenOffsets } from './given-offsets.ts';
import { toComparablePath, toFoldedPath } from './normal-form.ts';
import { isWindowsPath } from './separators.ts';

/** One path in the forms that rules ask for, each made once and only when it is wanted. */
export class PathForm {
  readonly given: string;
  readonly comparable: string;
  #folded: string | undefined;
  #offsets: readonly number[] | undefined;

  constructor(given: string) {
    this.given = given;
    this.comparable = toComparablePath(given);
  }

  get folded(): string {
    this.#folded ??= toFoldedPath(this.given);
    return this.#folded;
  }

  get isWindows(): boolean {
    return isWindowsPath(this.given);
  }

  /** The text as given behind a span of the comparable form; the comparable text where they cannot be matched up. */
  getGivenText(start: number, end: number): string {
    if (this.comparable === this.given) return this.comparable.slice(start, end);
    this.#offsets ??= toGivenOffsets(this.given, this.comparable);
    const [from = -1, to = -1] = [this.#offsets[start], this.#offsets[end]];
    return from < 0 || to < 0 ? this.comparable.slice(start, end) : this.given.slice(from, to);
  }
}
