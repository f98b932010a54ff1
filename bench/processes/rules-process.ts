import { asPlexPath } from '../../src/model/file-paths.ts';
import { createPathMapper } from '../../src/paths/create-path-mapper.ts';
import { parsePathRules } from '../../src/paths/parse-path-rules.ts';
import type { PathMapper } from '../../src/paths/path-mapper.ts';
import { createBenchLibrary, listBenchFiles } from '../libraries/bench-library.ts';
import { answerParent } from './child.ts';

/** Takes every path of a library through twenty regex rules and back. */
export type RulesQuestion =
  { readonly do: 'PREPARE'; readonly paths: number } | { readonly do: 'MAP'; readonly withHostile: boolean };

export interface RulesReply {
  readonly tookMs: number;
  /** Paths that came back as they were. */
  readonly survived: number;
  readonly paths: number;
}

const RULES = 20;

/** Each rule is for the studios of its own letter; the last one takes what is left. */
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRS');

let paths: readonly string[] = [];

answerParent(async (question: RulesQuestion): Promise<RulesReply> => {
  if (question.do === 'PREPARE') {
    // A hundredth of all scenes have a second file, so that there are always enough.
    paths = listBenchFiles(createBenchLibrary(question.paths))
      .slice(0, question.paths)
      .map(({ path }) => path);
    return { tookMs: 0, survived: 0, paths: paths.length };
  }
  const mapper = question.withHostile ? hostile : plain;
  const startedAt = performance.now();
  const survived = paths.reduce((count, path) => count + Number(mapThereAndBack(mapper, path) === path), 0);
  return { tookMs: performance.now() - startedAt, survived, paths: paths.length };
});

const plain = createMapper([]);
/** On an engine that backtracks this takes exponential time over a path of many equal characters. */
const hostile = createMapper([toRule('hostile', '(?:[a-z /A-Z]+)+', '#')]);

function createMapper(first: readonly object[]): PathMapper {
  const byLetter = LETTERS.map((letter) => toRule(`studios with ${letter}`, `${letter}[^/]*`, ''));
  const rules = [...byLetter, toRule('all others', '[^/]+', '')];
  if (rules.length !== RULES) throw new Error(`expected ${RULES} rules, but got: ${rules.length}`);
  const reading = parsePathRules([...first, ...rules]);
  if (!reading.ok) throw new Error(reading.problems.join('; '));
  return createPathMapper(reading.rules);
}

function toRule(name: string, studio: string, end: string): object {
  return {
    name,
    toStash: {
      match: `^/media/adult/(?<studio>${studio})/(?<rest>.+)${end}$`,
      replace: '/data/${studio}/${rest}',
    },
    toPlex: {
      match: `^/data/(?<studio>${studio})/(?<rest>.+)${end}$`,
      replace: '/media/adult/${studio}/${rest}',
    },
  };
}

function mapThereAndBack(mapper: PathMapper, path: string): string | undefined {
  const there = mapper.toStashPath(asPlexPath(path));
  if (there.kind === 'UNMAPPED') return undefined;
  const back = mapper.toPlexPath(there.path);
  return back.kind === 'UNMAPPED' ? undefined : back.path;
}
