import type { Findings } from './row.ts';

/** How thoroughly to measure. */
export interface BenchOptions {
  /** Small libraries and short rounds: to see that it works, not what it reaches. */
  readonly quick: boolean;
  /** Growth is measured up to a million scenes; takes an hour and 8 GB of memory. */
  readonly large: boolean;
  /** Tells a person what is being done. */
  readonly say: (line: string) => void;
}

export interface Benchmark {
  /** As given on the command line. */
  readonly name: string;
  readonly run: (options: BenchOptions) => Promise<Findings>;
}
