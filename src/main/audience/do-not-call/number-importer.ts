import type {
  ChosenFormat,
  FileFormat,
  FilePreview,
  ImportProgress,
} from "../../../shared/audience";
import type {
  Listing,
  NumberColumns,
  NumbersImportResult,
  PreviewNumber,
} from "../../../shared/do-not-call";
import type { ImporterOptions } from "../importer";
import { ImportRuns } from "../import-runs";
import { runTask } from "../run-task";

export interface NumbersImportRequest extends Listing {
  readonly importId: string;
  readonly path: string;
  readonly format: FileFormat;
  readonly mapping: NumberColumns;
}

type Options = Omit<ImporterOptions, "abandonImport">;

/** What the main thread sees of the imports of do-not-call lists: files are read in workers. */
export class NumberImporter {
  private constructor(
    private readonly options: Options,
    private readonly runs: ImportRuns,
  ) {}

  static async open(options: Options): Promise<NumberImporter> {
    return new NumberImporter(options, await ImportRuns.open(options.folder));
  }

  previewFile(path: string, format: ChosenFormat): Promise<FilePreview> {
    const { workerFile, locale } = this.options;
    return runTask(workerFile, { kind: "preview-file", path, format, locale }).result;
  }

  previewNumbers(
    path: string,
    format: FileFormat,
    mapping: NumberColumns,
  ): Promise<PreviewNumber[]> {
    const { workerFile, locale } = this.options;
    return runTask(workerFile, { kind: "preview-numbers", path, format, mapping, locale }).result;
  }

  /** @throws AppFailure when nothing was imported: cancelled, or unreadable */
  run(
    { importId, ...what }: NumbersImportRequest,
    onProgress: (progress: ImportProgress) => void,
  ): Promise<NumbersImportResult> {
    const { workerFile, databaseFile, now } = this.options;
    return this.runs.run(importId, (refusedFile) => {
      const job = { ...what, databaseFile, refusedFile, now: now() };
      return runTask(
        workerFile,
        { kind: "import-numbers", job },
        { progress: (progress) => onProgress({ importId, ...progress }) },
      );
    });
  }

  /** The import then fails as cancelled. One that has ended already stays as it is. */
  cancel(importId: string): void {
    this.runs.cancel(importId);
  }

  /** Writes every row that this import refused, with its line and the reason. */
  saveRefused(importId: string, path: string): Promise<void> {
    return this.runs.saveRefused(importId, path);
  }

  /** Cancels what runs, and waits for its end. */
  close(): Promise<void> {
    return this.runs.close();
  }
}
