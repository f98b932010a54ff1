const WIDTH = 40;

/** A line with a bar as long as its share of the most. */
export function toBar(label: string, cost: number, most: number, unit: string): string {
  const bar = '█'.repeat(Math.max(1, Math.round((cost / most) * WIDTH)));
  return `  ${label}  ${bar} ${cost.toPrecision(3)} ${unit}`;
}
