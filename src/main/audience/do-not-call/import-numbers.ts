import { AppFailure } from "../../../shared/app-error";
import type { FileFormat } from "../../../shared/audience";
import type { Listing, NumberColumns, NumbersImportResult } from "../../../shared/do-not-call";
import type { Instant } from "../../../shared/instant";
import type { NumberWriter, openNumberWriter } from "../../storage";
import { readHead, type FileHead } from "../head";
import type { ImportWatch } from "../import-file";
import { RefusedRows } from "../refused-rows";
import { withSourceFile, type SourceFile } from "../source-file";
import { readRows } from "../read-rows";
import { numberReader } from "./number-row";

export interface NumbersJob extends Listing {
  readonly path: string;
  readonly format: FileFormat;
  readonly mapping: NumberColumns;
  readonly databaseFile: string;
  /** Where every refused row is written to. */
  readonly refusedFile: string;
  readonly now: Instant;
}

type Watch = Pick<ImportWatch, "progress" | "isCancelled">;

/** Puts a file's numbers on the do-not-call list: wholly or not at all. */
export function importNumbers(
  job: NumbersJob,
  openWriter: typeof openNumberWriter,
  watch: Watch,
): Promise<NumbersImportResult> {
  return withSourceFile(job.path, async (file) => {
    // The format is chosen wholly: there are no doubts that a locale would settle.
    const head = await readHead(file, job.format, "en");
    const delimiter = head.format.kind === "text" ? head.format.delimiter : ",";
    const refused = await RefusedRows.create(job.refusedFile, head.columns, delimiter);
    try {
      const { databaseFile, now: at, expiresAt, note } = job;
      const about = { fileName: file.name, at, expiresAt, note };
      const writer = await openWriter(databaseFile, about);
      return await whollyOrNot(writer, () => gather(job, head, file, writer, refused, watch));
    } finally {
      await refused.close();
    }
  });
}

type Gathered = Omit<NumbersImportResult, "added" | "extended" | "unchanged">;

async function whollyOrNot(
  writer: NumberWriter,
  gatherAll: () => Promise<Gathered>,
): Promise<NumbersImportResult> {
  let gathered: Gathered;
  try {
    gathered = await gatherAll();
  } catch (error) {
    // What stopped the import is to be told, not that the way back had its own troubles.
    await writer.giveUp().catch(() => undefined);
    throw error;
  }
  if (gathered.refused < gathered.rows) return { ...gathered, ...(await writer.commit()) };
  await writer.giveUp();
  return { ...gathered, added: 0, extended: 0, unchanged: 0 };
}

async function gather(
  job: NumbersJob,
  head: FileHead,
  file: SourceFile,
  writer: NumberWriter,
  refused: RefusedRows,
  watch: Watch,
): Promise<Gathered> {
  const read = numberReader(head.columns, job.mapping);
  let header = head.header !== null;
  let rows = 0;
  let repeated = 0;
  for await (const batch of readRows(file, head.format)) {
    if (watch.isCancelled()) throw importCancelled();
    const body = header ? batch.rows.slice(1) : batch.rows;
    header &&= batch.rows.length === 0;
    const outcomes = body.map(read);
    const numbers = outcomes.flatMap((one) => (one.kind === "number" ? [one.number] : []));
    if (numbers.length > 0) repeated += numbers.length - (await writer.gather(numbers));
    await refused.add(outcomes.filter((one) => one.kind === "refused"));
    rows += body.length;
    watch.progress({ bytes: file.bytes, bytesRead: batch.bytesRead, rows });
  }
  if (watch.isCancelled()) throw importCancelled();
  await file.ensureUnchanged();
  const { count, byReason, first } = refused;
  return { rows, repeated, refused: count, refusedByReason: byReason, firstRefused: first };
}

function importCancelled(): AppFailure {
  return new AppFailure({
    kind: "refused",
    message: "The import was cancelled. No number was added to the list.",
  });
}
