import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import {
  NUL_CHARACTERS,
  ROW_TOO_LONG,
  RowSplitter,
  UNBALANCED_QUOTES,
} from "../../../src/main/audience/row-splitter";
import type { SourceRow } from "../../../src/main/audience/source-rows";

const COMMAS = { delimiter: ",", quote: '"' } as const;

function split(text: string, partLength = text.length): SourceRow[] {
  const splitter = new RowSplitter(COMMAS);
  const rows: SourceRow[] = [];
  for (let at = 0; at < text.length; at += partLength) {
    rows.push(...splitter.push(text.slice(at, at + partLength)));
  }
  return [...rows, ...splitter.end()];
}

const cellsByLine = (rows: readonly SourceRow[]) => rows.map(({ line, cells }) => [line, ...cells]);

describe("cutting text into rows", () => {
  it("counts the line breaks inside quotes, and leaves empty lines out", () => {
    const rows = split('a,b\n\n"x\ny\n",1\n  ,\nc,d');
    expect(cellsByLine(rows)).toEqual([
      [1, "a", "b"],
      [3, "x\ny\n", "1"],
      [7, "c", "d"],
    ]);
  });

  it("reads doubled quotes, and stray ones as they were meant", () => {
    expect(cellsByLine(split('"5"" pipe",1\n"the "best" one",2\n6" pipe,3'))).toEqual([
      [1, '5" pipe', "1"],
      [2, 'the "best" one', "2"],
      [3, '6" pipe', "3"],
    ]);
  });

  it("loses only the line on which a quote is never closed", () => {
    const rows = split('a,1\n"b,2\nc,3\n"d ""x""",4\n');
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, UNBALANCED_QUOTES],
      [3, null],
      [4, null],
    ]);
    expect(rows[3]!.cells).toEqual(['d "x"', "4"]);
  });

  it("does not take the lines between two unclosed quotes for one cell", () => {
    const rows = split('"Ana,1\n"Bob",2\nCy,3\n');
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, UNBALANCED_QUOTES],
      [2, null],
      [3, null],
    ]);
  });

  it("gives an unclosed quote up after a thousand lines, long before the file's end", () => {
    const splitter = new RowSplitter(COMMAS);
    const rows = splitter.push(`"a,0\n${"b,1\n".repeat(1_500)}`);
    expect(rows).toHaveLength(1_501);
    expect(rows[0]!.problem).toBe(UNBALANCED_QUOTES);
    expect(rows.at(-1)!.line).toBe(1_501);
  });

  it("reads a row of 10 MB, and reports a longer one than it can hold", () => {
    const rows = split(`${"x".repeat(10_000_000)},1\n${"y".repeat(40_000_000)},2\nz,3\n`, 262_144);
    expect(rows.map(({ line, problem }) => [line, problem])).toEqual([
      [1, null],
      [2, ROW_TOO_LONG],
      [3, null],
    ]);
    expect(rows[0]!.cells[0]).toHaveLength(10_000_000);
  });

  it("reports rows with NUL characters and goes on", () => {
    expect(split("a\0,1\nb,2\n").map((row) => row.problem)).toEqual([NUL_CHARACTERS, null]);
  });

  it("reads what a CSV writer wrote, wherever the parts are cut", () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\n", " ", "a", "ß", "'", ";") });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2 })),
        fc.integer({ min: 1, max: 9 }),
        (table, part) => {
          const filled = table.filter((cells) => cells.some((text) => text.trim() !== ""));
          const text = Papa.unparse(filled, { newline: "\n" });
          expect(split(text, part).map((row) => row.cells)).toEqual(filled);
        },
      ),
    );
  });
});
