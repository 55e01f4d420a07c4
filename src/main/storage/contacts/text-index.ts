import { sql } from "kysely";
import type { AudienceId } from "../../../shared/ids";
import type { Database } from "../schema";

/** Few enough that whoever else wants to write hardly waits. */
const CHUNK = 1_000;

/**
 * Fills `contact_text` beside everything else, a chunk at a time, until the store is closed. What is
 * left then is filled in when the audience is looked at the next time.
 */
export class TextIndex {
  readonly #database: Database;
  readonly #awaited = new Set<AudienceId>();
  #work: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(database: Database) {
    this.#database = database;
  }

  add(id: AudienceId): void {
    if (this.#awaited.has(id)) return;
    this.#awaited.add(id);
    this.#work = this.#work
      .then(() => this.#fill(id))
      // Without it searches are slower and find the same.
      .catch(() => undefined)
      .finally(() => this.#awaited.delete(id));
  }

  /** Resolves when nothing is left to fill in. */
  settled(): Promise<void> {
    return this.#work;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#work;
  }

  async #fill(id: AudienceId): Promise<void> {
    let more = true;
    while (more && !this.#stopped) more = await fillChunk(this.#database, id);
  }
}

/** Answers whether there may be more to fill in. */
async function fillChunk(database: Database, id: AudienceId): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ after: number; upTo: number | null }>`
      select searchable_to as after, (
        select max(id) from (
          select id from contact
          where audience_id = audience.id and id > searchable_to and id <= last_contact_id
          order by id limit ${CHUNK}
        )
      ) as upTo
      from audience where id = ${id} and state in ('ready', 'appending')`.execute(transaction);
    const [chunk] = rows;
    if (chunk === undefined || chunk.upTo === null) return false;
    await sql`
      insert or replace into contact_text (rowid, text)
      select id, name || char(10) || phone from contact
      where audience_id = ${id} and id > ${chunk.after} and id <= ${chunk.upTo}`.execute(
      transaction,
    );
    await transaction
      .updateTable("audience")
      .set("searchable_to", chunk.upTo)
      .where("id", "=", id)
      .execute();
    return true;
  });
}
