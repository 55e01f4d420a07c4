import { sql, type Selectable } from "kysely";
import type {
  DoNotCallEntry,
  DoNotCallSummary,
  PutOnList,
  Removal,
} from "../../../shared/do-not-call";
import type { Instant } from "../../../shared/instant";
import type { PhoneNumber } from "../../../shared/phone-number";
import type { Handles, Schema } from "../schema";
import { hasExpired } from "./lasting";
import { entryOf, listPage, type ListQuery } from "./page";
import { countListed, putOnList, type NewListing } from "./put-on-list";
import { Removals } from "./removals";

/**
 * Numbers that no campaign calls. An entry whose time is over holds nobody back, and stays on the
 * list as expired until it is removed or added again: nothing vanishes by itself.
 */
export class DoNotCallList {
  readonly #handles: Handles;
  readonly #removals: Removals;

  constructor(handles: Handles) {
    this.#handles = handles;
    this.#removals = new Removals(handles.writing);
  }

  page(query: ListQuery): Promise<{ total: number; rows: DoNotCallEntry[] }> {
    return listPage(this.#handles.reading, query);
  }

  async summary(now: Instant): Promise<DoNotCallSummary> {
    const { reading } = this.#handles;
    const { rows } = await sql<{ expired: number }>`
      select count(*) as expired from do_not_call where ${hasExpired(now)}`.execute(reading);
    const last = await reading
      .selectFrom("do_not_call_import")
      .selectAll()
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirst();
    return {
      numbers: await countListed(reading),
      expired: rows[0]?.expired ?? 0,
      lastImport: last
        ? { at: last.imported_at, fileName: last.file_name, numbers: last.numbers }
        : null,
    };
  }

  /** Whether the number is on the list, and has not expired. */
  async holds(phone: PhoneNumber, now: Instant): Promise<boolean> {
    const { rows } = await sql<{ held: number }>`
      select 1 as held from do_not_call
      where phone = ${phone} and not coalesce(${hasExpired(now)}, false)`.execute(
      this.#handles.reading,
    );
    return rows.length > 0;
  }

  /** How many of these are on the list, expired ones included. */
  async countAmong(numbers: readonly PhoneNumber[]): Promise<number> {
    const { rows } = await sql<{ listed: number }>`
      select count(*) as listed from do_not_call
      where phone in (select value from json_each(${JSON.stringify(numbers)}))`.execute(
      this.#handles.reading,
    );
    return rows[0]?.listed ?? 0;
  }

  /** @param numbers each once; a file's are written by `openNumberWriter` */
  async add(numbers: readonly PhoneNumber[], listing: NewListing): Promise<PutOnList> {
    const given = sql`(select value as phone from json_each(${JSON.stringify(numbers)}))`;
    return this.#handles.writing
      .transaction()
      .execute((transaction) => putOnList(transaction, given, numbers.length, listing));
  }

  removeNumbers(numbers: readonly PhoneNumber[]): Promise<Removal> {
    return this.#removals.removeNumbers(numbers);
  }

  removeExpired(now: Instant): Promise<Removal> {
    return this.#removals.removeExpired(now);
  }

  /** Answers how many numbers are on the list again. */
  undoRemoval(removalId: number): Promise<number> {
    return this.#removals.undo(removalId);
  }

  /** The whole list by number, some thousands at a time, for an export. */
  async *all(): AsyncGenerator<readonly DoNotCallEntry[]> {
    for (let after = ""; ;) {
      const { rows } = await sql<Selectable<Schema["do_not_call"]>>`
        select * from do_not_call where phone > ${after} order by phone limit ${BATCH}`.execute(
        this.#handles.reading,
      );
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows.map(entryOf);
      after = last.phone;
    }
  }
}

const BATCH = 5_000;
