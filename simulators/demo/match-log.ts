import { Writable } from 'node:stream';

/** One match as the service logs it. */
export interface LoggedMatch {
  readonly file: string;
  readonly outcome: string;
  readonly strategy: string;
  readonly reason: string;
}

/** Takes the service's log: keeps what it says of matches, and passes warnings on. */
export class MatchLog extends Writable {
  readonly matches: LoggedMatch[] = [];
  readonly #onWarning: (line: string) => void;

  constructor(onWarning: (line: string) => void) {
    super();
    this.#onWarning = onWarning;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    const text = chunk.toString();
    const line = JSON.parse(text) as { msg: string; level: number } & LoggedMatch;
    if (line.msg === 'match') this.matches.push(line);
    if (line.level >= WARN) this.#onWarning(text.trim());
    done();
  }
}

/** Pino's number for warnings. */
const WARN = 40;
