import type { SceneId } from '../../model/ids.ts';
import { isDistinctiveName } from '../distinctive-name.ts';
import { listScenesOf, narrowToExact } from '../file-hits.ts';
import { coversSuffix } from '../proof.ts';
import type { OpenVerdict, Strategy, StrategyContext, Verdict } from '../strategy.ts';
import { toVerdict } from '../to-verdict.ts';

const MOST_HITS = 50;

/** The file's name alone, whatever folder it is in: worth something only if it could hardly be anybody else's. */
export const fileNameStrategy: Strategy = {
  name: 'FILE_NAME',
  look(context) {
    const baseName = context.request.file?.baseName;
    if (baseName === undefined) return undefined;
    const hits = context.catalog.listFilesEndingIn([baseName], MOST_HITS);
    const sceneIds = listScenesOf(hits.length < MOST_HITS ? narrowToExact(hits, baseName) : hits);
    const verdict = judge(sceneIds, baseName, context);
    return { verdict, finding: toSentence(verdict, sceneIds), tried: [baseName] };
  },
};

function judge(sceneIds: readonly SceneId[], baseName: string, context: StrategyContext): Verdict {
  if (sceneIds.length === 0) return { kind: 'NOTHING' };
  if (!isDistinctiveName(baseName)) return toOpen('NOT_DISTINCTIVE', sceneIds, 0.2);
  if (context.policy === 'path') return toOpen('POLICY_FORBIDS', sceneIds, 0.8);
  return toVerdict(sceneIds, 0.85, coversSuffix(context.proof, 1));
}

function toOpen(kind: OpenVerdict, sceneIds: readonly SceneId[], score: number): Verdict {
  return { kind, scenes: sceneIds.map((sceneId) => ({ sceneId, score })) };
}

function toSentence(verdict: Verdict, sceneIds: readonly SceneId[]): string {
  const scenes = sceneIds.length === 1 ? `scene ${sceneIds[0] ?? ''}` : `${sceneIds.length} scenes`;
  switch (verdict.kind) {
    case 'NOTHING':
      return 'No known file has this name.';
    case 'CERTAIN':
      return `Only ${scenes} has a file of this name, and the name is distinctive.`;
    case 'NOT_DISTINCTIVE':
      return `A file of ${scenes} has this name, but it is too common a name to mean the same file.`;
    case 'POLICY_FORBIDS':
      return `A file of ${scenes} has this name, but the match policy asks for more than a name.`;
    case 'UNPROVEN':
      return `Only ${scenes} is known to have this name, but not all files are known yet.`;
    default:
      return `Files of ${scenes} have this name.`;
  }
}
