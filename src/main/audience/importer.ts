import type {
  ChosenFormat,
  ColumnMapping,
  ContactsPreview,
  FileFormat,
  FilePreview,
  ImportProgress,
  ImportResult,
  ImportRules,
} from "../../shared/audience";
import type { AudienceId } from "../../shared/ids";
import type { Instant } from "../../shared/instant";
import type { ImportTarget } from "../storage";
import { ImportRuns } from "./import-runs";
import { runTask, WorkerDied } from "./run-task";

export interface ImportRequest {
  readonly importId: string;
  readonly path: string;
  readonly format: FileFormat;
  readonly mapping: ColumnMapping;
  readonly rules: ImportRules;
  readonly target: ImportTarget;
}

export interface ImporterOptions {
  /** The bundle of `worker.ts`. */
  readonly workerFile: string;
  /** The store's file. */
  readonly databaseFile: string;
  /** A folder of the importer's own: what lies in it is deleted. */
  readonly folder: string;
  /** The supervisor's, such as "de-DE": by it doubts are settled. */
  readonly locale: string;
  readonly now: () => Instant;
  /** Takes back what a worker had written that died over it. */
  readonly abandonImport: (audienceId: AudienceId) => Promise<void>;
}

/** What the main thread sees of imports: everything about files and rows happens in workers. */
export class AudienceImporter {
  private constructor(
    private readonly options: ImporterOptions,
    private readonly runs: ImportRuns,
  ) {}

  static async open(options: ImporterOptions): Promise<AudienceImporter> {
    return new AudienceImporter(options, await ImportRuns.open(options.folder));
  }

  previewFile(path: string, format: ChosenFormat): Promise<FilePreview> {
    const { workerFile, locale } = this.options;
    return runTask(workerFile, { kind: "preview-file", path, format, locale }).result;
  }

  previewContacts(
    path: string,
    format: FileFormat,
    mapping: ColumnMapping,
  ): Promise<ContactsPreview> {
    const { workerFile, locale } = this.options;
    return runTask(workerFile, { kind: "preview-contacts", path, format, mapping, locale }).result;
  }

  /** @throws AppFailure when nothing was imported: cancelled, or unreadable */
  async run(
    request: ImportRequest,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<ImportResult> {
    const { importId, ...what } = request;
    const { workerFile, databaseFile, now, abandonImport } = this.options;
    let begun = null as AudienceId | null;
    try {
      return await this.runs.run(importId, (refusedFile) => {
        const job = { ...what, databaseFile, refusedFile, now: now() };
        return runTask(
          workerFile,
          { kind: "import", job },
          {
            begun: (audienceId) => (begun = audienceId),
            progress: (progress) => onProgress({ importId, ...progress }),
          },
        );
      });
    } catch (error) {
      if (error instanceof WorkerDied && begun !== null) await abandonImport(begun);
      throw error;
    }
  }

  /** The import then fails as cancelled. One that has ended already stays as it is. */
  cancel(importId: string): void {
    this.runs.cancel(importId);
  }

  /** Writes every row that this import refused, with its line and the reason. */
  saveRefused(importId: string, path: string): Promise<void> {
    return this.runs.saveRefused(importId, path);
  }

  /**
   * Abandons what runs, waits for its end, and deletes the refused rows: they hold people's numbers.
   * A million rows are not taken back while somebody waits for the application to end.
   */
  close(): Promise<void> {
    return this.runs.close();
  }
}
