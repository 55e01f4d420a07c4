import sqlite3 from "sqlite3";

export type Row = Record<string, unknown>;

export interface Written {
  readonly rows: number;
  /** Row number given last on this connection. */
  readonly lastId: number;
}

/**
 * One connection to a SQLite file, with promises instead of callbacks. The work itself happens on
 * another thread. Each statement is compiled once and kept: the texts are few and fixed.
 */
export class DatabaseFile {
  readonly #database: sqlite3.Database;
  readonly #statements = new Map<string, Promise<sqlite3.Statement>>();

  private constructor(database: sqlite3.Database) {
    this.#database = database;
  }

  static open(file: string, access: "create" | "read"): Promise<DatabaseFile> {
    const mode =
      access === "read" ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE;
    return new Promise((resolve, reject) => {
      const database = new sqlite3.Database(file, mode | sqlite3.OPEN_FULLMUTEX, (error) => {
        if (error === null) resolve(new DatabaseFile(database));
        else reject(error);
      });
    });
  }

  async rows(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const statement = await this.#statement(sql);
    return new Promise((resolve, reject) => {
      statement.all<Row>(parameters, (error, rows) => {
        if (error === null) resolve(rows);
        else reject(error);
      });
    });
  }

  async write(sql: string, parameters: readonly unknown[]): Promise<Written> {
    const statement = await this.#statement(sql);
    return new Promise((resolve, reject) => {
      statement.run(parameters, function (this: sqlite3.RunResult, error) {
        if (error === null) resolve({ rows: this.changes, lastId: this.lastID });
        else reject(error);
      });
    });
  }

  /** Several statements without parameters: pragmas and migrations. */
  script(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#database.exec(sql, (error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
  }

  /** Whatever is being asked ends with an error. */
  interrupt(): void {
    this.#database.interrupt();
  }

  async close(): Promise<void> {
    const statements = await Promise.allSettled(this.#statements.values());
    this.#statements.clear();
    for (const statement of statements) {
      if (statement.status === "fulfilled") statement.value.finalize();
    }
    await new Promise<void>((resolve, reject) => {
      this.#database.close((error) => {
        if (error === null) resolve();
        else reject(error);
      });
    });
  }

  #statement(sql: string): Promise<sqlite3.Statement> {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const compiled = new Promise<sqlite3.Statement>((resolve, reject) => {
      const statement = this.#database.prepare(sql, (error) => {
        if (error === null) resolve(statement);
        else reject(error);
      });
    });
    this.#statements.set(sql, compiled);
    compiled.catch(() => this.#statements.delete(sql));
    return compiled;
  }
}
