import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLogger } from '../../src/observe/logger.ts';
import { createRecordBreaker } from '../../src/observe/record-breaker.ts';

it('an outage is two lines of the log, its begin and its end, however long it lasts', () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push((JSON.parse(chunk.toString()) as { breaker: string }).breaker);
      done();
    },
  });
  const record = createRecordBreaker(createLogger({ level: 'info', format: 'json', paths: 'full' }, sink));
  record({ kind: 'OPEN', since: 1 });
  for (let probe = 0; probe < 100; probe += 1) {
    record({ kind: 'HALF_OPEN', since: 2 });
    record({ kind: 'OPEN', since: 3 });
  }
  record({ kind: 'HALF_OPEN', since: 4 });
  record({ kind: 'CLOSED', since: 5 });
  record({ kind: 'OPEN', since: 6 });
  expect(lines).toEqual(['OPEN', 'CLOSED', 'OPEN']);
});
