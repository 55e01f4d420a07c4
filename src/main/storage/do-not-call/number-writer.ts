import { sql } from "kysely";
import type { Listing, PutOnList } from "../../../shared/do-not-call";
import type { Instant } from "../../../shared/instant";
import type { PhoneNumber } from "../../../shared/phone-number";
import { storageFailure } from "../failures";
import { connectForImport, queries } from "../open/connect";
import type { DatabaseFile } from "../dialect/database-file";
import type { Database } from "../schema";
import { putOnList } from "./put-on-list";

/**
 * Puts a file's numbers on the do-not-call list, on a connection of its own: for a worker. They
 * are gathered beside the store, which nobody waits for, and written by `commit` in one
 * transaction: a million in about a second. Before it nothing is listed, and a crash leaves
 * nothing. One call at a time; after `commit` or `giveUp` the writer is closed.
 */
export interface NumberWriter {
  /** How many of them it did not have yet. Batches of some thousands are best. */
  gather(numbers: readonly PhoneNumber[]): Promise<number>;
  commit(): Promise<PutOnList>;
  giveUp(): Promise<void>;
}

export interface NumbersOfFile extends Listing {
  /** What the supervisor calls the file. */
  readonly fileName: string;
  readonly at: Instant;
}

/** @param file the store's file, which is open in this process already */
export async function openNumberWriter(
  file: string,
  numbersOfFile: NumbersOfFile,
): Promise<NumberWriter> {
  const connection = await connectForImport(file).catch((error: unknown) => {
    throw storageFailure(error);
  });
  try {
    const database = queries(connection);
    await sql`create temp table gathered (phone text primary key) without rowid`.execute(database);
    return new GatheredNumbers(connection, database, numbersOfFile);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

class GatheredNumbers implements NumberWriter {
  #gathered = 0;
  readonly #connection: DatabaseFile;
  readonly #database: Database;
  readonly #file: NumbersOfFile;

  constructor(connection: DatabaseFile, database: Database, file: NumbersOfFile) {
    this.#connection = connection;
    this.#database = database;
    this.#file = file;
  }

  async gather(numbers: readonly PhoneNumber[]): Promise<number> {
    const { numAffectedRows } = await sql`
      insert or ignore into gathered
      select value from json_each(${JSON.stringify(numbers)})`.execute(this.#database);
    const fresh = Number(numAffectedRows);
    this.#gathered += fresh;
    return fresh;
  }

  async commit(): Promise<PutOnList> {
    await this.#connection.script("pragma synchronous = full");
    const { at, fileName, expiresAt, note } = this.#file;
    const result = await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("do_not_call_import")
        .values({ imported_at: at, file_name: fileName, numbers: this.#gathered })
        .execute();
      const listing = { at, expiresAt, note, source: "file" } as const;
      return putOnList(transaction, sql`gathered`, this.#gathered, listing);
    });
    await this.#connection.close();
    return result;
  }

  giveUp(): Promise<void> {
    return this.#connection.close();
  }
}
