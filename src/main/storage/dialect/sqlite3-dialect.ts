import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  type TransactionSettings,
} from "kysely";
import type { DatabaseFile } from "./database-file";
import { storageFailure } from "../failures";

/**
 * Kysely over the `sqlite3` package, after Kysely's own SQLite driver, which wants another package.
 * SQLite's adapter allows one user of the connection at a time: Kysely queues the others, so that
 * transactions never interleave.
 */
export class Sqlite3Dialect implements Dialect {
  readonly #file: DatabaseFile;

  constructor(file: DatabaseFile) {
    this.#file = file;
  }

  createDriver(): Driver {
    return new Sqlite3Driver(this.#file);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new SqliteAdapter();
  }

  createIntrospector(database: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(database);
  }
}

class Sqlite3Driver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(file: DatabaseFile) {
    this.#connection = new Sqlite3Connection(file);
  }

  async init(): Promise<void> {
    // The file is open already.
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#connection);
  }

  async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings,
  ): Promise<void> {
    // Immediate: a transaction that reads first and writes later cannot fail halfway, for the write
    // lock is taken at once.
    const begin = accessMode === "read only" ? "begin" : "begin immediate";
    await connection.executeQuery(CompiledQuery.raw(begin));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("commit"));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw("rollback"));
    } catch (error) {
      // A full disk, among others, makes SQLite roll back by itself: the cause is what counts then.
      if (!String(error).includes("no transaction is active")) throw error;
    }
  }

  async releaseConnection(): Promise<void> {
    // There is one connection, kept until the end.
  }

  async destroy(): Promise<void> {
    // Whoever opened the file closes it: Kysely would not, if it had never asked it anything.
  }
}

/** A statement that gives rows back: a question, or a write with RETURNING. */
const GIVES_ROWS = /^\s*(select|with|pragma|explain)\b|\breturning\b/i;

class Sqlite3Connection implements DatabaseConnection {
  readonly #file: DatabaseFile;

  constructor(file: DatabaseFile) {
    this.#file = file;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    try {
      if (GIVES_ROWS.test(sql)) {
        return { rows: (await this.#file.rows(sql, parameters)) as R[] };
      }
      const written = await this.#file.write(sql, parameters);
      return {
        rows: [],
        numAffectedRows: BigInt(written.rows),
        insertId: BigInt(written.lastId),
      };
    } catch (error) {
      throw storageFailure(error);
    }
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    yield Promise.reject<QueryResult<R>>(new Error("Rows are read in pages, not streamed."));
  }
}
