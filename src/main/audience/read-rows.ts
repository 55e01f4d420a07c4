import type { FileFormat } from "../../shared/audience";
import { readTextRows } from "./read-text";
import type { SourceFile } from "./source-file";
import type { Layout, SourceRows } from "./source-rows";
import { readWorkbookRows } from "./workbook";

/** The rows of a file, its header among them, in batches of which some may be empty. */
export function readRows(file: SourceFile, format: Layout<FileFormat>): AsyncGenerator<SourceRows> {
  return format.kind === "text" ? readTextRows(file, format) : readWorkbookRows(file, format.sheet);
}
