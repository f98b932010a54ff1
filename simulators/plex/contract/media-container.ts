import { isObject, type JsonObject, closedObject } from './object-shape.ts';
import { type Check, count, exactly, filledText, violation } from './shape.ts';

/** What a container holds, and how much. */
export interface ContainerShape {
  readonly entries: 'Metadata' | 'Image';
  readonly check: Check;
  /** True where an empty container may leave its list out. */
  readonly listOptional?: boolean;
  /** The provider's identifier, if known beforehand. */
  readonly identifier?: string;
}

/** `{"MediaContainer": {offset, totalSize, identifier, size, …}}` whose counts agree with what it holds. */
export function checkContainer(answer: unknown, shape: ContainerShape): readonly string[] {
  const { entries, check, listOptional = false, identifier } = shape;
  const list = { [entries]: check };
  const inner: Check = closedObject({
    required: {
      offset: count,
      totalSize: count,
      identifier: identifier === undefined ? filledText : exactly(identifier),
      size: count,
      ...(listOptional ? {} : list),
    },
    optional: listOptional ? list : {},
  });
  const outer = closedObject({ required: { MediaContainer: inner } });
  return [...outer(answer, '$'), ...checkCounts(findContainer(answer), entries)];
}

/** The container of an answer, if it has one. */
export function findContainer(answer: unknown): JsonObject | undefined {
  const container = isObject(answer) ? answer.MediaContainer : undefined;
  return isObject(container) ? container : undefined;
}

/** The entries of an answer's container; none when they are not a list. */
export function listEntries(answer: unknown, entries: 'Metadata' | 'Image'): readonly unknown[] {
  const list = findContainer(answer)?.[entries];
  return Array.isArray(list) ? list : [];
}

function checkCounts(container: JsonObject | undefined, entries: string): string[] {
  if (container === undefined) return [];
  const { size, offset, totalSize } = container;
  const list = container[entries];
  const held = Array.isArray(list) ? list.length : 0;
  if (typeof size !== 'number' || typeof offset !== 'number' || typeof totalSize !== 'number') return [];
  const path = '$.MediaContainer';
  return [
    ...(size === held ? [] : [violation(`${path}.size`, `${held}, the number of entries`, size)]),
    ...(size === 0 || offset + size <= totalSize
      ? []
      : [violation(`${path}.totalSize`, `at least offset + size = ${offset + size}`, totalSize)]),
  ];
}
