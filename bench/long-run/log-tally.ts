import { Writable } from 'node:stream';
import type { PullSummary } from '../../src/catalog/pull-tools.ts';

/** What was written to the log since the last look. */
export interface LogVolume {
  readonly lines: number;
  readonly bytes: number;
  /** Bytes by level and message, most first. */
  readonly byMessage: readonly (readonly [message: string, bytes: number, lines: number])[];
}

/** A pass over Stash that came to its end. */
export interface LoggedPass {
  readonly kind: PullSummary['kind'];
  /** Milliseconds since the epoch. */
  readonly at: number;
}

interface Line {
  readonly level: number;
  readonly time: string;
  readonly msg: string;
  readonly kind?: PullSummary['kind'];
  readonly err?: { readonly message?: string };
}

const WARNING = 40;
const KEPT_WARNINGS = 200;

/** Takes the log's lines as they are written and keeps their sum. */
export class LogTally extends Writable {
  readonly #sums = new Map<string, { lines: number; bytes: number }>();
  #passes: LoggedPass[] = [];
  #warnings: string[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    for (const text of chunk.toString().split('\n')) if (text !== '') this.#add(text);
    done();
  }

  /** The sum since the last call, and begins anew. */
  take(): { volume: LogVolume; passes: readonly LoggedPass[]; warnings: readonly string[] } {
    const sums = [...this.#sums].map(([message, { bytes, lines }]) => [message, bytes, lines] as const);
    const volume = {
      lines: sums.reduce((sum, [, , lines]) => sum + lines, 0),
      bytes: sums.reduce((sum, [, bytes]) => sum + bytes, 0),
      byMessage: sums.toSorted(([, a], [, b]) => b - a),
    };
    const taken = { volume, passes: this.#passes, warnings: this.#warnings };
    this.#sums.clear();
    this.#passes = [];
    this.#warnings = [];
    return taken;
  }

  #add(text: string): void {
    const line = JSON.parse(text) as Line;
    const key = `${line.level} ${line.msg}`;
    const { lines, bytes } = this.#sums.get(key) ?? { lines: 0, bytes: 0 };
    this.#sums.set(key, { lines: lines + 1, bytes: bytes + Buffer.byteLength(text) + 1 });
    if (line.msg === 'the catalog is complete' && line.kind !== undefined)
      this.#passes.push({ kind: line.kind, at: Date.parse(line.time) });
    if (line.level >= WARNING && this.#warnings.length < KEPT_WARNINGS) this.#warnings.push(text);
  }
}
