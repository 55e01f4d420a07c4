import { expect, test } from "vitest";
import {
  FOR_GOOD,
  listingOf,
} from "../../../src/renderer/features/settings/do-not-call/chosen-listing";
import {
  addedWords,
  summaryWords,
  untilWords,
} from "../../../src/renderer/features/settings/do-not-call/entry-words";
import {
  mappingOf,
  planFor,
} from "../../../src/renderer/features/settings/do-not-call/import/number-plan";
import type { FilePreview } from "../../../src/shared/audience";
import { endOfDay } from "../../../src/shared/time-zone";

const NEW_YORK = "America/New_York";
const HOUR = 3_600_000;

function preview(rows: string[][], guess: Partial<FilePreview["guess"]> = {}): FilePreview {
  return {
    path: "/list.txt",
    fileName: "list.txt",
    bytes: 100,
    format: { kind: "text", encoding: "utf-8", delimiter: ",", quote: '"', hasHeader: false },
    sheets: [],
    columns: rows[0]!.map((_, at) => `Column ${at + 1}`),
    guess: {
      name: [],
      alternatePhones: [],
      timeZone: null,
      externalId: null,
      defaultCountry: "US",
      ...guess,
    },
    rows,
  };
}

test("a day is over when the next one begins there, in summer and winter alike", () => {
  expect(endOfDay("2027-03-13", NEW_YORK)).toBe(Date.UTC(2027, 2, 14, 5));
  // The clock is put forward in this night's small hours: the day has 23 hours.
  expect(endOfDay("2027-03-14", NEW_YORK)).toBe(Date.UTC(2027, 2, 14, 5) + 23 * HOUR);
});

test("numbers are listed for good, or to the end of a day; without a day it is not settled", () => {
  expect(listingOf(FOR_GOOD, NEW_YORK)).toEqual({ expiresAt: null, note: "" });
  const until = { lasts: "until", day: "2027-03-13", note: "Why" } as const;
  expect(listingOf(until, NEW_YORK)).toEqual({
    expiresAt: Date.UTC(2027, 2, 14, 5),
    note: "Why",
  });
  expect(listingOf({ ...until, day: "" }, NEW_YORK)).toBeNull();
});

test("says the last day, and that it has passed", () => {
  const expiresAt = endOfDay("2027-03-13", NEW_YORK);
  expect(untilWords({ expiresAt }, NEW_YORK, expiresAt - 1)).toBe("Until 13 Mar 2027");
  expect(untilWords({ expiresAt }, NEW_YORK, expiresAt)).toBe("Expired 13 Mar 2027");
  expect(untilWords({ expiresAt: null }, NEW_YORK, expiresAt)).toBe("For good");
});

test("says how long the list is, and how old", () => {
  const lastImport = { at: 10 * HOUR, fileName: "national.txt", numbers: 5 };
  expect(summaryWords({ numbers: 1_204_331, expired: 312, lastImport }, 82 * HOUR)).toBe(
    "1,204,331 numbers · 312 of them expired · last imported 3 days ago (national.txt)",
  );
  expect(summaryWords({ numbers: 1, expired: 0, lastImport }, 9 * HOUR)).toBe(
    "1 number · last imported now (national.txt)",
  );
  expect(summaryWords({ numbers: 0, expired: 0, lastImport: null }, 0)).toBe(
    "0 numbers · no list was ever imported",
  );
});

test("says what adding did", () => {
  expect(addedWords({ added: 3, extended: 1, unchanged: 2 })).toBe(
    "3 numbers added · 1 on the list already, now for longer · 2 on the list already",
  );
  expect(addedWords({ added: 1, extended: 0, unchanged: 0 })).toBe("1 number added");
});

test("finds area codes that have a column of their own, though some rows are none", () => {
  const plan = planFor(
    preview([
      ["1", "202", "456-1111"],
      ["2", "202", "4561414"],
      ["3", "", "nobody"],
    ]),
  );
  expect(mappingOf(plan)).toEqual({ columns: [1, 2], defaultCountry: "US" });
});

test("else takes the column that looks like numbers, and asks where none does", () => {
  const whole = planFor(preview([["Ana", "+14155550132"]], { phone: 1 }));
  expect(mappingOf(whole)).toEqual({ columns: [1], defaultCountry: "US" });
  expect(mappingOf(planFor(preview([["Ana", "Lee"]])))).toBeNull();
});
