/** The folder named by DATA_DIR cannot be used; the message says what to do about it. */
export class DataFolderError extends Error {
  override readonly name: string = 'DataFolderError';
}

/** The database file can be read and not written. */
export class DatabaseReadOnlyError extends DataFolderError {
  override readonly name = 'DatabaseReadOnlyError';
}

/** Another process works on the same DATA_DIR. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
}

/** The database was written by another version of the program, or does not exist yet. */
export class DatabaseVersionError extends Error {
  override readonly name: string = 'DatabaseVersionError';
}

/** There is no database to look into: nothing was ever started with this DATA_DIR. */
export class DatabaseMissingError extends DatabaseVersionError {
  override readonly name = 'DatabaseMissingError';
}

/** The disk is full: the change was rolled back as a whole and nothing else is harmed. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError';
}

/** The database file is damaged. It is set aside and rebuilt when the service starts again. */
export class DatabaseCorruptError extends Error {
  override readonly name = 'DatabaseCorruptError';
}

/** Another connection kept the database locked for longer than the busy timeout. */
export class DatabaseBusyError extends Error {
  override readonly name = 'DatabaseBusyError';
}
