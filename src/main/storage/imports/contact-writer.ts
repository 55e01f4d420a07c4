import type { ContactVariables } from "../../../shared/contact";
import type { AudienceId, ContactId } from "../../../shared/ids";
import type { Instant } from "../../../shared/instant";
import type { PhoneNumber } from "../../../shared/phone-number";
import type { DatabaseFile } from "../dialect/database-file";
import { storageFailure } from "../failures";
import { connectForImport, queries } from "../open/connect";
import type { Database } from "../schema";
import {
  beginImport,
  finishImport,
  giveImportUp,
  type ImportTarget,
  type Staging,
} from "./staging";

/** A row of a file, checked and ready to be stored. */
export interface NewContact {
  /** Line in the file, by which a duplicate is told back. */
  readonly line: number;
  readonly name: string;
  readonly phone: PhoneNumber;
  readonly variables: ContactVariables;
}

/**
 * Writes contacts beside everything else that happens, on a connection of its own: for a worker.
 * Nobody sees a row before `commit`, and a crash leaves nothing that anybody sees. Batches of some
 * thousands are best. One call at a time; after `commit` or `rollback` the writer is closed.
 */
export interface ContactWriter {
  readonly audienceId: AudienceId;
  /** Lines whose number the audience, or an earlier line, has already: those were not stored. */
  insert(batch: readonly NewContact[]): Promise<{ readonly duplicates: readonly number[] }>;
  commit(): Promise<AudienceId>;
  rollback(): Promise<void>;
}

/**
 * @param file the store's file, which is open in this process already
 * @param variables names of the columns kept as variables, in the file's order
 * @throws AppFailure when the audience is gone, or another import into it is under way
 */
export async function openContactWriter(
  file: string,
  target: ImportTarget,
  variables: readonly string[],
  now: Instant,
): Promise<ContactWriter> {
  const connection = await connectForImport(file).catch((error: unknown) => {
    throw storageFailure(error);
  });
  try {
    const database = queries(connection);
    const staging = await beginImport(database, target, variables, now);
    return new StagedContacts(connection, database, staging, variables);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Rows of one statement: each is a transaction, for which the dialing engine may have to wait. */
const CHUNK = 2_000;

class StagedContacts implements ContactWriter {
  readonly audienceId: AudienceId;
  readonly #connection: DatabaseFile;
  readonly #database: Database;
  readonly #variables: readonly string[];
  #lastContactId: ContactId | 0;
  #stored = 0;

  constructor(
    connection: DatabaseFile,
    database: Database,
    staging: Staging,
    variables: readonly string[],
  ) {
    this.#connection = connection;
    this.#database = database;
    this.#variables = variables;
    this.audienceId = staging.audienceId;
    this.#lastContactId = staging.lastContactId;
  }

  async insert(batch: readonly NewContact[]): Promise<{ duplicates: readonly number[] }> {
    const duplicates: number[] = [];
    try {
      for (let start = 0; start < batch.length; start += CHUNK) {
        duplicates.push(...(await this.#insertChunk(batch.slice(start, start + CHUNK))));
      }
    } catch (error) {
      throw storageFailure(error);
    }
    return { duplicates };
  }

  async commit(): Promise<AudienceId> {
    // Brings the chunks before it to the disk as well.
    await this.#connection.script("pragma synchronous = full");
    await finishImport(this.#database, this.audienceId, {
      contacts: this.#stored,
      lastContactId: this.#lastContactId,
      variables: this.#variables,
    });
    await this.#connection.close();
    return this.audienceId;
  }

  async rollback(): Promise<void> {
    try {
      await giveImportUp(this.#database, this.audienceId);
    } finally {
      await this.#connection.close();
    }
  }

  async #insertChunk(chunk: readonly NewContact[]): Promise<number[]> {
    const rows = JSON.stringify(
      chunk.map(({ line, name, phone, variables }) => [line, name, phone, variables]),
    );
    const before = this.#lastContactId;
    const written = await this.#connection.write(
      `insert into contact (audience_id, name, phone, variables)
      select ?, value ->> 1, value ->> 2, value -> 3 from json_each(?)
      where true
      order by key
      on conflict (audience_id, phone) do nothing`,
      [this.audienceId, rows],
    );
    if (written.rows > 0) this.#lastContactId = written.lastId as ContactId;
    this.#stored += written.rows;
    if (written.rows === chunk.length) return [];
    return this.#duplicatesIn(chunk, rows, before);
  }

  /** Told by what is stored now: a number from an earlier chunk, or that of an earlier line. */
  async #duplicatesIn(
    chunk: readonly NewContact[],
    rows: string,
    before: ContactId | 0,
  ): Promise<number[]> {
    const known = await this.#connection.rows(
      `select cast(row.key as integer) as place from json_each(?) as row
      join contact on contact.audience_id = ? and contact.phone = row.value ->> 2
      where contact.id <= ?`,
      [rows, this.audienceId, before],
    );
    const places = new Set(known.map(({ place }) => Number(place)));
    const seen = new Set<string>();
    for (const [place, { phone }] of chunk.entries()) {
      if (seen.has(phone)) places.add(place);
      seen.add(phone);
    }
    return [...places].sort((a, b) => a - b).flatMap((place) => chunk[place]?.line ?? []);
  }
}
