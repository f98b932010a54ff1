import { join } from 'node:path';
import { Database } from '../../src/store/database.ts';

/** Looks into the database of a data folder, beside the service that writes it. */
export function lookBeside<Result>(dataDir: string, look: (database: Database) => Result): Result {
  const database = new Database(join(dataDir, 'stash2plex.sqlite'), { readOnly: true });
  try {
    return look(database);
  } finally {
    database.close();
  }
}
