import { dirname, basename } from 'node:path/posix';
import type { SimulatedVideoFile } from '../library/library-contents.ts';
import { type Criterion, testOrder, testText } from './criteria.ts';

/** As GraphQL hands it over: only what was sent, null where null was sent. */
export type FilterInput = Readonly<Record<string, unknown>>;

export type FileTest = (file: SimulatedVideoFile) => boolean;

const FILE_CRITERIA: Readonly<Record<string, (criterion: unknown) => FileTest>> = {
  path: (criterion) => textOf(criterion, (file) => file.path),
  basename: (criterion) => textOf(criterion, (file) => basename(file.path)),
  dir: (criterion) => textOf(criterion, (file) => dirname(file.path)),
  updated_at: (criterion) => {
    const test = testOrder(criterion as Criterion<string>);
    return (file) => test(file.updatedAt);
  },
};

/** Compiles Stash's FileFilterType: every criterion has to hold for the file. */
export function compileFileFilter(filter: FilterInput): FileTest {
  const tests = Object.entries(filter)
    .filter(([, criterion]) => criterion !== null)
    .map(([name, criterion]) => {
      const toTest = FILE_CRITERIA[name];
      if (!toTest) throw new Error(`the Stash simulator has no file criterion "${name}"`);
      return toTest(criterion);
    });
  return (file) => tests.every((test) => test(file));
}

function textOf(criterion: unknown, toText: (file: SimulatedVideoFile) => string): FileTest {
  const test = testText(criterion as Criterion<string>);
  return (file) => test(toText(file));
}
