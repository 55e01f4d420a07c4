import { open, rename, rm, type FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import Papa from "papaparse";
import { AppFailure } from "../../shared/app-error";
import type { CsvFormat } from "../../shared/audience";
import { guardFormula } from "./formula";

/** By its mark Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/** A CSV file that spreadsheets open without harm. Fails as `AppFailure`. */
export class CsvOutput {
  private readonly handle: FileHandle;
  private readonly name: string;
  private readonly delimiter: CsvFormat["delimiter"];

  private constructor(handle: FileHandle, name: string, delimiter: CsvFormat["delimiter"]) {
    this.handle = handle;
    this.name = name;
    this.delimiter = delimiter;
  }

  static async create(
    path: string,
    delimiter: CsvFormat["delimiter"],
    header: readonly string[],
  ): Promise<CsvOutput> {
    const name = basename(path);
    const handle = await inWords(open(path, "w"), name);
    const output = new CsvOutput(handle, name, delimiter);
    await inWords(handle.appendFile(BYTE_ORDER_MARK), name);
    await output.write([header]);
    return output;
  }

  async write(rows: readonly (readonly string[])[]): Promise<void> {
    if (rows.length === 0) return;
    const text = Papa.unparse(
      rows.map((cells) => cells.map(guardFormula)),
      { delimiter: this.delimiter, newline: "\r\n" },
    );
    await inWords(this.handle.appendFile(`${text}\r\n`), this.name);
  }

  async close(): Promise<void> {
    await inWords(this.handle.close(), this.name);
  }
}

/** Writes a file that is there whole or not at all: beside it first, then in its place. */
export async function writeWhole(
  path: string,
  write: (unfinished: string) => Promise<void>,
): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await write(unfinished);
    await inWords(rename(unfinished, path), basename(path));
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error;
  }
}

export async function inWords<T>(work: Promise<T>, name: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const full = (error as NodeJS.ErrnoException).code === "ENOSPC";
    throw new AppFailure({
      kind: "storage",
      message: full
        ? `The disk is full: “${name}” could not be written.`
        : `“${name}” could not be written.`,
      advice: full
        ? "Free some space, then try again."
        : "Close it in other programs, or choose another folder, then try again.",
    });
  }
}
