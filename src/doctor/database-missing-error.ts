/** There is no database in DATA_DIR: nothing has run with it yet. */
export class DatabaseMissingError extends Error {
  override readonly name = 'DatabaseMissingError';
}
