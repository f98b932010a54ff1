import type { CompiledRule } from './compile-rules.ts';
import { toComparablePath } from './normal-form.ts';

/**
 * The Stash folders, in comparable form, that rules without a way to Plex write into: the fixed beginning of their
 * replacement, up to its last slash. A replacement that begins with a group, or only with `/`, tells no folder.
 */
export function listOneWayFolders(compiled: readonly CompiledRule[]): string[] {
  return compiled.flatMap(({ rule, toStash, toPlex }) => {
    if (toPlex !== undefined || toStash?.kind !== 'REGEX' || rule.kind !== 'REGEX') return [];
    if (rule.toStash === 'none') return [];
    const fixed = /^[^$]*?(?=\$|\\\d|\\g<|$)/.exec(rule.toStash.replace)?.[0] ?? '';
    const folder = fixed.slice(0, Math.max(fixed.lastIndexOf('/'), fixed.lastIndexOf('\\')));
    return folder === '' ? [] : [toComparablePath(folder)];
  });
}
