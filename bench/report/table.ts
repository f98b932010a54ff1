import type { Row } from '../row.ts';

const HEAD = ['what', 'measured', 'compared with', 'ratio', 'target', ''];

/** The rows as a text table. */
export function toTable(rows: readonly Row[]): string {
  const lines = [HEAD, ...rows.map(toCells)];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function toCells({ what, measured, comparedWith = '', ratio, target, isMet }: Row): string[] {
  return [what, measured, comparedWith, ratio?.toFixed(2) ?? '', target, isMet ? 'met' : 'NOT met'];
}
