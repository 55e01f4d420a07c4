import { afterEach, describe, expect, it, vi } from "vitest";
import { PagedRows, type Page } from "../../../src/renderer/api/paged-rows";
import { AppFailure } from "../../../src/shared/app-error";

interface Row {
  readonly id: number;
}

/** A list of which pages can be had, newest row first, and that can grow at its top. */
function aList(length: number) {
  const asked: { offset: number; limit: number }[] = [];
  let rows: Row[] = Array.from({ length }, (_, index) => ({ id: length - index }));
  const list = {
    asked,
    failing: false,
    grow(count: number) {
      const newest = rows[0]?.id ?? 0;
      const added = Array.from({ length: count }, (_, index) => ({ id: newest + count - index }));
      rows = [...added, ...rows];
    },
    load(offset: number, limit: number): Promise<Page<Row>> {
      asked.push({ offset, limit });
      if (list.failing) {
        return Promise.reject(new AppFailure({ kind: "storage", message: "The disk is gone." }));
      }
      return Promise.resolve({ total: rows.length, rows: rows.slice(offset, offset + limit) });
    },
  };
  return list;
}

const pagedRows = (list: ReturnType<typeof aList>) =>
  new PagedRows<Row>(
    (offset, limit) => list.load(offset, limit),
    ({ id }) => id,
  );

const settled = (rows: PagedRows<Row>, done: () => boolean) =>
  vi.waitFor(() => expect(done()).toBe(true), { interval: 1 }).then(() => rows);

afterEach(() => vi.restoreAllMocks());

describe("rows fetched page by page", () => {
  it("fetches only the pages on screen of a list of a million", async () => {
    const list = aList(1_000_000);
    const rows = pagedRows(list);
    rows.show(0, 20);
    await settled(rows, () => rows.total === 1_000_000);
    rows.show(500_090, 500_110);
    await settled(rows, () => rows.rowAt(500_100) !== undefined);

    expect(list.asked).toEqual([
      { offset: 0, limit: 100 },
      { offset: 500_000, limit: 200 },
    ]);
    expect(rows.rowAt(500_100)).toEqual({ id: 499_900 });
    expect(rows.rowAt(300_000)).toBeUndefined();
  });

  it("keeps what is on screen until a refresh is answered", async () => {
    const list = aList(30);
    const rows = pagedRows(list);
    rows.show(0, 10);
    await settled(rows, () => rows.total === 30);

    list.grow(1);
    rows.refresh();
    expect(rows.rowAt(0)).toEqual({ id: 30 });
    await settled(rows, () => rows.total === 31);
    expect(rows.rowAt(0)).toEqual({ id: 31 });
  });

  it("asks once more, not ten times, when ten changes come while it is asking", async () => {
    const list = aList(30);
    const rows = pagedRows(list);
    rows.show(0, 10);
    for (let change = 0; change < 10; change++) rows.refresh();
    list.grow(1);
    await settled(rows, () => rows.total === 31);
    expect(list.asked).toHaveLength(2);
  });

  it("tells by how many places the rows on screen have moved", async () => {
    const list = aList(300);
    const rows = pagedRows(list);
    rows.show(110, 120);
    await settled(rows, () => rows.rowAt(110) !== undefined);
    list.grow(3);
    rows.refresh();
    await settled(rows, () => rows.total === 303);
    expect(rows.moved).toBe(3);
  });

  it("says what went wrong, and keeps the rows that it has", async () => {
    const list = aList(30);
    const rows = pagedRows(list);
    rows.show(0, 10);
    await settled(rows, () => rows.total === 30);

    list.failing = true;
    rows.refresh();
    await settled(rows, () => rows.error !== null);
    expect(rows.error?.message).toBe("The disk is gone.");
    expect(rows.rowAt(0)).toEqual({ id: 30 });

    list.failing = false;
    rows.refresh();
    await settled(rows, () => rows.error === null);
  });

  it("finds its end when the list has become shorter than the place on screen", async () => {
    const list = aList(1_000);
    const rows = pagedRows(list);
    rows.show(0, 10);
    await settled(rows, () => rows.total === 1_000);
    const shorter = aList(50);
    list.load = (offset, limit) => shorter.load(offset, limit);
    rows.show(900, 920);
    await settled(rows, () => rows.total === 50);
    expect(rows.rowAt(900)).toBeUndefined();
    await settled(rows, () => rows.rowAt(49) !== undefined);
  });
});
