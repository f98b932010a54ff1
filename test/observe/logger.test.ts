import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../src/lib/secret.ts';
import { createLogger } from '../../src/observe/logger.ts';

function logInto(lines: string[]) {
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  return createLogger({ level: 'info', format: 'json', paths: 'full' }, destination);
}

const HIDDEN = 'nobody-may-read-this';

describe('the log', () => {
  it.each([
    ['a header of an error', { err: Object.assign(new Error('no'), { headers: { ApiKey: HIDDEN } }) }],
    ['a token', { plex: { 'X-Plex-Token': HIDDEN, 'x-plex-token': HIDDEN } }],
    ['a key', { stash: { apiKey: HIDDEN }, apiKey: HIDDEN }],
    ['an authorization', { request: { authorization: HIDDEN, Authorization: HIDDEN, cookie: HIDDEN } }],
    ['a setting', { config: { secret: new Secret(HIDDEN) } }],
    ['a setting in a text', { text: String(new Secret(HIDDEN)) }],
  ])('does not show %s', (_what, fields) => {
    const lines: string[] = [];
    logInto(lines).info(fields, 'said');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('said');
    expect(lines[0]).not.toContain(HIDDEN);
  });

  it('writes one JSON object a line, with its time, whatever it is about', () => {
    const lines: string[] = [];
    logInto(lines).info({ file: 'a\n"quoted"\u2028 \u0000.mp4' }, 'match');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.trimEnd()).not.toContain('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ file: 'a\n"quoted"\u2028 \u0000.mp4', msg: 'match' });
    expect(JSON.parse(lines[0] ?? '')).toHaveProperty('time');
  });

  it('leaves out what is below its level', () => {
    const lines: string[] = [];
    logInto(lines).debug('not this');
    expect(lines).toEqual([]);
  });
});
