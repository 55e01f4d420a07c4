import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { PracticeMix } from "./mix";
import type { FromWorker, ToWorker, WorkerSetting } from "./worker-messages";

export type { ClockSetting } from "./clock";
export type { PracticeMix } from "./mix";
export { PRACTICE_TRANSCRIPT_SERVICE_SID } from "./transcript";

export interface PracticeLineOptions extends Omit<WorkerSetting, "seed"> {
  /** The built worker.ts. */
  readonly workerFile: string;
  /** Makes the calls repeat themselves from one run to the next; left out: every call by chance. */
  readonly seed?: string;
  /** The line broke down after it had been opened; it does not come back by itself. */
  readonly onFailure: (error: Error) => void;
}

export interface OpenPracticeLine {
  /** `http://127.0.0.1:PORT`; `https://HOST/PATH` lies at `/HOST/PATH` below it. */
  readonly url: string;
  /** For the calls created from now on. */
  setMix(mix: PracticeMix): void;
  close(): Promise<void>;
}

/** Opens the practice line in a worker; rejects with the reason if it cannot be opened. */
export async function startPracticeLine(options: PracticeLineOptions): Promise<OpenPracticeLine> {
  const { workerFile, onFailure, seed, ...setting } = options;
  const workerData: WorkerSetting = { ...setting, seed: seed ?? null };
  const worker = new Worker(workerFile, { workerData });
  const gone = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const url = await opened(worker);
  worker.on("error", onFailure);
  const tell = (message: ToWorker) => worker.postMessage(message);
  return {
    url,
    setMix: (mix) => tell({ kind: "set-mix", mix }),
    close: async () => {
      tell({ kind: "close" });
      await gone;
    },
  };
}

async function opened(worker: Worker): Promise<string> {
  const [message] = (await once(worker, "message")) as [FromWorker];
  if (message.kind !== "open") throw new Error("The practice line closed before it was open.");
  return message.url;
}
