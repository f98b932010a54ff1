import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { DatabaseCorruptError } from './store-errors.ts';
import { toStoreError } from './to-store-error.ts';

/** What SQLite can hold: a whole number above 2^53 must be given as text or bigint and read as text. */
export type SqlValue = string | number | bigint | Uint8Array | null;
export type Row = Readonly<Record<string, SqlValue>>;

const BUSY_TIMEOUT_MS = 5000;
/** 32 MB of log between two checkpoints: a filling catalog rewrites the same pages many times. */
const LOG_PAGES = 8192;
/** A large transaction makes the log as large as itself; what is beyond this is given back with the next round. */
const MOST_LOG_BYTES = 40 * 1024 * 1024;
/** What is read again and again; the rest of the file is in the system's own cache, which costs this process nothing. */
const PAGE_CACHE_KIB = 4 * 1024;

export interface ConnectionOptions {
  readonly readOnly?: boolean;
  /** Reads what is there of a damaged file: also of one that was cut short, and numbers of any size. */
  readonly salvage?: boolean;
}

/**
 * One SQLite connection: prepared statements are kept, failures are typed, transactions join when nested.
 *
 * WAL with `synchronous = NORMAL`: a killed process loses nothing that was committed, a power cut may lose the last
 * moments but never the file (https://sqlite.org/pragma.html#pragma_synchronous).
 */
export class Database {
  readonly file: string;
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #onDamage: (() => void) | undefined;
  #depth = 0;
  #foundCorrupt = false;

  /** @throws DataFolderError, DatabaseCorruptError */
  constructor(file: string, { readOnly = false, salvage = false }: ConnectionOptions = {}) {
    this.file = file;
    const options = { readOnly, timeout: BUSY_TIMEOUT_MS, defensive: !salvage, readBigInts: salvage };
    this.#connection = this.#tell(() => new DatabaseSync(file, options));
    // SQLite opens a file that is shorter than its header says only to those who may change the schema.
    if (salvage) this.run('PRAGMA writable_schema = ON');
  }

  /** Sets what a connection needs for itself; the journal mode is kept in the file. */
  configure(options: { readonly readOnly: boolean }): void {
    this.run(`PRAGMA cache_size = -${PAGE_CACHE_KIB}`);
    this.run('PRAGMA foreign_keys = ON');
    if (options.readOnly) return;
    this.find('PRAGMA journal_mode = WAL');
    this.run('PRAGMA synchronous = NORMAL');
    this.find(`PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
    this.find(`PRAGMA journal_size_limit = ${MOST_LOG_BYTES}`);
  }

  /** True once SQLite reported damage on this connection. */
  get foundCorrupt(): boolean {
    return this.#foundCorrupt;
  }

  /** Calls the listener once, when SQLite first reports damage from now on. */
  watchDamage(listener: () => void): void {
    this.#onDamage = listener;
  }

  /** Takes note of damage, also of what was found on another connection. */
  noteDamage(): void {
    if (this.#foundCorrupt) return;
    this.#foundCorrupt = true;
    this.#onDamage?.();
  }

  get isOpen(): boolean {
    return this.#connection.isOpen;
  }

  /** The first row, if any. */
  find(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#tell(() => this.#prepare(sql).get(...values));
  }

  list(sql: string, ...values: SqlValue[]): readonly Row[] {
    return this.#tell(() => this.#prepare(sql).all(...values));
  }

  /** Rows one by one, for listings that should not stand in memory as a whole. */
  *stream(sql: string, ...values: SqlValue[]): Generator<Row> {
    const rows = this.#tell(() => this.#connection.prepare(sql).iterate(...values));
    for (;;) {
      const next = this.#tell(() => rows.next());
      if (next.done) return;
      yield next.value;
    }
  }

  /** Runs one statement; returns how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): number {
    return Number(this.#tell(() => this.#prepare(sql).run(...values)).changes);
  }

  /** Runs several statements that take no values, as migrations have them. */
  runAll(sql: string): void {
    this.#tell(() => this.#connection.exec(sql));
  }

  /** All or nothing. Inside another transaction it joins that one. */
  transaction<Result>(work: () => Result): Result {
    if (this.#depth > 0) return this.#nested(work);
    this.run('BEGIN IMMEDIATE');
    try {
      const result = this.#nested(work);
      this.run('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /** Moves what the write-ahead log holds into the database file and empties the log. */
  checkpoint(): void {
    this.find('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    if (!this.#connection.isOpen) return;
    this.#statements.clear();
    this.#tell(() => this.#connection.close());
  }

  #nested<Result>(work: () => Result): Result {
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }

  /** SQLite itself ends a transaction on some failures (a full disk), so there may be nothing left to roll back. */
  #rollBack(): void {
    if (this.#connection.isOpen && this.#connection.isTransaction) this.run('ROLLBACK');
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #tell<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      const told = toStoreError(error);
      if (told instanceof DatabaseCorruptError) this.noteDamage();
      throw told;
    }
  }
}
