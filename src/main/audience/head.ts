import { AppFailure } from "../../shared/app-error";
import type { CsvFormat } from "../../shared/audience";
import { columnsOf } from "./columns";
import { detectDelimiter } from "./delimiter";
import { detectEncoding } from "./encoding";
import { isPhoneLike } from "./phone-like";
import { readRows } from "./read";
import type { CsvRow } from "./row-splitter";
import { emptyFile, type SourceFile } from "./source-file";
import { readText } from "./text";

/** The start of a file, and how it is to be read. */
export interface CsvHead {
  readonly format: CsvFormat;
  readonly columns: readonly string[];
  readonly header: CsvRow | null;
  /** The first rows below the header. */
  readonly rows: readonly CsvRow[];
}

/** So many rows are looked at to find things out, and shown. */
const HEAD_ROWS = 50;

/** Finds out what `chosen` leaves open; refuses files in which there is nothing to import. */
export async function readHead(file: SourceFile, chosen: Partial<CsvFormat>): Promise<CsvHead> {
  const encoding = chosen.encoding ?? (await detectEncoding(file));
  const found = chosen.delimiter ?? detectDelimiter(await firstLines(file, encoding));
  const delimiter = found ?? ",";
  const rows = await firstRows(file, { encoding, delimiter });
  if (rows.length === 0) throw emptyFile(file.name);
  if (found === null && !rows.some(hasPhone)) throw noPhoneNumbers(file.name);
  const hasHeader = chosen.hasHeader ?? detectHeader(rows);
  const header = hasHeader ? rows[0]! : null;
  const body = hasHeader ? rows.slice(1) : rows;
  if (header !== null && header.problem !== null) throw headerUnreadable(file.name, header.problem);
  if (body.length === 0) throw headerOnly(file.name);
  const format = { encoding, delimiter, hasHeader };
  return { format, columns: columnsOf(header, body), header, rows: body.slice(0, HEAD_ROWS) };
}

async function firstLines(file: SourceFile, encoding: CsvFormat["encoding"]): Promise<string> {
  for await (const { text } of readText(file, encoding)) {
    if (text !== "") return text.slice(0, text.lastIndexOf("\n") + 1 || undefined);
  }
  return "";
}

async function firstRows(
  file: SourceFile,
  format: Pick<CsvFormat, "encoding" | "delimiter">,
): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of readRows(file, format)) {
    rows.push(...batch.rows.slice(0, HEAD_ROWS + 1 - rows.length));
    if (rows.length > HEAD_ROWS) break;
  }
  return rows;
}

/** A first row without a phone number above rows with one is a header; so it is where none has any. */
function detectHeader(rows: readonly CsvRow[]): boolean {
  return !hasPhone(rows[0]!);
}

function hasPhone(row: CsvRow): boolean {
  return row.cells.some(isPhoneLike);
}

function noPhoneNumbers(name: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” has one column, and no phone numbers in it.`,
    advice: "Choose a CSV file with one contact in each row and a column of phone numbers.",
  });
}

function headerOnly(name: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” has a header, but no rows below it.`,
    advice: "Choose a file with one contact in each row.",
  });
}

function headerUnreadable(name: string, problem: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `The first row of “${name}”, its header, cannot be read. ${problem}`,
    advice: "Mend that row in the program the file comes from, then choose it again.",
  });
}
