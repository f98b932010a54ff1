import { describe, expect, it } from 'vitest';
import { readSchemaSdl } from '../../simulators/stash/build-schema.ts';
import { Secret } from '../../src/lib/secret.ts';
import { checkSchemaApart } from '../../src/stash/schema/check-schema-apart.ts';
import { checkSchema } from '../../src/stash/schema/check-schema.ts';
import { rememberSchemaCheck } from '../../src/wiring/remember-schema-check.ts';
import { SettableClock } from '../support/settable-clock.ts';
import { startStash } from './provocations/stash.ts';

const HOUR_MS = 3_600_000;

describe('a schema that is compared in a process of its own', () => {
  it('is told the same of as in this one', async () => {
    const changed = readSchemaSdl('0.30').replace(/^ {2}details: String$/m, '  synopsis: String');
    const stash = await startStash({ version: '0.30', schemaSdl: changed, apiKey: 'the-key' });
    const source = { from: stash.url, apiKey: new Secret('the-key') };
    const check = await checkSchemaApart(source);
    expect(check).toEqual(await checkSchema(source));
    expect(check.findings.length).toBeGreaterThan(0);
  });

  it('is refused with the name of the error when Stash cannot be asked', async () => {
    await expect(checkSchemaApart({ from: 'http://127.0.0.1:1' })).rejects.toThrow(
      expect.objectContaining({ name: 'StashError' }),
    );
  });

  it('is given up when the caller gives up', async () => {
    const stash = await startStash();
    stash.faults.set({ kind: 'HANG' });
    const caller = new AbortController();
    const checking = checkSchemaApart({ from: stash.url, signal: caller.signal });
    caller.abort(new Error('the caller has gone'));
    await expect(checking).rejects.toThrow('the caller has gone');
  });
});

describe('a running service', () => {
  it('reads the schema anew only for another version or after a day', async () => {
    const clock = new SettableClock();
    const asked: (string | undefined)[] = [];
    const check = rememberSchemaCheck(async (version) => {
      asked.push(version);
      return { snapshot: '0.30', operations: 1, spared: [], findings: [], harmless: 0 };
    }, clock);
    const { signal } = new AbortController();
    await check('v0.30.1', signal);
    clock.pass(HOUR_MS);
    await check('v0.30.1', signal);
    expect(asked).toEqual(['v0.30.1']);
    await check('v0.31.0', signal);
    clock.pass(25 * HOUR_MS);
    await check('v0.31.0', signal);
    expect(asked).toEqual(['v0.30.1', 'v0.31.0', 'v0.31.0']);
  });
});
