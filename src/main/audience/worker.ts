import { parentPort, workerData } from "node:worker_threads";
import { AppFailure } from "../../shared/app-error";
import { assertNever } from "../../shared/assert-never";
import { openContactWriter, openNumberWriter } from "../storage";
import { importNumbers } from "./do-not-call/import-numbers";
import { previewNumbers } from "./do-not-call/preview-numbers";
import { importFile, type ImportWatch } from "./import-file";
import { previewContacts, previewFile } from "./preview";
import { progressReporter } from "./progress";
import {
  ABANDON,
  CANCEL,
  type TaskResults,
  type WorkerReport,
  type WorkerTask,
} from "./worker-protocol";

/** Entry of the worker: does the one task it was started for, and ends. */
const port = parentPort!;
const report = (message: WorkerReport) => port.postMessage(message);

let cancelled = false;
let abandoned = false;
port.on("message", (message) => {
  abandoned ||= message === ABANDON;
  cancelled ||= abandoned || message === CANCEL;
});

function watch(): Omit<ImportWatch, "begun"> {
  return {
    progress: progressReporter(
      (progress) => report({ kind: "progress", progress }),
      () => performance.now(),
    ),
    isCancelled: () => cancelled,
    isAbandoned: () => abandoned,
  };
}

function perform(task: WorkerTask): Promise<TaskResults[WorkerTask["kind"]]> {
  switch (task.kind) {
    case "preview-file":
      return previewFile(task.path, task.format, task.locale);
    case "preview-contacts":
      return previewContacts(task.path, task.format, task.mapping, task.locale);
    case "import":
      return importFile(task.job, openContactWriter, {
        begun: (audienceId) => report({ kind: "begun", audienceId }),
        ...watch(),
      });
    case "preview-numbers":
      return previewNumbers(task.path, task.format, task.mapping, task.locale);
    case "import-numbers":
      return importNumbers(task.job, openNumberWriter, watch());
    default:
      return assertNever(task);
  }
}

perform(workerData as WorkerTask)
  .then((result) => report({ kind: "done", result }))
  .catch((error: unknown) =>
    report(
      error instanceof AppFailure
        ? { kind: "failed", error: error.error }
        : { kind: "broken", error },
    ),
  )
  .finally(() => port.close());
