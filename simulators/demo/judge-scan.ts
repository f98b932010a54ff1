import type { SimulatedFile } from '../library/plex-files.ts';
import type { ScanReport } from '../plex/scanner/scan-report.ts';

/** How a scan went, measured against what is known to be right. */
export interface ScanVerdict {
  readonly right: number;
  readonly wrong: readonly string[];
  /** Files that Stash has and that stayed unmatched. */
  readonly missed: readonly string[];
  /** Files that only Plex has and that stayed unmatched, as they should. */
  readonly leftAlone: number;
  readonly violations: readonly string[];
}

/** Compares what Plex was told with the scenes that the files really belong to. */
export function judgeScan(report: ScanReport, files: readonly SimulatedFile[]): ScanVerdict {
  const truth = new Map(files.map((file) => [file.path, file.sceneId]));
  const judged = report.files.map(({ file, ratingKey }) => {
    const rightKey = truth.get(file.path) ?? null;
    const key = ratingKey ?? null;
    return { path: file.path, rightKey, key };
  });
  return {
    right: judged.filter(({ key, rightKey }) => key !== null && key === rightKey).length,
    wrong: judged.filter(({ key, rightKey }) => key !== null && key !== rightKey).map(({ path }) => path),
    missed: judged.filter(({ key, rightKey }) => key === null && rightKey !== null).map(({ path }) => path),
    leftAlone: judged.filter(({ key, rightKey }) => key === null && rightKey === null).length,
    violations: report.violations,
  };
}

/** All is as it should be: every file its own scene, nothing else matched, and no answer against the contract. */
export function isAsExpected({ wrong, missed, violations }: ScanVerdict): boolean {
  return wrong.length === 0 && missed.length === 0 && violations.length === 0;
}
