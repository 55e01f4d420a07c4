import Papa from "papaparse";
import type { CsvFormat } from "../../shared/audience";
import type { SourceRow } from "./source-rows";

/** A cell with more line breaks than this is taken for a quotation mark that is never closed. */
const MOST_LINES_IN_A_ROW = 1_000;
/** In characters: rows of 10 MB are read, longer ones reported and left out. */
const LONGEST_ROW = 16 * 1024 * 1024;

export const UNBALANCED_QUOTES = "A quotation mark in this row is opened and never closed.";
export const ROW_TOO_LONG = "The row has more than 16 million characters.";
export const NUL_CHARACTERS = "The row holds NUL characters: the file may be damaged.";

/**
 * Cuts text that comes in parts, its line ends unified to LF, into rows; empty rows are left out.
 *
 * A row whose quotes do not balance costs its first line only: that is reported, and reading goes
 * on with the next line, instead of taking the rest of the file for one cell. Never holds more than
 * one part and one row.
 */
export class RowSplitter {
  private readonly delimiter: CsvFormat["delimiter"];
  private readonly quote: CsvFormat["quote"];
  private rest = "";
  private line = 1;
  /** The rest was seen to hold no whole row: below this length it is not worth another look. */
  private worthALook = 0;
  private inLineTooLong = false;

  constructor({ delimiter, quote }: Pick<CsvFormat, "delimiter" | "quote">) {
    this.delimiter = delimiter;
    this.quote = quote;
  }

  push(part: string): SourceRow[] {
    this.rest += part;
    if (this.inLineTooLong) this.skipToNextLine();
    if (this.rest.length < this.worthALook) return [];
    const rows = this.split(false);
    this.worthALook = Math.min(2 * this.rest.length, LONGEST_ROW + 1);
    return rows;
  }

  /** The last rows, once all the text has been pushed. */
  end(): SourceRow[] {
    return this.inLineTooLong ? [] : this.split(true);
  }

  private split(last: boolean): SourceRow[] {
    const rows: SourceRow[] = [];
    while (this.rest !== "") {
      const unbalanced = this.takeSoundRows(rows, last);
      if (unbalanced || lineBreaks(this.rest) > MOST_LINES_IN_A_ROW) {
        rows.push(this.giveUpLine(UNBALANCED_QUOTES));
      } else if (this.rest.length > LONGEST_ROW) {
        rows.push(this.giveUpLine(ROW_TOO_LONG));
      } else {
        break;
      }
    }
    return rows;
  }

  /** Returns whether it stopped before a row whose quotes do not balance. */
  private takeSoundRows(rows: SourceRow[], last: boolean): boolean {
    const text = this.rest;
    const damaged = text.includes("\0");
    let taken = 0;
    let unbalanced = false;
    const parser = new Papa.Parser({
      delimiter: this.delimiter,
      newline: "\n",
      ...(this.quote === "" ? { fastMode: true } : { quoteChar: this.quote }),
      step: ({ data, errors, meta }) => {
        const cells = (data as string[][])[0]!;
        if (quotesDoNotBalance(cells, errors)) {
          unbalanced = true;
          parser.abort();
          return;
        }
        if (cells.some((cell) => cell.trim() !== "")) {
          const nul = damaged && cells.some((cell) => cell.includes("\0"));
          rows.push({ line: this.line, cells, problem: nul ? NUL_CHARACTERS : null });
        }
        this.line += lineBreaks(text, taken, meta.cursor);
        taken = meta.cursor;
      },
    });
    parser.parse(text, 0, !last);
    this.rest = text.slice(taken);
    return unbalanced;
  }

  private giveUpLine(problem: string): SourceRow {
    const end = this.rest.indexOf("\n");
    const text = end === -1 ? this.rest : this.rest.slice(0, end);
    const row = { line: this.line, cells: text.split(this.delimiter), problem };
    this.inLineTooLong = true;
    this.skipToNextLine();
    return row;
  }

  private skipToNextLine(): void {
    const end = this.rest.indexOf("\n");
    this.inLineTooLong = end === -1;
    this.rest = end === -1 ? "" : this.rest.slice(end + 1);
    if (end !== -1) this.line += 1;
  }
}

/** One with stray quotes but on one line is read as it was meant: `"5" pipe",…`. */
function quotesDoNotBalance(cells: readonly string[], errors: readonly Papa.ParseError[]): boolean {
  return errors.some(
    ({ code }) =>
      code === "MissingQuotes" ||
      (code === "InvalidQuotes" && cells.some((cell) => cell.includes("\n"))),
  );
}

function lineBreaks(text: string, from = 0, to = text.length): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) {
    count += 1;
  }
  return count;
}
