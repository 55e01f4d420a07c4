import type { FileFormat } from "../../../shared/audience";
import type { NumberColumns, PreviewNumber } from "../../../shared/do-not-call";
import { readHead } from "../head";
import { shortened } from "../shorten";
import { withSourceFile } from "../source-file";
import { numberReader, writtenNumber } from "./number-row";

/** The first rows as they would be listed, and which of them would be refused. */
export function previewNumbers(
  path: string,
  format: FileFormat,
  mapping: NumberColumns,
  locale: string,
): Promise<PreviewNumber[]> {
  return withSourceFile(path, async (file) => {
    const head = await readHead(file, format, locale);
    const read = numberReader(head.columns, mapping);
    return head.rows.map((row) => {
      const outcome = read(row);
      return {
        line: row.line,
        written: shortened(writtenNumber(row, mapping)),
        phone: outcome.kind === "number" ? outcome.number : null,
        refused: outcome.kind === "number" ? null : outcome.detail,
      };
    });
  });
}
