import type { Growth } from '../row.ts';

const WIDTH = 40;

/** Cost of one item against the size of the library, as bars: a bend upwards is a cost that grows. */
export function toTextPlot({ what, unit, points }: Growth): string {
  const most = Math.max(...points.map(({ cost }) => cost));
  const bars = points.map(({ size, cost }) => {
    const bar = '█'.repeat(Math.max(1, Math.round((cost / most) * WIDTH)));
    return `  ${size.toLocaleString('en').padStart(9)}  ${bar} ${cost.toPrecision(3)} ${unit}`;
  });
  return [what, ...bars].join('\n');
}
