import type { Row } from '../row.ts';
import { alignColumns } from './align-columns.ts';

const HEAD = ['what', 'measured', 'compared with', 'ratio', 'target', ''];

/** The rows as a text table. */
export function toTable(rows: readonly Row[]): string {
  return alignColumns([HEAD, ...rows.map(toCells)]);
}

function toCells({ what, measured, comparedWith = '', ratio, target, isMet }: Row): string[] {
  return [what, measured, comparedWith, ratio?.toFixed(2) ?? '', target, isMet ? 'met' : 'NOT met'];
}
