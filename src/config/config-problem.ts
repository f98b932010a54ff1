/** One thing wrong with the configuration. `found` is masked for secrets. */
export interface ConfigProblem {
  readonly setting: string;
  readonly expected: string;
  readonly found: string;
}

/** All problems of a configuration as lines for people, with what to do. */
export function describeProblems(problems: readonly ConfigProblem[]): string {
  const lines = problems.map(
    ({ setting, expected, found }) => `  ${setting}: expected ${expected}, but got ${found}`,
  );
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  return [`The configuration has ${count}:`, ...lines, 'Correct the named settings and start again.'].join(
    '\n',
  );
}
