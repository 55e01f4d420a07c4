import { Worker } from "node:worker_threads";
import { AppFailure } from "../../shared/app-error";
import type { AudienceId } from "../../shared/ids";
import {
  ABANDON,
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
  /** The task ends as soon as it can, with a failure; the next start takes back what it leaves. */
  abandon(): void;
}

export interface TaskListener {
  begun?(audienceId: AudienceId): void;
  progress(progress: TaskProgress): void;
}

/** The worker ended without a word, for want of memory say: it took nothing back. */
export class WorkerDied extends Error {
  constructor(cause: unknown) {
    super("The import worker died.", { cause });
    this.name = "WorkerDied";
  }
}

/** Runs a task in a worker of its own, so that this thread never waits for it. */
export function runTask<T extends WorkerTask>(
  workerFile: string,
  task: T,
  listener?: TaskListener,
): RunningTask<TaskResults[T["kind"]]> {
  const worker = new Worker(workerFile, { workerData: task });
  const result = new Promise<TaskResults[T["kind"]]>((resolve, reject) => {
    worker.on("message", (report: WorkerReport) => {
      switch (report.kind) {
        case "begun":
          listener?.begun?.(report.audienceId);
          break;
        case "progress":
          listener?.progress(report.progress);
          break;
        case "done":
          resolve(report.result as TaskResults[T["kind"]]);
          break;
        case "failed":
          reject(new AppFailure(report.error));
          break;
        case "broken":
          reject(new Error("The import worker failed.", { cause: report.error }));
      }
    });
    worker.on("error", (error) => reject(new WorkerDied(error)));
    worker.on("exit", (code) => reject(new WorkerDied(`exit code ${code}`)));
  });
  return {
    result,
    cancel: () => worker.postMessage(CANCEL),
    abandon: () => worker.postMessage(ABANDON),
  };
}
