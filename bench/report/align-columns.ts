/** Lines of cells as text in which every column is as wide as its widest cell. */
export function alignColumns(lines: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...lines.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
