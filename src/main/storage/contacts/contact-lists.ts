import type { ContactId } from "../../../shared/ids";
import { SECOND, type Instant } from "../../../shared/instant";
import type { DatabaseFile } from "../dialect/database-file";
import { queries } from "../open/connect";
import type { Database } from "../schema";
import { ListTables, type ContactList } from "./list-tables";
import { changesWithCalls, isEverybody, keyOf, type ListedView } from "./listed-view";

/** Of searches and filters, and of orders of everybody: as many of each as are looked at in turn. */
const KEPT = 6;
/** Calls go on while one looks at who has been called. */
const CHANGING_LASTS = 5 * SECOND;

interface Entry {
  readonly list: Promise<ContactList>;
  readonly everybody: boolean;
  readonly madeAt: Instant;
  isReady: boolean;
  /** Until its preparing is given up. */
  isWanted: boolean;
  /** Those who are reading it, or wait to: until then its table is theirs. */
  readers: number;
  isForgotten: boolean;
}

/**
 * Results of searches, filters and orders, kept by place, so that any offset costs the same. Made on
 * a connection of their own: no other screen waits for it.
 */
export class ContactLists {
  readonly #file: DatabaseFile;
  readonly #tables: ListTables;
  /** Those asked for last come last. */
  readonly #entries = new Map<string, Entry>();
  /** Made for later; whoever needs the connection now interrupts it. */
  #preparing: Entry | null = null;
  /** For questions that take as long as a list does. */
  readonly database: Database;

  constructor(file: DatabaseFile) {
    this.#file = file;
    this.database = queries(file);
    this.#tables = new ListTables(this.database);
  }

  isReady(listed: ListedView): boolean {
    const entry = this.#entries.get(keyOf(listed));
    return entry !== undefined && entry.isReady && !isStale(listed, entry);
  }

  /** Makes the list, or finds it made; answers how many the view shows. */
  async make(listed: ListedView): Promise<number> {
    return (await this.#entryOf(listed).list).total;
  }

  async idsAt(listed: ListedView, offset: number, limit: number): Promise<ContactId[]> {
    const entry = this.#entryOf(listed);
    entry.readers += 1;
    try {
      const { descending } = listed.view;
      return await this.#tables.read(await entry.list, { offset, limit, descending });
    } finally {
      entry.readers -= 1;
      this.#releaseUnread(entry);
    }
  }

  /** Makes these lists if nothing else is to be done; given up as soon as something is. */
  prepare(views: readonly ListedView[]): void {
    const busy = [...this.#entries.values()].some((entry) => !entry.isReady);
    const missing = views.find((listed) => !this.isReady(listed));
    if (busy || missing === undefined) return;
    const entry = this.#entryOf(missing);
    this.#preparing = entry;
    const goOn = () => {
      if (this.#preparing !== entry) return;
      this.#preparing = null;
      if (entry.isReady) this.prepare(views);
    };
    entry.list.then(goOn, goOn);
  }

  async close(): Promise<void> {
    this.#preparing = null;
    this.#file.interrupt();
    await Promise.allSettled([...this.#entries.values()].map(({ list }) => list));
    await this.#file.close();
  }

  #entryOf(listed: ListedView): Entry {
    const key = keyOf(listed);
    this.#interruptPreparing(this.#entries.get(key));
    const known = this.#entries.get(key);
    if (known !== undefined && isStale(listed, known)) this.#forget(key, known);
    const entry = this.#entries.get(key) ?? this.#begin(key, listed);
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    this.#forgetOldest(entry.everybody);
    return entry;
  }

  /** Whoever asks for the very list that is being prepared needs it now. */
  #interruptPreparing(asked: Entry | undefined): void {
    const preparing = this.#preparing;
    this.#preparing = null;
    if (preparing === null || preparing === asked) return;
    preparing.isWanted = false;
    this.#file.interrupt();
  }

  #begin(key: string, listed: ListedView): Entry {
    const entry: Entry = {
      list: this.#tables.make(listed, () => entry.isWanted),
      everybody: isEverybody(listed.view),
      madeAt: listed.now,
      isReady: false,
      isWanted: true,
      readers: 0,
      isForgotten: false,
    };
    entry.list.then(
      () => {
        entry.isReady = true;
      },
      () => {
        if (this.#entries.get(key) === entry) this.#entries.delete(key);
      },
    );
    return entry;
  }

  #forgetOldest(everybody: boolean): void {
    const alike = [...this.#entries].filter(([, entry]) => entry.everybody === everybody);
    for (const [key, entry] of alike.slice(0, -KEPT)) this.#forget(key, entry);
  }

  #forget(key: string, entry: Entry): void {
    this.#entries.delete(key);
    entry.isForgotten = true;
    this.#releaseUnread(entry);
  }

  #releaseUnread(entry: Entry): void {
    if (!entry.isForgotten || entry.readers > 0) return;
    // One that could not be made has no table.
    entry.list.then((list) => this.#tables.release(list)).catch(() => undefined);
  }
}

function isStale({ view, now }: ListedView, { madeAt }: Entry): boolean {
  return changesWithCalls(view) && now > madeAt + CHANGING_LASTS;
}
