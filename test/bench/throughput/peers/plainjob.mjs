/** `plainjob.mjs FILE JOBS`: so many jobs are worked off, each taken and ended durably. */
import Database from "better-sqlite3";
import { better, defineQueue, defineWorker } from "plainjob";

const [file, jobs] = [process.argv[2], Number(process.argv[3])];
const silent = { error() {}, warn() {}, info() {}, debug() {} };

const database = new Database(file);
const queue = defineQueue({ connection: better(database), logger: silent });
for (let job = 0; job < jobs; job++) queue.add("dial", { contact: job });
// As it comes it would do with "normal", and lose the last jobs at a power cut.
database.pragma("synchronous = full");

let ended = 0;
const began = performance.now();
await new Promise((allEnded) => {
  const onCompleted = () => (ended += 1) === jobs && allEnded();
  const worker = defineWorker("dial", async () => {}, { queue, logger: silent, onCompleted });
  void worker.start();
});
process.send({ perSecond: (jobs / (performance.now() - began)) * 1_000 });
process.exit(0);
