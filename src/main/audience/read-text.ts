import type { CsvFormat } from "../../shared/audience";
import { separatorLine } from "./delimiter";
import { RowSplitter } from "./row-splitter";
import type { SourceFile } from "./source-file";
import type { SourceRow, SourceRows } from "./source-rows";
import { readText } from "./text";

export type TextLayout = Pick<CsvFormat, "encoding" | "delimiter" | "quote">;

/** One batch for each part of the file that is read. */
export async function* readTextRows(
  file: SourceFile,
  layout: TextLayout,
): AsyncGenerator<SourceRows> {
  const splitter = new RowSplitter(layout);
  for await (const { text, bytesRead } of readText(file, layout.encoding)) {
    yield { rows: withoutSeparatorLine(splitter.push(text)), bytesRead };
  }
  yield { rows: withoutSeparatorLine(splitter.end()), bytesRead: file.bytes };
}

function withoutSeparatorLine(rows: readonly SourceRow[]): readonly SourceRow[] {
  const first = rows[0];
  if (first?.line !== 1) return rows;
  // `sep=;` is cut in two by the very delimiter it names.
  const named = first.cells.length <= 2 ? separatorLine(first.cells.join(";")) : null;
  return named === null ? rows : rows.slice(1);
}
