import {
  DatabaseBusyError,
  DatabaseCorruptError,
  DatabaseReadOnlyError,
  DataFolderError,
  DiskFullError,
} from './store-errors.ts';

/** SQLite's primary result codes (https://sqlite.org/rescode.html); the low byte of every extended code. */
const BUSY = 5;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

const NO_ACCESS =
  'expected a DATA_DIR that can be written, but got: no access to its database, check owner and mount';

/** Tells what SQLite reported as one of our typed errors; anything else comes back unchanged. */
export function toStoreError(error: unknown): unknown {
  if (!isSqliteError(error)) return error;
  const cause = { cause: error };
  switch (error.errcode & 0xff) {
    case FULL:
      return new DiskFullError('expected room in DATA_DIR, but got: disk full, free some space', cause);
    case CORRUPT:
    case NOTADB:
      return new DatabaseCorruptError(
        'expected a sound database in DATA_DIR, but got: a damaged file, restart to have it set aside and rebuilt',
        cause,
      );
    case BUSY:
      return new DatabaseBusyError('expected the database to be free, but got: locked by another', cause);
    case IOERR:
      return new DataFolderError(
        'expected a DATA_DIR that can be read and written, but got: an input/output error, check its disk and mount',
        cause,
      );
    case READONLY:
      // The extended codes are about other files than the database itself.
      return error.errcode === READONLY
        ? new DatabaseReadOnlyError(NO_ACCESS, cause)
        : new DataFolderError(NO_ACCESS, cause);
    case CANTOPEN:
      return new DataFolderError(NO_ACCESS, cause);
    default:
      return error;
  }
}

function isSqliteError(error: unknown): error is Error & { errcode: number } {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}
