/** One line of the result: something measured, what it was held against, and whether that is good enough. */
export interface Row {
  /** The benchmark it belongs to, as named on the command line. */
  readonly benchmark: string;
  readonly what: string;
  /** With its unit. */
  readonly measured: string;
  /** What it is compared with, measured in the same run; absent where the target is an absolute number. */
  readonly comparedWith?: string;
  readonly ratio?: number;
  readonly target: string;
  readonly isMet: boolean;
}

/** How the cost of one item changes with the size of the library. */
export interface Growth {
  readonly benchmark: string;
  readonly what: string;
  readonly unit: string;
  readonly points: readonly { readonly size: number; readonly cost: number }[];
}

/** What something is made of, measured step by step: it shows what a target that is not met is limited by. */
export interface Ladder {
  readonly benchmark: string;
  readonly what: string;
  readonly unit: string;
  /** Each does all that the one before it does. */
  readonly steps: readonly { readonly name: string; readonly cost: number }[];
}

export interface Findings {
  readonly rows: readonly Row[];
  readonly growth?: readonly Growth[];
  readonly ladders?: readonly Ladder[];
}
