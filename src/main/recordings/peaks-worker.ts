import { parentPort } from "node:worker_threads";
import { examineSound } from "./examine-sound";
import type { FromPeaksWorker, ToPeaksWorker } from "./peaks-protocol";

/** Entry of the thread that listens to recordings: minutes of sound must not hold the calls up. */
const port = parentPort;
if (port === null) throw new Error("This file runs in a worker thread.");

port.on("message", ({ id, recording }: ToPeaksWorker) => {
  examineSound(recording).then(
    (report) => port.postMessage({ id, report } satisfies FromPeaksWorker),
    (error: unknown) => port.postMessage({ id, failure: String(error) } satisfies FromPeaksWorker),
  );
});
