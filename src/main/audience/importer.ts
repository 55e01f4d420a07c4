import { randomUUID } from "node:crypto";
import { copyFile, mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { AppFailure } from "../../shared/app-error";
import type {
  ColumnMapping,
  CsvFormat,
  CsvPreview,
  ImportProgress,
  ImportResult,
  PreviewContact,
} from "../../shared/audience";
import type { AudienceId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { ImportTarget } from "../storage";
import { runTask, WorkerDied, type RunningTask } from "./run-task";
import { writeWhole, writing } from "./write-file";

export interface ImportRequest {
  readonly importId: string;
  readonly path: string;
  readonly format: CsvFormat;
  readonly mapping: ColumnMapping;
  readonly target: ImportTarget;
}

export interface ImporterOptions {
  /** The bundle of `worker.ts`. */
  readonly workerFile: string;
  /** The store's file. */
  readonly databaseFile: string;
  /** A folder of the importer's own: what lies in it is deleted. */
  readonly folder: string;
  /** The supervisor's, such as "de-DE": by it the default country is guessed. */
  readonly locale: string;
  readonly now: () => Instant;
  /** Takes back what a worker had written that died over it. */
  readonly abandonImport: (audienceId: AudienceId) => Promise<void>;
}

/** What the main thread sees of imports: everything about files and rows happens in workers. */
export class AudienceImporter {
  private readonly running = new Map<string, RunningTask<ImportResult>>();
  /** Files of refused rows, by import. */
  private readonly refused = new Map<string, string>();
  private readonly options: ImporterOptions;

  private constructor(options: ImporterOptions) {
    this.options = options;
  }

  /** Clears away what an earlier run, ended by a crash, may have left of refused rows. */
  static async open(options: ImporterOptions): Promise<AudienceImporter> {
    await rm(options.folder, { recursive: true, force: true });
    await mkdir(options.folder, { recursive: true });
    return new AudienceImporter(options);
  }

  previewFile(path: string, format: Partial<CsvFormat>): Promise<CsvPreview> {
    const { workerFile, locale } = this.options;
    return runTask(workerFile, { kind: "preview-file", path, format, locale }).result;
  }

  previewContacts(
    path: string,
    format: CsvFormat,
    mapping: ColumnMapping,
  ): Promise<PreviewContact[]> {
    const task = { kind: "preview-contacts", path, format, mapping } as const;
    return runTask(this.options.workerFile, task).result;
  }

  /** @throws AppFailure when nothing was imported: cancelled, or unreadable */
  async run(
    request: ImportRequest,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportResult> {
    const { importId, path, format, mapping, target } = request;
    if (this.running.has(importId)) throw alreadyRunning();
    const { workerFile, databaseFile, folder, now, abandonImport } = this.options;
    const refusedFile = join(folder, `${randomUUID()}.csv`);
    const job = { path, format, mapping, target, databaseFile, refusedFile, now: now() };
    let begun = null as AudienceId | null;
    const task = runTask(
      workerFile,
      { kind: "import", job },
      {
        begun: (audienceId) => (begun = audienceId),
        progress: (progress) => onProgress({ importId, ...progress }),
      },
    );
    this.running.set(importId, task);
    try {
      const result = await task.result;
      if (result.refused > 0) this.refused.set(importId, refusedFile);
      return result;
    } catch (error) {
      if (error instanceof WorkerDied && begun !== null) await abandonImport(begun);
      throw error;
    } finally {
      this.running.delete(importId);
      if (!this.refused.has(importId)) await rm(refusedFile, { force: true });
    }
  }

  /** The import then fails as cancelled. One that has ended already stays as it is. */
  cancel(importId: string): void {
    this.running.get(importId)?.cancel();
  }

  /** Writes every row that this import refused, with its line and the reason. */
  async saveRefused(importId: string, path: string): Promise<void> {
    const source = this.refused.get(importId);
    if (source === undefined) throw noRefusedRows();
    await writeWhole(path, (unfinished) => writing(basename(path), copyFile(source, unfinished)));
  }

  /** Cancels what runs, waits for its end, and deletes the refused rows: they hold people's numbers. */
  async close(): Promise<void> {
    const tasks = [...this.running.values()];
    for (const task of tasks) task.cancel();
    await Promise.allSettled(tasks.map((task) => task.result));
    await rm(this.options.folder, { recursive: true, force: true });
  }
}

function alreadyRunning(): AppFailure {
  return new AppFailure({ kind: "refused", message: "This import is running already." });
}

function noRefusedRows(): AppFailure {
  return new AppFailure({
    kind: "not-found",
    message: "There are no refused rows of this import to save.",
  });
}
