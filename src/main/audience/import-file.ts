import { AppFailure } from "../../shared/app-error";
import type { ColumnMapping, CsvFormat, ImportProgress, ImportResult } from "../../shared/audience";
import type { AudienceId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { ContactWriter, ImportTarget, openContactWriter } from "../storage";
import { contactReader, type ContactReader, type Refusal } from "./contact-row";
import { readHead } from "./head";
import { readRows } from "./read";
import { RefusedRows } from "./refused-rows";
import type { CsvRow } from "./row-splitter";
import { withSourceFile, type SourceFile } from "./source-file";

export interface ImportJob {
  readonly path: string;
  readonly format: CsvFormat;
  readonly mapping: ColumnMapping;
  readonly target: ImportTarget;
  readonly databaseFile: string;
  /** Where every refused row is written to. */
  readonly refusedFile: string;
  readonly now: Instant;
}

/** How the import is followed, and stopped. */
export interface ImportWatch {
  /** From here on there is something to take back. */
  begun(audienceId: AudienceId): void;
  progress(done: Pick<ImportProgress, "bytes" | "bytesRead" | "rows">): void;
  isCancelled(): boolean;
}

/** Imports a file wholly or not at all: whatever stops it takes back what was written. */
export function importFile(
  job: ImportJob,
  openWriter: typeof openContactWriter,
  watch: ImportWatch,
): Promise<ImportResult> {
  return withSourceFile(job.path, async (file) => {
    const head = await readHead(file, job.format);
    const reader = contactReader(head.columns, job.mapping);
    const refused = await RefusedRows.create(job.refusedFile, head.columns, job.format.delimiter);
    try {
      const { databaseFile, target, now } = job;
      const writer = await openWriter(databaseFile, target, reader.variables, now);
      watch.begun(writer.audienceId);
      return await whollyOrNot(writer, () =>
        new Import(job, file, reader, writer, refused, watch).run(),
      );
    } finally {
      await refused.close();
    }
  });
}

/** The file decides at the end whether there is anything to keep. */
async function whollyOrNot(
  writer: ContactWriter,
  run: () => Promise<Omit<ImportResult, "audienceId">>,
): Promise<ImportResult> {
  try {
    const result = await run();
    if (result.imported > 0) return { ...result, audienceId: await writer.commit() };
    await writer.rollback();
    return { ...result, audienceId: null };
  } catch (error) {
    // What stopped the import is to be told, not that the way back had its own troubles.
    await writer.rollback().catch(() => undefined);
    throw error;
  }
}

class Import {
  private rows = 0;
  private imported = 0;

  constructor(
    private readonly job: ImportJob,
    private readonly file: SourceFile,
    private readonly reader: ContactReader,
    private readonly writer: ContactWriter,
    private readonly refused: RefusedRows,
    private readonly watch: ImportWatch,
  ) {}

  async run(): Promise<Omit<ImportResult, "audienceId">> {
    let header = this.job.format.hasHeader;
    for await (const batch of readRows(this.file, this.job.format)) {
      if (this.watch.isCancelled()) throw importCancelled();
      const rows = header ? batch.rows.slice(1) : batch.rows;
      header &&= batch.rows.length === 0;
      await this.store(rows);
      const { bytesRead } = batch;
      this.watch.progress({ bytes: this.file.bytes, bytesRead, rows: this.rows });
    }
    if (this.watch.isCancelled()) throw importCancelled();
    await this.file.ensureUnchanged();
    return {
      rows: this.rows,
      imported: this.imported,
      refused: this.refused.count,
      refusedByReason: this.refused.byReason,
      firstRefused: this.refused.first,
    };
  }

  private async store(rows: readonly CsvRow[]): Promise<void> {
    const outcomes = rows.map((row) => this.reader.read(row));
    const contacts = outcomes.flatMap((outcome) =>
      outcome.kind === "contact" ? [outcome.contact] : [],
    );
    const { duplicates } =
      contacts.length === 0 ? { duplicates: [] } : await this.writer.insert(contacts);
    const known = new Set(duplicates);
    const refusals = outcomes.flatMap((outcome): Refusal[] => {
      if (outcome.kind === "refused") return [outcome];
      if (!known.has(outcome.row.line)) return [];
      return [{ row: outcome.row, reason: "duplicate", detail: this.duplicateDetail() }];
    });
    await this.refused.add(refusals);
    this.rows += rows.length;
    this.imported += contacts.length - known.size;
  }

  private duplicateDetail(): string {
    return this.job.target.kind === "new"
      ? "An earlier row has this number."
      : "The audience or an earlier row has this number.";
  }
}

function importCancelled(): AppFailure {
  return new AppFailure({
    kind: "refused",
    message: "The import was cancelled. Nothing was imported.",
  });
}
