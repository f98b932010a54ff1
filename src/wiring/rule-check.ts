import type { PathRule } from '../paths/path-rule.ts';
import { type RoundTripReport, RoundTripTally } from '../paths/round-trip-tally.ts';
import type { Database } from '../store/database.ts';
import { type FilePlace, listFilesPage } from '../store/list-files-page.ts';

const PAGE = 500;

/** Takes every path of the catalog through the rules and back, a page at a time, so that requests go on meanwhile. */
export async function checkRules(
  rules: readonly PathRule[],
  database: Database,
  signal: AbortSignal,
  onProgress: (paths: number) => void = () => undefined,
): Promise<RoundTripReport> {
  const tally = new RoundTripTally(rules);
  let place: FilePlace | undefined;
  let done = 0;
  do {
    signal.throwIfAborted();
    const { files, last } = listFilesPage(database, place, PAGE);
    for (const { path } of files) tally.add(path);
    place = last;
    onProgress((done += files.length));
    await new Promise<void>((resolve) => setImmediate(resolve));
  } while (place !== undefined);
  return tally.toReport();
}

/** The last report, made anew whenever the catalog was completed. */
export class RuleCheck {
  readonly #run: () => Promise<RoundTripReport>;
  readonly #onFailure: (error: unknown) => void;
  #report: RoundTripReport | undefined;
  #running: Promise<void> | undefined;

  constructor(run: () => Promise<RoundTripReport>, onFailure: (error: unknown) => void) {
    this.#run = run;
    this.#onFailure = onFailure;
  }

  get report(): RoundTripReport | undefined {
    return this.#report;
  }

  /** Starts a check unless one runs. */
  start(): void {
    this.#running ??= this.#check().finally(() => (this.#running = undefined));
  }

  /** Resolves when none runs. */
  async settle(): Promise<void> {
    await this.#running;
  }

  async #check(): Promise<void> {
    try {
      this.#report = await this.#run();
    } catch (error) {
      this.#onFailure(error);
    }
  }
}
