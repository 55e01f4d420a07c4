import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, uniqueHeaders } from "../../../src/main/audience/columns";
import type { SourceRow } from "../../../src/main/audience/source-rows";

const row = (...cells: string[]): SourceRow => ({ line: 1, cells, problem: null });

describe("naming columns", () => {
  it("names empty headers and tells equal ones apart", () => {
    expect(uniqueHeaders(["Name", "", "Name", "Name (2)", ""])).toEqual([
      "Name",
      "Column 2",
      "Name (3)",
      "Name (2)",
      "Column 5",
    ]);
  });

  it("makes any headers unique and none empty", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("", "a", "a (2)", "Column 1", "Column 2")),
        (headers) => {
          const unique = uniqueHeaders(headers);
          expect(new Set(unique).size).toBe(headers.length);
          expect(unique).not.toContain("");
          expect(uniqueHeaders(unique)).toEqual(unique);
        },
      ),
    );
  });

  it("numbers the columns of a file without a header", () => {
    expect(columnsOf(null, [row("a", "1"), row("b", "2", "", "")])).toEqual([
      "Column 1",
      "Column 2",
    ]);
  });

  it("counts a column without a header when most rows fill it, and no row that alone is wider", () => {
    expect(columnsOf(row("Name", "Phone"), [row("a", "1", "x"), row("b", "2", "y")])).toHaveLength(
      3,
    );
    expect(
      columnsOf(row("Name", "Phone"), [row("a", "1"), row("b", "2"), row("L", "c", "3")]),
    ).toEqual(["Name", "Phone"]);
    expect(columnsOf(row("Name", "Phone", "", ""), [row("a", "1", "", "")])).toHaveLength(2);
  });
});
