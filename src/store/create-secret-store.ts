import type { Database } from './database.ts';

/** Secrets of our own making, kept as long as the data folder. */
export interface SecretStore {
  /** The secret of that name; made and kept, durably, by the first who asks. */
  ensure(name: string, make: () => Uint8Array): Uint8Array;
}

export function createSecretStore(database: Database): SecretStore {
  return {
    ensure: (name, make) =>
      database.transaction(() => {
        const known = findSecret(database, name);
        if (known) return known;
        const secret = make();
        database.run('INSERT INTO secrets (name, secret) VALUES (?, ?)', name, secret);
        return secret;
      }),
  };
}

function findSecret(database: Database, name: string): Uint8Array | undefined {
  const secret = database.find('SELECT secret FROM secrets WHERE name = ?', name)?.['secret'];
  return secret instanceof Uint8Array ? secret : undefined;
}
