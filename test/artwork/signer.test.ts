import { describe, expect, it } from 'vitest';
import type { ArtworkAddress } from '../../src/artwork/artwork-address.ts';
import { createArtworkSigner } from '../../src/artwork/signer.ts';
import { type SecretStore, ensureSigningKey } from '../../src/artwork/signing-key.ts';

const ADDRESS: ArtworkAddress = { kind: 'SCENE_POSTER', id: '12', version: 'abc' };
const signer = createArtworkSigner(new Uint8Array(32).fill(1));

describe('the signer of artwork addresses', () => {
  it('recognises its own signature', () => {
    expect(signer.isSignatureOf(ADDRESS, signer.sign(ADDRESS))).toBe(true);
  });

  it('signs with at least 128 bits in characters that a path may hold', () => {
    expect(signer.sign(ADDRESS)).toMatch(/^[A-Za-z0-9_-]{22,}$/);
  });

  it.each<[string, Partial<ArtworkAddress>]>([
    ['kind', { kind: 'SCENE_SNAPSHOT' }],
    ['id', { id: '13' }],
    ['version', { version: 'abd' }],
    ['boundary between id and version', { id: '1', version: '2abc' }],
  ])('refuses a signature for another %s', (_what, change) => {
    expect(signer.isSignatureOf({ ...ADDRESS, ...change }, signer.sign(ADDRESS))).toBe(false);
  });

  it('refuses a signature with any one character changed', () => {
    const signature = signer.sign(ADDRESS);
    const forged = Array.from(signature).map(
      (char, at) => signature.slice(0, at) + (char === 'A' ? 'B' : 'A') + signature.slice(at + 1),
    );
    expect(forged.filter((text) => signer.isSignatureOf(ADDRESS, text))).toEqual([]);
  });

  it.each(['', 'A', 'ä'.repeat(24), ' '.repeat(24)])('refuses %j', (signature) => {
    expect(signer.isSignatureOf(ADDRESS, signature)).toBe(false);
  });

  it('refuses the signature of another key', () => {
    const other = createArtworkSigner(new Uint8Array(32).fill(2));
    expect(signer.isSignatureOf(ADDRESS, other.sign(ADDRESS))).toBe(false);
  });

  it('refuses a key of another length', () => {
    expect(() => createArtworkSigner(new Uint8Array(31))).toThrow('expected a signing key of 32 bytes');
  });
});

describe('the signing key', () => {
  it('is made once and has 32 random bytes', () => {
    const store = secretsInMemory();
    const key = ensureSigningKey(store);
    expect(key).toHaveLength(32);
    expect(ensureSigningKey(store)).toEqual(key);
    expect(ensureSigningKey(secretsInMemory())).not.toEqual(key);
  });
});

function secretsInMemory(): SecretStore {
  const secrets = new Map<string, Uint8Array>();
  return {
    ensure: (name, make) => {
      const secret = secrets.get(name) ?? make();
      secrets.set(name, secret);
      return secret;
    },
  };
}
