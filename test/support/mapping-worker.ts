import { parentPort, workerData } from 'node:worker_threads';
import { asPlexPath } from '../../src/model/file-paths.ts';
import { createPathMapper } from '../../src/paths/create-path-mapper.ts';
import { parsePathRules } from '../../src/paths/parse-path-rules.ts';

/** What is to be tried: each pattern alone, on the same path. */
export interface MappingOrder {
  readonly patterns: readonly string[];
  readonly path: string;
}

export interface Mapped {
  /** Patterns that are no rule. */
  readonly refused: number;
  readonly mapped: number;
  readonly unmapped: number;
}

/** Run as a thread of its own. */
const { patterns, path } = workerData as MappingOrder;
const counts = { refused: 0, mapped: 0, unmapped: 0 };
for (const match of patterns) counts[toOutcome(match)] += 1;
parentPort?.postMessage(counts satisfies Mapped);

function toOutcome(match: string): keyof Mapped {
  const reading = parsePathRules([{ name: 'hostile', toStash: { match, replace: '/x' }, toPlex: 'none' }]);
  if (!reading.ok) return 'refused';
  const { kind } = createPathMapper(reading.rules).toStashPath(asPlexPath(path));
  return kind === 'MAPPED' ? 'mapped' : 'unmapped';
}
