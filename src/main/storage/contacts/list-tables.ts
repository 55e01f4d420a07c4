import { sql } from "kysely";
import type { ContactId } from "../../../shared/ids";
import type { Database } from "../schema";
import { candidates, conditions } from "./contact-conditions";
import { contactOrder } from "./contact-order";
import type { ListedView } from "./listed-view";

/** Whom a view shows, in ascending order, by place from 1 on. */
export interface ContactList {
  readonly table: string;
  readonly total: number;
}

/**
 * Temporary tables that hold a list each. Few names, used again: each statement is compiled once and
 * kept, and emptying a table costs nothing.
 */
export class ListTables {
  readonly #database: Database;
  readonly #free: string[] = [];
  #tables = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @param isWanted asked just before the long part, which is then only stopped by an interrupt */
  async make({ audience, view, now }: ListedView, isWanted: () => boolean): Promise<ContactList> {
    const table = await this.#emptyTable();
    try {
      if (!isWanted()) throw new Error("Nobody needs the list any more");
      const { numAffectedRows } = await sql`
        insert into ${sql.table(table)} (contact_id)
        select contact.id from ${candidates(audience, view)}
        where contact.audience_id = ${audience.id} and contact.id <= ${audience.lastContactId}
          and ${conditions(view, now)}
        order by ${contactOrder(view.sort, false)}`.execute(this.#database);
      return { table, total: Number(numAffectedRows ?? 0) };
    } catch (error) {
      this.#free.push(table);
      throw error;
    }
  }

  async read(
    { table, total }: ContactList,
    page: { readonly offset: number; readonly limit: number; readonly descending: boolean },
  ): Promise<ContactId[]> {
    const from = Math.min(page.offset, total);
    const to = Math.min(page.offset + page.limit, total);
    const [start, end] = page.descending ? [total - to, total - from] : [from, to];
    const { rows } = await sql<{ id: ContactId }>`
      select contact_id as id from ${sql.table(table)}
      where place > ${start} and place <= ${end}
      order by place ${sql.raw(page.descending ? "desc" : "asc")}`.execute(this.#database);
    return rows.map(({ id }) => id);
  }

  /** Nobody reads the list any more. */
  release({ table }: ContactList): void {
    this.#free.push(table);
  }

  async #emptyTable(): Promise<string> {
    const free = this.#free.pop();
    if (free !== undefined) {
      await sql`delete from ${sql.table(free)}`.execute(this.#database);
      return free;
    }
    const table = `listed_${(this.#tables += 1)}`;
    await sql`create temp table ${sql.table(table)}
      (place integer primary key, contact_id integer not null)`.execute(this.#database);
    return table;
  }
}
