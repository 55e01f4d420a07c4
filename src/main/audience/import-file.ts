import { AppFailure } from "../../shared/app-error";
import type {
  ColumnMapping,
  FileFormat,
  ImportProgress,
  ImportResult,
  ImportRules,
  Remark,
} from "../../shared/audience";
import type { AudienceId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { ContactWriter, ImportTarget, openContactWriter, WrittenBatch } from "../storage";
import { contactReader, type ContactReader, type Refusal, type RowOutcome } from "./contact-row";
import { readHead, type FileHead } from "./head";
import { RefusedRows } from "./refused-rows";
import { withSourceFile, type SourceFile } from "./source-file";
import { readRows } from "./read-rows";

export interface ImportJob {
  readonly path: string;
  readonly format: FileFormat;
  readonly mapping: ColumnMapping;
  readonly rules: ImportRules;
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
  /** Cancelled, and nobody waits until everything is taken back: the next start goes on with it. */
  isAbandoned?(): boolean;
}

/** Imports a file wholly or not at all: whatever stops it takes back what was written. */
export function importFile(
  job: ImportJob,
  openWriter: typeof openContactWriter,
  watch: ImportWatch,
): Promise<ImportResult> {
  return withSourceFile(job.path, async (file) => {
    // The format is chosen wholly: there are no doubts that a locale would settle.
    const head = await readHead(file, job.format, "en");
    const reader = contactReader(head.columns, job.mapping);
    const delimiter = head.format.kind === "text" ? head.format.delimiter : ",";
    const refused = await RefusedRows.create(job.refusedFile, head.columns, delimiter);
    try {
      const { databaseFile, target, rules, now } = job;
      const writer = await openWriter(databaseFile, target, reader.variables, now, rules);
      watch.begun(writer.audienceId);
      return await whollyOrNot(writer, watch, () =>
        new Import(job, head, file, reader, writer, refused, watch).run(),
      );
    } finally {
      await refused.close();
    }
  });
}

/** The file decides at the end whether there is anything to keep. */
async function whollyOrNot(
  writer: ContactWriter,
  watch: ImportWatch,
  run: () => Promise<Omit<ImportResult, "audienceId">>,
): Promise<ImportResult> {
  const goOn = () => watch.isAbandoned?.() !== true;
  try {
    const result = await run();
    if (result.imported + result.updated > 0)
      return { ...result, audienceId: await writer.commit() };
    await writer.rollback(goOn);
    return { ...result, audienceId: null };
  } catch (error) {
    // What stopped the import is to be told, not that the way back had its own troubles.
    await writer.rollback(goOn).catch(() => undefined);
    throw error;
  }
}

class Import {
  private rows = 0;
  private imported = 0;
  private updated = 0;
  private readonly remarks: Partial<Record<Remark, number>> = {};

  constructor(
    private readonly job: ImportJob,
    private readonly head: FileHead,
    private readonly file: SourceFile,
    private readonly reader: ContactReader,
    private readonly writer: ContactWriter,
    private readonly refused: RefusedRows,
    private readonly watch: ImportWatch,
  ) {}

  async run(): Promise<Omit<ImportResult, "audienceId">> {
    let header = this.head.header !== null;
    // One batch is stored while the next one is read.
    let storing = Promise.resolve();
    for await (const batch of readRows(this.file, this.head.format)) {
      const rows = header ? batch.rows.slice(1) : batch.rows;
      header &&= batch.rows.length === 0;
      const outcomes = rows.map((row) => this.reader.read(row));
      await storing;
      if (this.watch.isCancelled()) throw importCancelled();
      storing = this.store(outcomes, batch.bytesRead);
      // Where it fails it is awaited before anything else is: nobody misses it.
      storing.catch(() => undefined);
    }
    await storing;
    if (this.watch.isCancelled()) throw importCancelled();
    await this.file.ensureUnchanged();
    return {
      rows: this.rows,
      imported: this.imported,
      updated: this.updated,
      refused: this.refused.count,
      refusedByReason: this.refused.byReason,
      firstRefused: this.refused.first,
      remarks: this.remarks,
    };
  }

  private async store(outcomes: readonly RowOutcome[], bytesRead: number): Promise<void> {
    const contacts = outcomes.flatMap((outcome) =>
      outcome.kind === "contact" ? [outcome.contact] : [],
    );
    const written = contacts.length === 0 ? NOTHING : await this.writer.insert(contacts);
    const skipped = new Map(written.skipped.map(({ line, reason }) => [line, reason]));
    const refusals: Refusal[] = [];
    for (const outcome of outcomes) {
      const refusal = outcome.kind === "refused" ? outcome : this.skip(outcome, skipped);
      if (refusal !== null) refusals.push(refusal);
      else if (outcome.kind === "contact") this.note(outcome.remarks);
    }
    await this.refused.add(refusals);
    this.rows += outcomes.length;
    this.imported += written.imported;
    this.updated += written.updated;
    this.watch.progress({ bytes: this.file.bytes, bytesRead, rows: this.rows });
  }

  private skip({ row }: RowOutcome, skipped: ReadonlyMap<number, SkipReason>): Refusal | null {
    const reason = skipped.get(row.line);
    return reason === undefined ? null : { row, reason, detail: this.skipWords(reason) };
  }

  private skipWords(reason: SkipReason): string {
    if (reason === "do-not-call") return "Nobody calls this number.";
    return this.job.target.kind === "new"
      ? "An earlier row has this number."
      : "The audience or an earlier row has this number.";
  }

  private note(remarks: readonly Remark[]): void {
    for (const remark of remarks) this.remarks[remark] = (this.remarks[remark] ?? 0) + 1;
  }
}

type SkipReason = WrittenBatch["skipped"][number]["reason"];

const NOTHING: WrittenBatch = { imported: 0, updated: 0, skipped: [] };

function importCancelled(): AppFailure {
  return new AppFailure({
    kind: "refused",
    message: "The import was cancelled. Nothing was imported.",
  });
}
