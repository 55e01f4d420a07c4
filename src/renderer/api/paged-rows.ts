import type { AppError } from "../../shared/app-error";
import { errorOf } from "./client";
import { placesMoved, type RowKey } from "./places-moved";

export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export type LoadPage<Row> = (offset: number, limit: number) => Promise<Page<Row>>;

const PAGE = 100;
/** Pages kept on either side of those on screen. */
const PAGES_KEPT = 20;

interface LoadedPage<Row> {
  readonly rows: readonly Row[];
  /** Which asking again it belongs to; older ones are shown until they are replaced. */
  readonly round: number;
}

/**
 * A list of any length of which only the pages on screen are fetched. Rows that are not there yet
 * are `undefined`. `refresh` replaces what is on screen without blanking it, and counts by how many
 * places its rows have moved, so that the table can keep them under the pointer.
 */
export class PagedRows<Row> {
  #total: number | null = null;
  #error: AppError | null = null;
  #pages = new Map<number, LoadedPage<Row>>();
  #indexes = new Map<RowKey, number>();
  #round = 0;
  #shown = { first: 0, last: 0 };
  #underWay = false;
  #version = 0;
  #moved = 0;
  readonly #listeners = new Set<() => void>();
  readonly #load: LoadPage<Row>;
  readonly #keyOf: (row: Row) => RowKey;

  constructor(load: LoadPage<Row>, keyOf: (row: Row) => RowKey) {
    this.#load = load;
    this.#keyOf = keyOf;
  }

  /** Null before the first answer. */
  get total(): number | null {
    return this.#total;
  }

  get error(): AppError | null {
    return this.#error;
  }

  /** Sum of the places that rows on screen have moved down since the beginning. */
  get moved(): number {
    return this.#moved;
  }

  rowAt(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / PAGE))?.rows[index % PAGE];
  }

  /** Where a row stands, if it is among those fetched. */
  indexOf(key: RowKey): number | undefined {
    return this.#indexes.get(key);
  }

  /** Says which rows are on screen, both ends included. */
  show(first: number, last: number): void {
    this.#shown = { first, last };
    void this.#fetchShown();
  }

  refresh(): void {
    this.#round++;
    void this.#fetchShown();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes whenever anything that can be read here has changed. */
  readonly version = (): number => this.#version;

  /** One question at a time; what has become stale or visible meanwhile is asked for next. */
  async #fetchShown(): Promise<void> {
    if (this.#underWay) return;
    this.#underWay = true;
    try {
      for (let wanted = this.#wanted(); wanted; wanted = this.#wanted()) {
        const round = this.#round;
        const limit = (wanted.last - wanted.first + 1) * PAGE;
        const page = await this.#load(wanted.first * PAGE, limit);
        this.#keep(wanted, page, round);
      }
    } catch (caught) {
      this.#error = errorOf(caught);
      this.#tell();
    } finally {
      this.#underWay = false;
    }
  }

  /** Pages on screen that are missing or stale, as one stretch; null when all are there. */
  #wanted(): { first: number; last: number } | null {
    const end = this.#total === null ? 0 : Math.max(0, this.#total - 1);
    const lastPage = Math.floor(Math.min(this.#shown.last, end) / PAGE);
    const firstPage = Math.min(Math.floor(this.#shown.first / PAGE), lastPage);
    const missing: number[] = [];
    for (let page = firstPage; page <= lastPage; page++) {
      if (this.#pages.get(page)?.round !== this.#round) missing.push(page);
    }
    const [first] = missing;
    return first === undefined ? null : { first, last: missing.at(-1) ?? first };
  }

  #keep(wanted: { first: number; last: number }, page: Page<Row>, round: number): void {
    const before = this.#keysShown();
    for (let index = wanted.first; index <= wanted.last; index++) {
      const from = (index - wanted.first) * PAGE;
      this.#pages.set(index, { rows: page.rows.slice(from, from + PAGE), round });
    }
    for (const index of this.#pages.keys()) {
      const distant = index < wanted.first - PAGES_KEPT || index > wanted.last + PAGES_KEPT;
      if (distant || index * PAGE >= page.total) this.#pages.delete(index);
    }
    this.#total = page.total;
    this.#error = null;
    this.#index();
    this.#moved += placesMoved(before, (key) => this.#indexes.get(key));
    this.#tell();
  }

  #keysShown(): ReadonlyMap<RowKey, number> {
    const keys = new Map<RowKey, number>();
    for (let index = this.#shown.first; index <= this.#shown.last; index++) {
      const row = this.rowAt(index);
      if (row !== undefined) keys.set(this.#keyOf(row), index);
    }
    return keys;
  }

  #index(): void {
    this.#indexes = new Map();
    for (const [page, { rows }] of this.#pages) {
      rows.forEach((row, place) => this.#indexes.set(this.#keyOf(row), page * PAGE + place));
    }
  }

  #tell(): void {
    this.#version++;
    for (const listener of this.#listeners) listener();
  }
}
