import type { CsvFormat } from "../../shared/audience";

/** Lines that are looked at: enough to tell a habit from a name such as 'Ndrangheta. */
const LOOKED_AT = 50;

/** Quotation marks, unless lines hold cells in apostrophes and none in quotation marks. */
export function detectQuote(text: string, delimiter: CsvFormat["delimiter"]): CsvFormat["quote"] {
  const lines = text.split("\n", LOOKED_AT).filter((line) => line.trim() !== "");
  const isIn = (mark: string) => (line: string) =>
    line
      .split(delimiter)
      .some((cell) => cell.length > 1 && cell.startsWith(mark) && cell.endsWith(mark));
  if (lines.some(isIn('"'))) return '"';
  return lines.filter(isIn("'")).length > lines.length / 2 ? "'" : '"';
}
