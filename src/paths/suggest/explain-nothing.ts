import type { SuggestionCounts } from './suggestion.ts';

/** Why no rule can be proposed, in whole sentences with what to do about it. */
export function explainNothing(counts: SuggestionCounts, hadCandidates: boolean): string {
  const { plexFiles, stashFiles, paired, undecided } = counts;
  if (stashFiles === 0)
    return 'The catalog holds no files of Stash. Run `catalog refresh` or start the service once, then try again.';
  if (plexFiles === 0) return 'Plex named no files. Check the list, or the libraries that were asked.';
  if (paired === 0 && undecided === 0)
    return 'Not one file name of Plex is found in Stash: the libraries seem to hold different files, or one side renames them.';
  if (paired === 0)
    return `${undecided} files of Plex have namesakes in Stash, but the names are too ordinary or too frequent to be sure that they are the same files. Give the sizes of the files too: a tab and the bytes after each path.`;
  if (hadCandidates)
    return `${paired} files seem to be the same on both sides, but every rule that would connect them leads other files to the wrong scene or rests on too few of them.`;
  return `${paired} files seem to be the same on both sides, which is too few, or too scattered, to see a system in their folders.`;
}
