import { randomBytes } from 'node:crypto';

/** Keeps secrets of our own making beside the data that they protect. */
export interface SecretStore {
  /**
   * Returns the secret of that name, made and kept durably by the first caller. Two callers at once, also in two
   * processes, get the same bytes.
   */
  ensure(name: string, make: () => Uint8Array): Uint8Array;
}

export const SIGNING_KEY_BYTES = 32;

const SIGNING_KEY_NAME = 'artwork-signing-key';

/**
 * The key that signs artwork addresses. It lives as long as the data folder: PMS keeps the addresses of cast photos
 * and asks for them on demand, so a new key would turn all of them into grey circles until the next refresh.
 */
export function ensureSigningKey(secrets: SecretStore): Uint8Array {
  return secrets.ensure(SIGNING_KEY_NAME, () => randomBytes(SIGNING_KEY_BYTES));
}
