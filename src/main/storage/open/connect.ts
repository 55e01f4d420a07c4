import { Kysely } from "kysely";
import { DatabaseFile } from "../dialect/database-file";
import { Sqlite3Dialect } from "../dialect/sqlite3-dialect";
import type { Database, Schema } from "../schema";

/** How long one connection waits for another's transaction, in milliseconds. */
const PATIENCE_MS = 5_000;

/** The connection that alone writes while the application runs, an import's apart. */
export async function connectForWriting(path: string): Promise<DatabaseFile> {
  return configured(await DatabaseFile.open(path, "create"), [
    "pragma journal_mode = wal",
    // An intent must survive a power cut, not only the end of the process.
    "pragma synchronous = full",
    "pragma foreign_keys = on",
    "pragma cache_size = -16000",
  ]);
}

export async function connectForReading(path: string): Promise<DatabaseFile> {
  return configured(await DatabaseFile.open(path, "read"), ["pragma cache_size = -32000"]);
}

/**
 * An import's chunks need not be on the disk one by one: nobody sees them before the last, and that
 * one is written with `synchronous = full`, which brings those before it to the disk with it.
 */
export async function connectForImport(path: string): Promise<DatabaseFile> {
  return configured(await DatabaseFile.open(path, "create"), [
    "pragma synchronous = normal",
    "pragma foreign_keys = on",
    "pragma cache_size = -64000",
  ]);
}

export function queries(file: DatabaseFile): Database {
  return new Kysely<Schema>({ dialect: new Sqlite3Dialect(file) });
}

async function configured(file: DatabaseFile, pragmas: readonly string[]): Promise<DatabaseFile> {
  try {
    await file.script([`pragma busy_timeout = ${PATIENCE_MS}`, ...pragmas].join(";\n"));
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}
