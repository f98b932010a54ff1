import { isAbsolutePath } from './separators.ts';

/** A replacement in pieces: text to copy, or the number of a group to insert (0 is the whole path). */
export type ReplacementPart = { readonly text: string } | { readonly group: number };

export type ReplacementReading =
  | { readonly ok: true; readonly parts: readonly ReplacementPart[] }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The groups that a replacement may name. */
export interface ReplaceableGroups {
  readonly groupCount: number;
  readonly groupNumbers: ReadonlyMap<string, number>;
}

/** `$$` for a dollar sign; else `${x}`, `$<x>`, `\g<x>`, `$1`, `\1`. A backslash before anything else is a separator. */
const REFERENCE = /\$\$|\$\{([^}]*)\}|\$<([^>]*)>|\\g<([^>]*)>|\$(\d+)|\\(\d+)/g;

/** Reads a replacement, whatever dialect its references are written in; a reference to no group is a problem. */
export function parseReplacement(replacement: string, groups: ReplaceableGroups): ReplacementReading {
  const problems: string[] = [];
  const parts: ReplacementPart[] = [];
  let end = 0;
  for (const found of replacement.matchAll(REFERENCE)) {
    parts.push({ text: replacement.slice(end, found.index) });
    end = found.index + found[0].length;
    const part = toPart(found, groups);
    if (typeof part === 'string') problems.push(part);
    else parts.push(part);
  }
  parts.push({ text: replacement.slice(end) });
  const filled = parts.filter((part) => !('text' in part) || part.text !== '');
  problems.push(...listStartProblems(replacement, filled[0]));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, parts: filled };
}

function toPart(found: RegExpExecArray, groups: ReplaceableGroups): ReplacementPart | string {
  if (found[0] === '$$') return { text: '$' };
  const spellings: readonly (string | undefined)[] = found.slice(1);
  const name = spellings.find((spelling) => spelling !== undefined) ?? '';
  const group = /^\d+$/.test(name) ? Number(name) : groups.groupNumbers.get(name);
  if (group !== undefined && group <= groups.groupCount) return { group };
  const hint = /^\\\d/.test(found[0]) ? '; if this is a folder, write / before it instead of \\' : '';
  return `expected a group of the pattern (${listGroups(groups)}), but got: ${found[0]}${hint}`;
}

function listGroups({ groupCount, groupNumbers }: ReplaceableGroups): string {
  const names = [...groupNumbers.keys()];
  if (names.length > 0) return names.join(', ');
  return groupCount > 0 ? `1 to ${groupCount}` : 'it has none';
}

/** A replacement is the whole new path; only a group at its start can hide what it begins with. */
function listStartProblems(replacement: string, first: ReplacementPart | undefined): string[] {
  if (first !== undefined && ('group' in first || isAbsolutePath(first.text))) return [];
  return [
    `expected a replacement that is a whole path (/…, D:\\… or \\\\host\\…), but got: ${JSON.stringify(replacement)}`,
  ];
}
