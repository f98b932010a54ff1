import type { ConfigProblem } from '../config/config-problem.ts';

/** Whether a setting is among those that are wrong, however it was given: `STASH_URL`, `STASH_URL_FILE`, `stashUrl`. */
export function isSettingWrong(name: string, problems: readonly ConfigProblem[]): boolean {
  const wanted = toPlain(name);
  return problems.some(({ setting }) => {
    const plain = toPlain(setting);
    // What stands in a configuration file that cannot be read is unknown, so any setting may be another one.
    return plain === wanted || plain === `${wanted}file` || plain === 'configfile';
  });
}

function toPlain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
