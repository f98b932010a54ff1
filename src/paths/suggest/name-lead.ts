import { toFoldedPath } from '../normal-form.ts';

/** How a file's name tells a folder that only one side has: `2024-03-01 Title.mp4` in a folder `2024` there. */
export interface NameLead {
  /** The side that has the folder. */
  readonly side: 'plex' | 'stash';
  /** What follows the last folder, with the group `lead` in it. */
  readonly pattern: string;
}

const SEPARATORS = [' - ', '-', '.', '_', ' '];

/** Finds out how all the names begin with the folder's, if they do. */
export function findNameLead(
  side: NameLead['side'],
  seen: readonly { readonly folder: string; readonly name: string }[],
): NameLead | undefined {
  const separator = SEPARATORS.find((text) =>
    seen.every(({ folder, name }) => toFoldedPath(name).startsWith(`${toFoldedPath(folder)}${text}`)),
  );
  if (separator === undefined || seen.length === 0) return undefined;
  const isYear = seen.every(({ folder }) => /^\d{4}$/.test(folder));
  if (!isYear && seen.some(({ folder }) => folder.includes(separator))) return undefined;
  const lead = isYear ? String.raw`\d{4}` : '[^/]+?';
  return { side, pattern: `(?:.+/)?(?<lead>${lead})${separator.replace('.', String.raw`\.`)}[^/]*` };
}
