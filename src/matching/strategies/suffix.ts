import type { CatalogIndex, FileHit } from '../catalog-index.ts';
import { countOwnSegments } from '../count-own-segments.ts';
import { listScenesOf, narrowToExact } from '../file-hits.ts';
import type { NamedFile } from '../match-request.ts';
import { coversSuffix } from '../proof.ts';
import type { Strategy, StrategyContext, StrategyFinding, Verdict } from '../strategy.ts';
import { toVerdict } from '../to-verdict.ts';

/** A file name alone is the next strategy's matter. */
const FEWEST_SEGMENTS = 2;
/** A longer run tells nothing more; the bound keeps a name of a thousand folders from a thousand look-ups. */
const MOST_SEGMENTS = 16;
/** More files than this with equal endings are a tie whatever else there is. */
const MOST_HITS = 50;

/**
 * The longest run of trailing segments that Stash has too. The run starts with the segments that are surely the
 * file's own (see `count-own-segments.ts`) and gets shorter until something is found; what is found must be one scene.
 */
export const suffixStrategy: Strategy = {
  name: 'SUFFIX',
  look(context) {
    const { file } = context.request;
    if (file === undefined || file.suffixSegments.length < FEWEST_SEGMENTS) return undefined;
    const own = countOwnSegments(file);
    const longest = Math.min(MOST_SEGMENTS, Math.max(FEWEST_SEGMENTS, own));
    for (let count = longest; count >= FEWEST_SEGMENTS; count -= 1) {
      const run = file.suffixSegments.slice(-count);
      const hits = listHits(context.catalog, run);
      if (hits.length > 0) return judge({ run, hits, own, file }, context);
    }
    const tried = file.suffixSegments.slice(-longest).join('/');
    return {
      verdict: { kind: 'NOTHING' },
      finding: 'No known file has the same folder and name.',
      tried: [tried],
    };
  },
};

interface Run {
  readonly run: readonly string[];
  readonly hits: readonly FileHit[];
  /** Trailing segments that surely lie below the library folder. */
  readonly own: number;
  readonly file: NamedFile;
}

function listHits(catalog: CatalogIndex, run: readonly string[]): readonly FileHit[] {
  const hits = catalog.listFilesEndingIn(run, MOST_HITS);
  return hits.length < MOST_HITS ? narrowToExact(hits, run.join('/')) : hits;
}

function judge(found: Run, { catalog, proof }: StrategyContext): StrategyFinding {
  const rivals = listRivals(found, catalog);
  const isProven = coversSuffix(proof, Math.min(found.run.length, found.own));
  const verdict = toVerdict(listScenesOf(rivals), 0.9, isProven);
  return { verdict, finding: toSentence(verdict, rivals, found.file), tried: [found.run.join('/')] };
}

/**
 * A file directly in its library folder shares only its name with Stash for sure. The folder's name must not decide
 * then: another scene whose folder is called like the library would be taken for it.
 */
function listRivals({ hits, own, file }: Run, catalog: CatalogIndex): readonly FileHit[] {
  return own >= FEWEST_SEGMENTS ? hits : [...hits, ...listHits(catalog, [file.baseName])];
}

function toSentence(verdict: Verdict, hits: readonly FileHit[], file: NamedFile): string {
  const found = `${hits[0]?.path ?? ''} of scene ${hits[0]?.sceneId ?? ''}`;
  if (verdict.kind === 'TIED')
    return `${hits.length} known files of different scenes end in this, one is ${found}.`;
  if (verdict.kind === 'UNPROVEN')
    return `Only ${found} is known to end in this, but not all files are known yet.`;
  const rule = file.mapped[0]?.rule;
  const aside = rule === undefined ? '' : ` Rule "${rule}" maps the file to a path that Stash does not have.`;
  return `Only ${found} ends in this.${aside}`;
}
