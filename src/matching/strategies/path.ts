import { toComparablePath } from '../../paths/normal-form.ts';
import type { FileHit } from '../catalog-index.ts';
import { listScenesOf, narrowToIdentical } from '../file-hits.ts';
import type { NamedFile } from '../match-request.ts';
import { coversPaths } from '../proof.ts';
import type { Strategy, StrategyContext, Verdict } from '../strategy.ts';
import { toVerdict } from '../to-verdict.ts';

/**
 * The full paths the file may have, as the rules map them to Stash. Each path is narrowed by itself: an exact hit
 * under one library root must not outdo a hit that differs in case under another.
 */
export const pathStrategy: Strategy = {
  name: 'PATH',
  look(context) {
    const { file } = context.request;
    if (file === undefined || file.mapped.length === 0) return undefined;
    const hits = file.mapped.flatMap(({ stash }) =>
      narrowToIdentical(context.catalog.listFilesAt(stash), stash),
    );
    const verdict = judge(hits, file, context);
    return { verdict, finding: toSentence(verdict, hits), tried: file.mapped.map(({ stash }) => stash) };
  },
};

function judge(hits: readonly FileHit[], file: NamedFile, context: StrategyContext): Verdict {
  return toVerdict(listScenesOf(hits), 0.99, coversPaths(context.proof) || isOnlyPath(hits, file));
}

/** One possible path, hit exactly, is the file itself: what else Stash holds cannot matter. */
function isOnlyPath(hits: readonly FileHit[], { mapped: [only, ...others] }: NamedFile): boolean {
  if (only === undefined || others.length > 0) return false;
  const path = toComparablePath(only.stash);
  return hits.some((hit) => toComparablePath(hit.path) === path);
}

function toSentence(verdict: Verdict, hits: readonly FileHit[]): string {
  if (verdict.kind === 'NOTHING') return 'No file is known at any of these paths.';
  const found = hits.map((hit) => `${hit.path} of scene ${hit.sceneId}`).join(', ');
  if (verdict.kind === 'CERTAIN') return `The path is that of ${found}.`;
  if (verdict.kind === 'TIED') return `The possible paths belong to different scenes: ${found}.`;
  return `Found ${found}, but not every other possible path is known to be free yet.`;
}
