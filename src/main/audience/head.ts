import { AppFailure } from "../../shared/app-error";
import type { ChosenFormat, CsvFormat, FileFormat } from "../../shared/audience";
import { columnsOf } from "./columns";
import { detectDelimiter } from "./delimiter";
import { detectEncoding } from "./encoding";
import { isPhoneLike } from "./phone-like";
import { detectQuote } from "./quote";
import { kindOfFile } from "./signature";
import { emptyFile, type SourceFile } from "./source-file";
import { readRows } from "./read-rows";
import type { Layout, SourceRow } from "./source-rows";
import { readText } from "./text";
import { sheetNames } from "./workbook";

/** The start of a file, and how it is to be read. */
export interface FileHead {
  readonly format: FileFormat;
  /** Of a workbook: all that it has. */
  readonly sheets: readonly string[];
  readonly columns: readonly string[];
  readonly header: SourceRow | null;
  /** The first rows below the header. */
  readonly rows: readonly SourceRow[];
}

/** So many rows are looked at to find things out, and shown. */
const HEAD_ROWS = 50;

/**
 * Finds out what `chosen` leaves open; refuses files in which there is nothing to import.
 * `locale`: the supervisor's, by which doubts are settled.
 */
export async function readHead(
  file: SourceFile,
  chosen: ChosenFormat,
  locale: string,
): Promise<FileHead> {
  const { layout, sheets, isOneColumn } =
    (await kindOfFile(file)) === "text"
      ? await textLayout(file, chosen, locale)
      : await workbookLayout(file, chosen);
  const rows = await firstRows(file, layout);
  if (rows.length === 0) throw emptyFile(file.name);
  if (isOneColumn && !rows.some(hasPhone)) throw noPhoneNumbers(file.name);
  const hasHeader = chosen.hasHeader ?? detectHeader(rows);
  const header = hasHeader ? rows[0]! : null;
  const body = hasHeader ? rows.slice(1) : rows;
  if (header !== null && header.problem !== null) throw headerUnreadable(file.name, header.problem);
  if (body.length === 0) throw headerOnly(file.name);
  return {
    format: { ...layout, hasHeader },
    sheets,
    columns: columnsOf(header, body),
    header,
    rows: body.slice(0, HEAD_ROWS),
  };
}

interface FoundLayout {
  readonly layout: Layout<FileFormat>;
  readonly sheets: readonly string[];
  /** No delimiter was found. */
  readonly isOneColumn: boolean;
}

async function textLayout(
  file: SourceFile,
  chosen: ChosenFormat,
  locale: string,
): Promise<FoundLayout> {
  const encoding = chosen.encoding ?? (await detectEncoding(file, locale));
  const text = await firstLines(file, encoding);
  const found = chosen.delimiter ?? detectDelimiter(text);
  const delimiter = found ?? ",";
  const quote = chosen.quote ?? detectQuote(text, delimiter);
  return {
    layout: { kind: "text", encoding, delimiter, quote },
    sheets: [],
    isOneColumn: found === null,
  };
}

/** The first sheet that holds something, unless one is chosen. */
async function workbookLayout(file: SourceFile, chosen: ChosenFormat): Promise<FoundLayout> {
  const sheets = await sheetNames(file);
  if (chosen.sheet !== undefined && !sheets.includes(chosen.sheet)) {
    throw sheetGone(file.name, chosen.sheet);
  }
  let sheet = chosen.sheet;
  for (const candidate of sheets) {
    if (sheet !== undefined) break;
    const rows = await firstRows(file, { kind: "workbook", sheet: candidate });
    if (rows.length > 0) sheet = candidate;
  }
  if (sheet === undefined) throw emptyFile(file.name);
  return { layout: { kind: "workbook", sheet }, sheets, isOneColumn: false };
}

async function firstLines(file: SourceFile, encoding: CsvFormat["encoding"]): Promise<string> {
  for await (const { text } of readText(file, encoding)) {
    if (text !== "") return text.slice(0, text.lastIndexOf("\n") + 1 || undefined);
  }
  return "";
}

async function firstRows(file: SourceFile, layout: Layout<FileFormat>): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of readRows(file, layout)) {
    rows.push(...batch.rows.slice(0, HEAD_ROWS + 1 - rows.length));
    if (rows.length > HEAD_ROWS) break;
  }
  return rows;
}
/** A first row without a phone number above rows with one is a header; so it is where none has any. */
function detectHeader(rows: readonly SourceRow[]): boolean {
  return !hasPhone(rows[0]!);
}

function hasPhone(row: SourceRow): boolean {
  return row.cells.some(isPhoneLike);
}

function noPhoneNumbers(name: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” has one column, and no phone numbers in it.`,
    advice: "Choose a file with one contact in each row and a column of phone numbers.",
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

function sheetGone(name: string, sheet: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” has no sheet “${sheet}” any more. Nothing was imported.`,
    advice: "Choose the file again.",
  });
}
