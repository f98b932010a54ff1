import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArtworkAddress, toArtworkPath } from '../../src/artwork/artwork-address.ts';
import { type ArtworkPathParts, parseArtworkPath } from '../../src/artwork/parse-artwork-path.ts';

const SIGNATURE = 'abcdefghijklmnopqrstuv_-';
const GOOD: ArtworkPathParts = { kind: 'poster', id: '12', version: 'v-1_x', file: `${SIGNATURE}.jpg` };

const addresses: fc.Arbitrary<ArtworkAddress> = fc.record({
  kind: fc.constantFrom('SCENE_POSTER', 'SCENE_BACKGROUND', 'SCENE_SNAPSHOT', 'PERFORMER_PORTRAIT'),
  id: fc.integer({ min: 1 }).map(String),
  version: fc.stringMatching(/^[A-Za-z0-9_-]{1,32}$/),
});

describe('the parser of artwork paths', () => {
  it('reads back every path that is written', () => {
    fc.assert(
      fc.property(addresses, (address) => {
        const [, , kind = '', id = '', version = '', file = ''] = toArtworkPath(address, SIGNATURE).split(
          '/',
        );
        expect(parseArtworkPath({ kind, id, version, file })).toEqual({ address, signature: SIGNATURE });
      }),
    );
  });

  it.each<Partial<ArtworkPathParts>>([
    { kind: 'POSTER' },
    { kind: 'studio' },
    { kind: 'constructor' },
    { kind: '' },
    { id: '0' },
    { id: '012' },
    { id: '-1' },
    { id: '1e3' },
    { id: '12\n' },
    { id: '../1' },
    { id: '１２' },
    { id: '1'.repeat(19) },
    { id: '' },
    { version: '' },
    { version: 'a/b' },
    { version: 'a\0' },
    { version: 'a'.repeat(33) },
    { file: SIGNATURE },
    { file: `${SIGNATURE}.png` },
    { file: `${SIGNATURE}.jpg\n` },
    { file: `${SIGNATURE}x.jpg` },
    { file: `${SIGNATURE.slice(1)}.jpg` },
    { file: '' },
  ])('refuses %j', (oddity) => {
    expect(parseArtworkPath({ ...GOOD, ...oddity })).toBeUndefined();
  });

  it('never throws', () => {
    const parts = fc.record({
      kind: fc.string(),
      id: fc.string(),
      version: fc.string(),
      file: fc.string({ unit: 'binary' }),
    });
    fc.assert(fc.property(parts, (odd) => parseArtworkPath(odd) === undefined));
  });
});
