import { FolderCounts } from '../folder-counts.ts';
import { toFoldedPath, toSegments } from '../normal-form.ts';
import { toPrefixRule } from './build-rule.ts';
import { type Heads, toFolderName } from './candidate.ts';
import { countShared, toHead } from './folder-pair.ts';
import type { KnownFile } from './known-file.ts';
import { nameRules } from './name-rules.ts';
import type { SuggestedRule, Suggestion } from './suggestion.ts';

/** A folder by name alone must hold this share of Stash's files before it is taken for a library's root. */
const SHARE_NEEDED = 0.05;

interface StashFolder {
  readonly folded: readonly string[];
  /** As Stash spells it. */
  readonly path: string;
  files: number;
}

/**
 * Proposes rules from the names of Plex's library folders alone. A root is believed to be the Stash folder that ends
 * in the same names, if there is only one and it holds a fair share of the files. Nothing can be tried on files here.
 */
export function suggestFromRoots(roots: readonly string[], stash: Iterable<KnownFile>): Suggestion {
  const files = [...stash];
  const folders = listFolders(files);
  const found = roots.map((root) => ({ root, heads: findCounterpart(root, folders, files.length) }));
  const heads = found.flatMap((entry) => (entry.heads === undefined ? [] : [entry.heads]));
  const rules = nameRules(
    heads.map((pair) => ({ rule: toPrefixRule(pair, false), label: toFolderName(pair.plex), members: [] })),
  ).map((rule, place) => toUntried(rule, heads[place]?.files ?? 0));
  const missed = new FolderCounts();
  for (const { root } of found.filter((entry) => entry.heads === undefined)) missed.add(`${root}/x`);
  const counts = { plexFiles: 0, stashFiles: files.length, paired: 0, mapped: 0, uncovered: 0, undecided: 0 };
  const report = { rules, counts, uncoveredFolders: [], missedFolders: missed.list(roots.length) };
  if (rules.length === 0) return { kind: 'NOTHING', why: explain(roots, files.length), ...report };
  const areSame = heads.every(({ plex, stash: own }) => toFoldedPath(plex) === toFoldedPath(own));
  return { kind: areSame ? 'SAME_PATHS' : 'RULES', ...report };
}

function listFolders(files: readonly KnownFile[]): StashFolder[] {
  const folders = new Map<string, StashFolder>();
  for (const { path } of files) {
    const folded = toSegments(toFoldedPath(path)).slice(0, -1);
    for (let depth = folded.length; depth > 0; depth -= 1) {
      const key = folded.slice(0, depth).join('/');
      const folder = folders.get(key) ?? {
        folded: folded.slice(0, depth),
        path: toHead(path, depth),
        files: 0,
      };
      folder.files += 1;
      folders.set(key, folder);
    }
  }
  return [...folders.values()];
}

/** The one folder that ends in most of the same names, or the root itself where Stash has it too. */
function findCounterpart(
  root: string,
  folders: readonly StashFolder[],
  total: number,
): (Heads & { files: number }) | undefined {
  const own = toSegments(toFoldedPath(root));
  const alike = folders
    .map((folder) => ({ folder, shared: countShared(own, folder.folded) }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared);
  const [best, next] = alike;
  if (best === undefined || (next !== undefined && next.shared === best.shared)) return undefined;
  const isFair = best.folder.files >= SHARE_NEEDED * total;
  return isFair ? { plex: root, stash: best.folder.path, files: best.folder.files } : undefined;
}

/** The files are those of the Stash folder; nothing went there and back. */
function toUntried(rule: SuggestedRule['rule'], files: number): SuggestedRule {
  return { rule, covered: files, roundTrips: 0, wrong: 0, nowhere: 0, otherSize: 0, examples: [] };
}

function explain(roots: readonly string[], stashFiles: number): string {
  if (stashFiles === 0)
    return 'The catalog holds no files of Stash. Run `catalog refresh` or start the service once, then try again.';
  if (roots.length === 0) return 'No library folder of Plex was named.';
  return 'No library folder of Plex ends like exactly one bigger folder of Stash, and folder names are all there is to go by. Give the files that Plex has, with --plex-files, or PLEX_URL and PLEX_TOKEN.';
}
