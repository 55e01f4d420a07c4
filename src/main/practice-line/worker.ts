import { parentPort, workerData } from "node:worker_threads";
import { practiceClock } from "./clock";
import { createPracticeServer } from "./server";
import type { FromWorker, ToWorker, WorkerSetting } from "./worker-messages";

/** The practice line in a thread of its own, so that it never holds up the application. */
async function run(): Promise<void> {
  const setting = workerData as WorkerSetting;
  const server = await createPracticeServer({ ...setting, clock: practiceClock(setting.clock) });
  parentPort?.on("message", (message: ToWorker) => {
    if (message.kind === "set-mix") server.setMix(message.mix);
    else void server.close().then(() => tell({ kind: "closed" }));
  });
  tell({ kind: "open", url: server.url });
}

function tell(message: FromWorker): void {
  parentPort?.postMessage(message);
  if (message.kind === "closed") parentPort?.close();
}

void run();
