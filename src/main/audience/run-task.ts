import { Worker } from "node:worker_threads";
import { AppFailure } from "../../shared/app-error";
import {
  CANCEL,
  type TaskProgress,
  type TaskResults,
  type WorkerReport,
  type WorkerTask,
} from "./worker-protocol";

export interface RunningTask<R> {
  readonly result: Promise<R>;
  /** The task ends by itself, with a failure, once it has taken everything back. */
  cancel(): void;
}

/** Runs a task in a worker of its own, so that this thread never waits for it. */
export function runTask<T extends WorkerTask>(
  workerFile: string,
  task: T,
  onProgress: (progress: TaskProgress) => void = () => undefined,
): RunningTask<TaskResults[T["kind"]]> {
  const worker = new Worker(workerFile, { workerData: task });
  const result = new Promise<TaskResults[T["kind"]]>((resolve, reject) => {
    worker.on("message", (report: WorkerReport) => {
      if (report.kind === "progress") onProgress(report.progress);
      else if (report.kind === "done") resolve(report.result as TaskResults[T["kind"]]);
      else if (report.kind === "failed") reject(new AppFailure(report.error));
      else reject(new Error("The import worker failed.", { cause: report.error }));
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`The import worker ended early (${code}).`)));
  });
  return { result, cancel: () => worker.postMessage(CANCEL) };
}
