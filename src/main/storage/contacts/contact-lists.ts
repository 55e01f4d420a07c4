import { sql } from "kysely";
import type { ContactView } from "../../../shared/contact";
import type { ContactId } from "../../../shared/ids";
import { SECOND, type Instant } from "../../../shared/instant";
import type { DatabaseFile } from "../dialect/database-file";
import { queries } from "../open/connect";
import type { Database } from "../schema";
import { candidates, conditions } from "./contact-conditions";
import { contactOrder } from "./contact-order";
import type { AudienceExtent } from "./extent";

/** A view of an audience at one of its revisions. */
export interface ListedView {
  readonly audience: AudienceExtent;
  /** Another one whenever a contact of the audience has changed. */
  readonly revision: number;
  readonly view: ContactView;
  readonly now: Instant;
}

/** Whom a view shows, in ascending order: a stretch of `listed`. */
interface ContactList {
  readonly first: number;
  readonly total: number;
  readonly madeAt: Instant;
}

/** As many as are looked at in turn; a million contacts take ten megabytes of a temporary file. */
const KEPT = 6;
/** Calls go on while one looks at who has been called. */
const FILTERED_BY_CALLS_FOR = 5 * SECOND;

/**
 * Results of searches, filters and orders, kept by place in a temporary table, so that any offset
 * costs the same. Made on a connection of their own: no other screen waits for it.
 */
export class ContactLists {
  readonly #file: DatabaseFile;
  readonly #database: Database;
  readonly #lists = new Map<string, Promise<ContactList>>();
  readonly #ready = new Map<string, ContactList>();
  #table: Promise<unknown> | null = null;
  /** Made for later; whoever needs the connection now interrupts it. */
  #preparing: string | null = null;

  constructor(file: DatabaseFile) {
    this.#file = file;
    this.#database = queries(file);
  }

  /** For questions that take as long as a list does. */
  get database(): Database {
    return this.#database;
  }

  isReady(listed: ListedView): boolean {
    const list = this.#ready.get(keyOf(listed));
    return list !== undefined && !isStale(listed, list);
  }

  /** Makes the list, or finds it made; answers how many the view shows. */
  async make(listed: ListedView): Promise<number> {
    return (await this.#listOf(listed)).total;
  }

  /** Makes the list if nothing else is to be done; it is given up as soon as something is. */
  prepare(listed: ListedView): void {
    const key = keyOf(listed);
    if (this.#lists.has(key) || this.#lists.size > this.#ready.size) return;
    this.#preparing = key;
    this.make(listed)
      .catch(() => undefined)
      .finally(() => {
        if (this.#preparing === key) this.#preparing = null;
      });
  }

  async idsAt(listed: ListedView, offset: number, limit: number): Promise<ContactId[]> {
    const { first, total } = await this.#listOf(listed);
    const { descending } = listed.view;
    const from = Math.min(offset, total);
    const to = Math.min(offset + limit, total);
    const [start, end] = descending ? [total - to, total - from] : [from, to];
    const { rows } = await sql<{ id: ContactId }>`
      select contact_id as id from listed
      where place >= ${first + start} and place < ${first + end}
      order by place ${sql.raw(descending ? "desc" : "asc")}`.execute(this.#database);
    return rows.map(({ id }) => id);
  }

  async close(): Promise<void> {
    this.#file.interrupt();
    await Promise.allSettled(this.#lists.values());
    await this.#file.close();
  }

  #listOf(listed: ListedView): Promise<ContactList> {
    const key = keyOf(listed);
    if (this.#preparing !== null && this.#preparing !== key) {
      this.#preparing = null;
      this.#file.interrupt();
    }
    const ready = this.#ready.get(key);
    if (ready !== undefined && isStale(listed, ready)) this.#forget(key);
    const list = this.#lists.get(key) ?? this.#begin(key, listed);
    // Those looked at last stay.
    this.#lists.delete(key);
    this.#lists.set(key, list);
    for (const oldest of [...this.#lists.keys()].slice(0, -KEPT)) this.#forget(oldest);
    return list;
  }

  #begin(key: string, listed: ListedView): Promise<ContactList> {
    const list = this.#make(listed);
    list.then(
      (made) => {
        if (this.#lists.get(key) === list) this.#ready.set(key, made);
      },
      () => {
        if (this.#lists.get(key) === list) this.#lists.delete(key);
      },
    );
    return list;
  }

  #forget(key: string): void {
    const list = this.#lists.get(key);
    this.#lists.delete(key);
    this.#ready.delete(key);
    list
      ?.then(({ first, total }) =>
        sql`delete from listed where place >= ${first} and place < ${first + total}`.execute(
          this.#database,
        ),
      )
      // Its rows go with the connection at the latest.
      .catch(() => undefined);
  }

  async #make({ audience, view, now }: ListedView): Promise<ContactList> {
    this.#table ??= sql`create temp table listed
      (place integer primary key, contact_id integer not null)`.execute(this.#database);
    await this.#table;
    const { numAffectedRows, insertId } = await sql`
      insert into listed (contact_id)
      select contact.id from ${candidates(audience, view)}
      where contact.audience_id = ${audience.id} and contact.id <= ${audience.lastContactId}
        and ${conditions(view, now)}
      order by ${contactOrder(view.sort, false)}`.execute(this.#database);
    const total = Number(numAffectedRows ?? 0);
    return { first: Number(insertId ?? 0) - total + 1, total, madeAt: now };
  }
}

function isStale({ view, now }: ListedView, list: ContactList): boolean {
  const { doNotCall, calledBefore } = view.filters;
  const mayChange = doNotCall !== null || calledBefore !== null;
  return mayChange && now > list.madeAt + FILTERED_BY_CALLS_FOR;
}

/** Both directions are one list, read from either end. */
function keyOf({ audience, revision, view }: ListedView): string {
  const { id, contacts, lastContactId } = audience;
  return JSON.stringify([id, contacts, lastContactId, revision, { ...view, descending: false }]);
}
