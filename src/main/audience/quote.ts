import type { CsvFormat } from "../../shared/audience";

/** Lines that are looked at: enough to tell a habit from a name such as 'Ndrangheta. */
const LOOKED_AT = 50;

/** Quotation marks, unless lines hold cells in apostrophes and none in quotation marks. */
export function detectQuote(text: string, delimiter: CsvFormat["delimiter"]): CsvFormat["quote"] {
  const lines = text.split("\n", LOOKED_AT).filter((line) => line.trim() !== "");
  const cellsIn = (mark: string) => {
    const edge = delimiter === "|" ? "\\|" : delimiter;
    const cell = new RegExp(`(^|${edge})${mark}[^${mark}]+${mark}(?=${edge}|$)`);
    return lines.filter((line) => cell.test(line)).length;
  };
  return cellsIn('"') === 0 && cellsIn("'") > lines.length / 2 ? "'" : '"';
}
