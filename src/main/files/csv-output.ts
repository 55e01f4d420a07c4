import { open, type FileHandle } from "node:fs/promises";
import Papa from "papaparse";
import type { CsvFormat } from "../../shared/audience";
import { guardFormula } from "./formula";
import { writing } from "./write-file";

/** By its mark Excel knows that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

interface OutputOptions {
  /** What people call the file, for messages. */
  readonly name: string;
  readonly delimiter: CsvFormat["delimiter"];
  readonly header: readonly string[];
}

/** A CSV file that spreadsheets open without harm. Fails as `AppFailure`. */
export class CsvOutput {
  private readonly handle: FileHandle;
  private readonly options: OutputOptions;

  private constructor(handle: FileHandle, options: OutputOptions) {
    this.handle = handle;
    this.options = options;
  }

  static async create(path: string, options: OutputOptions): Promise<CsvOutput> {
    const handle = await writing(options.name, open(path, "w"));
    const output = new CsvOutput(handle, options);
    await writing(options.name, handle.appendFile(BYTE_ORDER_MARK));
    await output.write([options.header]);
    return output;
  }

  async write(rows: readonly (readonly string[])[]): Promise<void> {
    if (rows.length === 0) return;
    const text = Papa.unparse(
      rows.map((cells) => cells.map(guardFormula)),
      { delimiter: this.options.delimiter, newline: "\r\n" },
    );
    await writing(this.options.name, this.handle.appendFile(`${text}\r\n`));
  }

  close(): Promise<void> {
    return writing(this.options.name, this.handle.close());
  }
}
