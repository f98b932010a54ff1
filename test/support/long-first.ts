import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where the files that take longest are: one that began last would leave every other core idle. */
const LONG = ['/test/e2e/', '/test/leak/', '/test/abuse/', '/test/gaps/sweep-'];

/** Begins with the files that take longest, then as vitest does. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      LONG.some((part) => moduleId.replaceAll('\\', '/').includes(part));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
