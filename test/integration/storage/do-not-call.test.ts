import { describe, expect, test } from "vitest";
import type { DoNotCallSort } from "../../../src/shared/do-not-call";
import { phoneNumber, type PhoneNumber } from "../../../src/shared/phone-number";
import { openNumberWriter, type Store } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";

const NOW = 1_800_000_000_000;
const DAY = 86_400_000;

const ANA = phoneNumber.parse("+14155550100");
const BEN = phoneNumber.parse("+14155550101");
const CLO = phoneNumber.parse("+442071838750");

const BY_HAND = { at: NOW, expiresAt: null, source: "supervisor", note: "" } as const;

async function list(
  store: Store,
  beginnings: string[] | null = null,
  sort: DoNotCallSort = "number",
) {
  const page = await store.doNotCall.page({
    beginnings,
    sort,
    descending: false,
    offset: 0,
    limit: 100,
  });
  expect(page.rows).toHaveLength(page.total);
  return page.rows;
}

async function importNumbers(
  store: Store,
  numbers: readonly PhoneNumber[],
  changes: { expiresAt?: number; at?: number; note?: string } = {},
) {
  const writer = await openNumberWriter(store.file, {
    fileName: "national.txt",
    at: NOW,
    expiresAt: null,
    note: "",
    ...changes,
  });
  await writer.gather(numbers);
  return writer.commit();
}

describe("adding", () => {
  test("lists numbers with when, by whom, until when and why", async () => {
    const { store } = await temporaryStore();
    const added = await store.doNotCall.add([BEN, ANA], {
      ...BY_HAND,
      expiresAt: NOW + DAY,
      note: "Asked by e-mail",
    });
    expect(added).toEqual({ added: 2, extended: 0, unchanged: 0 });
    expect(await list(store)).toEqual([
      {
        phone: ANA,
        addedAt: NOW,
        expiresAt: NOW + DAY,
        source: "supervisor",
        note: "Asked by e-mail",
      },
      expect.objectContaining({ phone: BEN }),
    ]);
  });

  test("never lists anybody for shorter than before", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([ANA], { ...BY_HAND, note: "Asked on the phone" });
    const again = await importNumbers(store, [ANA], { at: NOW + 5, expiresAt: NOW + DAY });
    expect(again).toEqual({ added: 0, extended: 0, unchanged: 1 });
    expect(await list(store)).toEqual([
      {
        phone: ANA,
        addedAt: NOW,
        expiresAt: null,
        source: "supervisor",
        note: "Asked on the phone",
      },
    ]);
  });

  test("lists for longer, and keeps since when and why", async () => {
    const { store } = await temporaryStore();
    const first = { ...BY_HAND, expiresAt: NOW + DAY, note: "Asked on the phone" };
    await store.doNotCall.add([ANA], first);
    const again = await importNumbers(store, [ANA, BEN], { at: NOW + 5, note: "National list" });
    expect(again).toEqual({ added: 1, extended: 1, unchanged: 0 });
    expect(await list(store)).toMatchObject([
      { phone: ANA, addedAt: NOW, expiresAt: null, source: "supervisor", note: first.note },
      { phone: BEN, addedAt: NOW + 5, source: "file", note: "National list" },
    ]);
  });

  test("begins anew with a number whose time was over", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([ANA], { ...BY_HAND, expiresAt: NOW + DAY, note: "Once" });
    const later = { at: NOW + 2 * DAY, expiresAt: NOW + 3 * DAY, note: "Again" };
    expect(await importNumbers(store, [ANA], later)).toMatchObject({ extended: 1 });
    expect(await list(store)).toEqual([
      { phone: ANA, addedAt: later.at, expiresAt: later.expiresAt, source: "file", note: "Again" },
    ]);
  });
});

describe("importing", () => {
  test("lists nothing before it is done, and nothing at all when it is given up", async () => {
    const { store } = await temporaryStore();
    const about = { fileName: "a.csv", at: NOW, expiresAt: null, note: "" };
    const writer = await openNumberWriter(store.file, about);
    expect(await writer.gather([ANA, BEN])).toBe(2);
    expect(await writer.gather([BEN, CLO])).toBe(1);
    expect(await list(store)).toEqual([]);
    await writer.giveUp();
    expect(await store.doNotCall.summary(NOW)).toEqual({
      numbers: 0,
      expired: 0,
      lastImport: null,
    });
  });

  test("tells when a file was imported last, though all its numbers were there", async () => {
    const { store, reopen } = await temporaryStore();
    await importNumbers(store, [ANA, BEN]);
    await importNumbers(store, [ANA], { at: NOW + DAY });
    expect(await (await reopen()).doNotCall.summary(NOW)).toEqual({
      numbers: 2,
      expired: 0,
      lastImport: { at: NOW + DAY, fileName: "national.txt", numbers: 1 },
    });
  });
});

describe("looking", () => {
  test("counts those whose time is over, and puts them first by their end", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([ANA], BY_HAND);
    await store.doNotCall.add([BEN], { ...BY_HAND, expiresAt: NOW + DAY });
    await store.doNotCall.add([CLO], { ...BY_HAND, expiresAt: NOW + 2 * DAY });
    expect(await store.doNotCall.summary(NOW + DAY)).toMatchObject({ numbers: 3, expired: 1 });
    expect((await list(store, null, "until")).map(({ phone }) => phone)).toEqual([BEN, CLO, ANA]);
  });

  test("finds numbers by their beginnings", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([ANA, BEN, CLO], BY_HAND);
    const found = async (beginnings: string[]) =>
      (await list(store, beginnings)).map(({ phone }) => phone);
    expect(await found(["+1415555010"])).toEqual([ANA, BEN]);
    expect(await found([BEN])).toEqual([BEN]);
    expect(await found(["+44", "+14155550101"])).toEqual([BEN, CLO]);
    expect(await found(["+43"])).toEqual([]);
    expect(await found([])).toEqual([]);
  });

  test("holds whom it lists until the time is over", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([ANA], BY_HAND);
    await store.doNotCall.add([BEN], { ...BY_HAND, expiresAt: NOW + DAY });
    expect(await store.doNotCall.holds(ANA, NOW + 9 * DAY)).toBe(true);
    expect(await store.doNotCall.holds(BEN, NOW + DAY - 1)).toBe(true);
    expect(await store.doNotCall.holds(BEN, NOW + DAY)).toBe(false);
    expect(await store.doNotCall.holds(CLO, NOW)).toBe(false);
  });

  test("counts how many of some numbers are there", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([ANA, CLO], BY_HAND);
    expect(await store.doNotCall.countAmong([ANA, BEN])).toBe(1);
  });

  test("hands out the whole list by number", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([CLO, ANA], BY_HAND);
    const phones: string[] = [];
    for await (const batch of store.doNotCall.all()) phones.push(...batch.map((row) => row.phone));
    expect(phones).toEqual([ANA, CLO]);
  });
});

describe("removing", () => {
  test("takes numbers off, and puts them back as they were", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([ANA, BEN], { ...BY_HAND, expiresAt: NOW + DAY, note: "Why" });
    const before = await list(store);
    const { removalId, removed } = await store.doNotCall.removeNumbers([ANA, CLO]);
    expect(removed).toBe(1);
    expect((await list(store)).map(({ phone }) => phone)).toEqual([BEN]);
    expect(await store.doNotCall.undoRemoval(removalId)).toBe(1);
    expect(await list(store)).toEqual(before);
  });

  test("takes off what has expired, however much that is", async () => {
    const { store } = await temporaryStore();
    const many = Array.from({ length: 5_001 }, (_, at) =>
      phoneNumber.parse(`+1415${5_550_000 + at}`),
    );
    await store.doNotCall.add(many, { ...BY_HAND, expiresAt: NOW + DAY });
    await store.doNotCall.add([CLO], BY_HAND);
    expect((await store.doNotCall.removeExpired(NOW)).removed).toBe(0);
    const { removalId, removed } = await store.doNotCall.removeExpired(NOW + DAY);
    expect(removed).toBe(5_001);
    expect((await list(store)).map(({ phone }) => phone)).toEqual([CLO]);
    expect(await store.doNotCall.undoRemoval(removalId)).toBe(5_001);
    expect((await store.doNotCall.summary(NOW)).numbers).toBe(5_002);
  });

  test("undoes the last removal only, and only once", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([ANA, BEN], BY_HAND);
    const first = await store.doNotCall.removeNumbers([ANA]);
    const second = await store.doNotCall.removeNumbers([BEN]);
    await expect(store.doNotCall.undoRemoval(first.removalId)).rejects.toThrow(
      "not there any more",
    );
    expect(await store.doNotCall.undoRemoval(second.removalId)).toBe(1);
    expect(await store.doNotCall.undoRemoval(second.removalId)).toBe(0);
    expect((await list(store)).map(({ phone }) => phone)).toEqual([BEN]);
  });

  test("an undone removal does not shorten what was added meanwhile", async () => {
    const { store } = await temporaryStore();
    await store.doNotCall.add([ANA], { ...BY_HAND, expiresAt: NOW + DAY });
    const { removalId } = await store.doNotCall.removeNumbers([ANA]);
    await store.doNotCall.add([ANA], BY_HAND);
    await store.doNotCall.undoRemoval(removalId);
    expect(await list(store)).toMatchObject([{ phone: ANA, expiresAt: null }]);
  });
});

/** Milliseconds: the best of some, so that a busy computer does not count. */
async function shortest(run: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let time = 0; time < 4; time += 1) {
    const begin = performance.now();
    await run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}

test("a million numbers are sorted, searched, counted and paged through at once", async () => {
  const { store } = await temporaryStore();
  const writer = await openNumberWriter(store.file, {
    fileName: "national.txt",
    at: NOW,
    expiresAt: NOW + DAY,
    note: "National list",
  });
  for (let start = 0; start < 1_000_000; start += 10_000) {
    const batch = Array.from(
      { length: 10_000 },
      (_, at) => `+1${2_010_000_000 + (start + at) * 7}`,
    );
    await writer.gather(batch as PhoneNumber[]);
  }
  const begin = performance.now();
  expect(await writer.commit()).toMatchObject({ added: 1_000_000 });
  const figures: Record<string, number> = { commit: performance.now() - begin };

  const page = (changes: object) => () =>
    store.doNotCall.page({
      beginnings: null,
      sort: "number",
      descending: false,
      offset: 0,
      limit: 100,
      ...changes,
    });
  for (const sort of ["number", "added", "until"] as const) {
    for (const offset of [0, 499_950, 999_900]) {
      figures[`${sort} ${offset}`] = await shortest(page({ sort, offset, descending: true }));
    }
  }
  figures.search = await shortest(page({ beginnings: ["+12012", "+442012"], sort: "until" }));
  figures.everythingFound = await shortest(page({ beginnings: ["+1"], sort: "added" }));
  figures.summary = await shortest(() => store.doNotCall.summary(NOW));
  figures.allExpired = await shortest(() => store.doNotCall.summary(NOW + DAY));
  const { commit, ...looks } = figures;
  expect(commit).toBeLessThan(10_000);
  // An idle computer takes a quarter of this; whatever reads every row takes more on any.
  for (const [what, took] of Object.entries(looks)) expect(took, what).toBeLessThan(150);
}, 60_000);
