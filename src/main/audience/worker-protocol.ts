import type { AppError } from "../../shared/app-error";
import type {
  ChosenFormat,
  ColumnMapping,
  ContactsPreview,
  FileFormat,
  FilePreview,
  ImportProgress,
  ImportResult,
} from "../../shared/audience";
import type { AudienceId } from "../../shared/ids";
import type { NumbersImportResult, NumberColumns, PreviewNumber } from "../../shared/do-not-call";
import type { NumbersJob } from "./do-not-call/import-numbers";
import type { ImportJob } from "./import-file";

/** What a worker is started for: one task, after which it ends. */
export type WorkerTask =
  | {
      readonly kind: "preview-file";
      readonly path: string;
      readonly format: ChosenFormat;
      readonly locale: string;
    }
  | {
      readonly kind: "preview-contacts";
      readonly path: string;
      readonly format: FileFormat;
      readonly mapping: ColumnMapping;
      readonly locale: string;
    }
  | { readonly kind: "import"; readonly job: ImportJob }
  | {
      readonly kind: "preview-numbers";
      readonly path: string;
      readonly format: FileFormat;
      readonly mapping: NumberColumns;
      readonly locale: string;
    }
  | { readonly kind: "import-numbers"; readonly job: NumbersJob };

export interface TaskResults {
  "preview-file": FilePreview;
  "preview-contacts": ContactsPreview;
  import: ImportResult;
  "preview-numbers": PreviewNumber[];
  "import-numbers": NumbersImportResult;
}

export type TaskProgress = Omit<ImportProgress, "importId">;

export type WorkerReport =
  /** An import has begun to write into this audience. */
  | { readonly kind: "begun"; readonly audienceId: AudienceId }
  | { readonly kind: "progress"; readonly progress: TaskProgress }
  | { readonly kind: "done"; readonly result: TaskResults[WorkerTask["kind"]] }
  | { readonly kind: "failed"; readonly error: AppError }
  /** A fault of ours. */
  | { readonly kind: "broken"; readonly error: unknown };

/** To a worker: it ends once it has taken everything back. */
export const CANCEL = "cancel";
/** To a worker: it ends at once; what is left is taken back when the store is opened next. */
export const ABANDON = "abandon";
