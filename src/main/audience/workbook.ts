import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { AppFailure } from "../../shared/app-error";
import { ensureRawDeflate } from "./raw-deflate";
import { cellText } from "./workbook-cell";
import type { SourceFile } from "./source-file";
import type { SourceRow, SourceRows } from "./source-rows";

/** A workbook is packed: it has to be in memory whole, while its rows are read one by one. */
const LARGEST_WORKBOOK = 512 * 1024 * 1024;
const BATCH_ROWS = 2_000;

/** Names of the sheets, in the order of their tabs. Refuses archives that are no workbook. */
export async function sheetNames(file: SourceFile): Promise<string[]> {
  const names: string[] = [];
  const note = ({ name }: { name: string }) => {
    names.push(name);
    return false;
  };
  await inWords(file.name, async () => readXlsx(await wholeFile(file), { sheets: note }));
  return names;
}

export async function* readWorkbookRows(
  file: SourceFile,
  sheet: string,
): AsyncGenerator<SourceRows> {
  const packed = await wholeFile(file);
  const rows = streamXlsxRows(packed, { sheet });
  let batch: SourceRow[] = [];
  for (;;) {
    const next = await inWords(file.name, () => rows.next());
    if (next.done) break;
    const line = next.value.index + 1;
    const cells = next.value.values.map(cellText);
    if (cells.some((cell) => cell.trim() !== "")) batch.push({ line, cells, problem: null });
    if (batch.length < BATCH_ROWS) continue;
    yield { rows: batch, bytesRead: notYetAll(file.bytes, line) };
    batch = [];
  }
  yield { rows: batch, bytesRead: file.bytes };
}

/** How far it is inside the packed file is not told; a sheet holds at most 1,048,576 rows. */
function notYetAll(bytes: number, line: number): number {
  return Math.floor((bytes * line) / (line + MIDDLING_ROWS));
}
/** Rows at which half is taken to be read. */
const MIDDLING_ROWS = 50_000;

async function wholeFile(file: SourceFile): Promise<Buffer> {
  ensureRawDeflate();
  if (file.bytes > LARGEST_WORKBOOK) throw tooLarge(file.name);
  const buffer = Buffer.alloc(file.bytes);
  return buffer.subarray(0, await file.read(buffer, 0));
}

/** Whatever stops the library: a damaged archive stops it in many ways. */
async function inWords<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppFailure) throw error;
    throw notAWorkbook(name);
  }
}

function tooLarge(name: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” is a workbook of more than 512 MB. Nothing was read.`,
    advice:
      "Save the sheet as “CSV UTF-8” in Excel, which may be of any size, and choose that file.",
  });
}

function notAWorkbook(name: string): AppFailure {
  return new AppFailure({
    kind: "invalid-input",
    message: `“${name}” is an archive or a damaged workbook. Nothing was read.`,
    advice:
      "Open it in the program it comes from, save it as .xlsx or “CSV UTF-8”, and choose that file.",
  });
}
