import { sql, type RawBuilder } from "kysely";
import type { Removal } from "../../../shared/do-not-call";
import type { Instant } from "../../../shared/instant";
import type { PhoneNumber } from "../../../shared/phone-number";
import { missing } from "../failures";
import type { Database } from "../schema";
import { hasExpired, OUTLASTS } from "./lasting";

/** Few enough that whoever else wants to write hardly waits. */
const CHUNK = 2_000;

/**
 * Takes numbers off the list, a chunk at a time. The last removal is kept beside the store, in a
 * table that ends with the connection, so that it can be undone.
 */
export class Removals {
  readonly #database: Database;
  #last = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  async removeNumbers(numbers: readonly PhoneNumber[]): Promise<Removal> {
    const removalId = await this.#begin();
    let removed = 0;
    for (let start = 0; start < numbers.length; start += CHUNK) {
      const chunk = JSON.stringify(numbers.slice(start, start + CHUNK));
      removed += await this.#moveAway(sql`select value from json_each(${chunk})`);
    }
    return { removalId, removed };
  }

  async removeExpired(now: Instant): Promise<Removal> {
    const removalId = await this.#begin();
    const expired = sql`
      select phone from do_not_call where ${hasExpired(now)} order by expires_at, phone limit ${CHUNK}`;
    let removed = 0;
    for (let chunk = CHUNK; chunk === CHUNK; removed += chunk) {
      chunk = await this.#moveAway(expired);
    }
    return { removalId, removed };
  }

  /**
   * Answers how many are on the list again. Who was added again meanwhile stays for the longer of
   * both times.
   * @throws AppFailure when another removal has come after it
   */
  async undo(removalId: number): Promise<number> {
    if (removalId !== this.#last || removalId === 0) throw missing("What was removed");
    let restored = 0;
    for (let chunk = CHUNK; chunk === CHUNK; restored += chunk) chunk = await this.#moveBack();
    return restored;
  }

  async #begin(): Promise<number> {
    await sql`
      create temp table if not exists removed_from_do_not_call (
        phone text primary key, added_at, expires_at, source, note
      ) without rowid`.execute(this.#database);
    await sql`delete from removed_from_do_not_call`.execute(this.#database);
    this.#last += 1;
    return this.#last;
  }

  /** @param phones asks for the same ones twice */
  async #moveAway(phones: RawBuilder<unknown>): Promise<number> {
    return this.#database.transaction().execute(async (transaction) => {
      await sql`
        insert into removed_from_do_not_call
        select * from do_not_call where phone in (${phones})`.execute(transaction);
      const { numAffectedRows } = await sql`
        delete from do_not_call where phone in (${phones})`.execute(transaction);
      return Number(numAffectedRows);
    });
  }

  async #moveBack(): Promise<number> {
    return this.#database.transaction().execute(async (transaction) => {
      const chunk = sql`select phone from removed_from_do_not_call order by phone limit ${CHUNK}`;
      await sql`
        insert into do_not_call
        select * from removed_from_do_not_call where phone in (${chunk})
        on conflict (phone) do update set expires_at = excluded.expires_at
        where ${OUTLASTS}`.execute(transaction);
      const { numAffectedRows } = await sql`
        delete from removed_from_do_not_call where phone in (${chunk})`.execute(transaction);
      return Number(numAffectedRows);
    });
  }
}
