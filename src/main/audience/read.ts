import type { CsvFormat } from "../../shared/audience";
import { separatorLine } from "./delimiter";
import { RowSplitter, type CsvRow } from "./row-splitter";
import type { SourceFile } from "./source-file";
import { readText } from "./text";

export interface CsvRows {
  readonly rows: readonly CsvRow[];
  /** How far the file has been read. */
  readonly bytesRead: number;
}

/** The rows of the file in batches, one for each part that is read; a batch may be empty. */
export async function* readRows(
  file: SourceFile,
  format: Pick<CsvFormat, "encoding" | "delimiter">,
): AsyncGenerator<CsvRows> {
  const splitter = new RowSplitter(format.delimiter);
  for await (const { text, bytesRead } of readText(file, format.encoding)) {
    yield { rows: withoutSeparatorLine(splitter.push(text)), bytesRead };
  }
  yield { rows: withoutSeparatorLine(splitter.end()), bytesRead: file.bytes };
}

function withoutSeparatorLine(rows: readonly CsvRow[]): readonly CsvRow[] {
  const first = rows[0];
  if (first?.line !== 1) return rows;
  // `sep=;` is cut in two by the very delimiter it names.
  const named = first.cells.length <= 2 ? separatorLine(first.cells.join(";")) : null;
  return named === null ? rows : rows.slice(1);
}
