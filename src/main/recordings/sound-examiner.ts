import { Worker } from "node:worker_threads";
import type { SoundReport } from "./examine-sound";
import type { Examiner } from "./fetch-recording";
import type { FromPeaksWorker, ToPeaksWorker } from "./peaks-protocol";

interface Waiting {
  resolve(report: SoundReport): void;
  reject(error: Error): void;
}

/** Has recordings examined in a thread of its own, which is started with the first one. */
export class SoundExaminer implements Examiner {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  /** `workerFile`: the built peaks-worker.ts. */
  constructor(private readonly workerFile: string) {}

  examine(recording: string): Promise<SoundReport> {
    const worker = (this.worker ??= this.start());
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      worker.postMessage({ id, recording } satisfies ToPeaksWorker);
    });
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.workerFile);
    worker.on("message", (answer: FromPeaksWorker) => this.answered(answer));
    worker.on("error", (error) =>
      this.lost(error instanceof Error ? error : new Error(String(error))),
    );
    worker.on("exit", () => this.lost(new Error("The thread that reads recordings has ended.")));
    // A thread that waits for work must not keep the application from ending.
    worker.unref();
    return worker;
  }

  private answered(answer: FromPeaksWorker): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ("report" in answer) waiting?.resolve(answer.report);
    else waiting?.reject(new Error(answer.failure));
  }

  /** The next recording starts another thread. */
  private lost(error: Error): void {
    this.worker = null;
    const lost = [...this.waiting.values()];
    this.waiting.clear();
    for (const waiting of lost) waiting.reject(error);
  }
}
