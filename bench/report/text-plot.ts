import type { Growth, Ladder } from '../row.ts';
import { toBar } from './bar.ts';

/** Cost of one item against the size of the library, as bars: a bend upwards is a cost that grows. */
export function toTextPlot({ what, unit, points }: Growth): string {
  const most = Math.max(...points.map(({ cost }) => cost));
  const bars = points.map(({ size, cost }) => toBar(size.toLocaleString('en').padStart(9), cost, most, unit));
  return [what, ...bars].join('\n');
}

/** What is done one thing after the other, as bars: the step that makes a bar longer is the one that costs. */
export function toLadderPlot({ what, unit, steps }: Ladder): string {
  const most = Math.max(...steps.map(({ cost }) => cost));
  const width = Math.max(...steps.map(({ name }) => name.length));
  return [what, ...steps.map(({ name, cost }) => toBar(name.padEnd(width), cost, most, unit))].join('\n');
}
