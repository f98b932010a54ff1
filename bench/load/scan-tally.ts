import type { FileReport } from '../../simulators/plex/scanner/file-report.ts';
import { type JudgeReport, isPosterMissing } from './judge-report.ts';
import { type LatencySpread, TIMED_CALLS, type TimedCall, toLatencySpread } from './latency-spread.ts';

/** How many there are of something that must not be, with the first few. */
export interface Found {
  readonly count: number;
  readonly examples: readonly string[];
}

export interface TallyResult {
  /** Files that were taken up, whatever became of them. */
  readonly files: number;
  /** Calls that were told to come back, over all scans. */
  readonly transient: number;
  readonly posters: { readonly fetched: number; readonly missing: number };
  readonly wrong: Found;
  /** Files that in the end have no match, or of which nothing was heard. */
  readonly lost: Found;
  /** Calls that PMS gave up or whose connection broke. */
  readonly unanswered: Found;
  readonly violations: Found;
  readonly latencyMs: Readonly<Record<TimedCall, LatencySpread>>;
}

const EXAMPLES = 5;

/** Adds up what a scan and its repetitions bring, file by file, without keeping the answers. */
export class ScanTally {
  readonly #judge: JudgeReport;
  /** By path: how it stands with every file that was taken up. */
  readonly #standing = new Map<string, string>();
  readonly #wrong = new Finds();
  readonly #unanswered = new Finds();
  readonly #violations = new Finds();
  readonly #times: Readonly<Record<TimedCall, number[]>> = { MATCH: [], METADATA: [], IMAGES: [] };
  readonly #posters = { fetched: 0, missing: 0 };
  #transient = 0;
  #retryAfterS = 0;

  constructor(judge: JudgeReport) {
    this.#judge = judge;
  }

  /** Calls that were told to come back so far. */
  get transient(): number {
    return this.#transient;
  }

  /** The longest time that an answer asked to wait before the next try. */
  get retryAfterS(): number {
    return this.#retryAfterS;
  }

  takeUp(path: string): void {
    this.#standing.set(path, 'NEVER_HEARD_OF');
  }

  add(report: FileReport): void {
    const { file, outcome, failure, violations, transient, latencyMs, poster } = report;
    this.#standing.set(file.path, failure === undefined ? outcome : `${outcome}, ${failure}`);
    this.#wrong.add(this.#judge(report));
    this.#violations.add(violations);
    if (poster?.kind === 'FETCHED') this.#posters.fetched += 1;
    if (poster !== undefined && isPosterMissing(poster)) this.#posters.missing += 1;
    this.#transient += transient.length;
    for (const { call, reason, retryAfterS = 0 } of transient) {
      if (!reason.startsWith('HTTP_')) this.#unanswered.add([`${file.path}: ${call} ${reason}`]);
      this.#retryAfterS = Math.max(this.#retryAfterS, retryAfterS);
    }
    for (const call of TIMED_CALLS) {
      const ms = latencyMs[call];
      if (ms !== undefined) this.#times[call].push(ms);
    }
  }

  addViolations(violations: readonly string[]): void {
    this.#violations.add(violations);
  }

  result(): TallyResult {
    const lost = new Finds();
    for (const [path, standing] of this.#standing)
      if (standing !== 'MATCHED') lost.add([`${path}: ${standing}`]);
    const { MATCH, METADATA, IMAGES } = this.#times;
    return {
      files: this.#standing.size,
      transient: this.#transient,
      posters: { ...this.#posters },
      wrong: this.#wrong,
      lost,
      unanswered: this.#unanswered,
      violations: this.#violations,
      latencyMs: {
        MATCH: toLatencySpread(MATCH),
        METADATA: toLatencySpread(METADATA),
        IMAGES: toLatencySpread(IMAGES),
      },
    };
  }
}

class Finds implements Found {
  count = 0;
  readonly examples: string[] = [];

  add(found: readonly string[]): void {
    this.count += found.length;
    this.examples.push(...found.slice(0, EXAMPLES - this.examples.length));
  }
}
