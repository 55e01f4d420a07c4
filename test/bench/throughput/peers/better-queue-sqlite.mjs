/** `better-queue-sqlite.mjs FILE JOBS`: so many jobs are worked off, each taken and ended durably. */
import Queue from "better-queue";
import SqliteStore from "better-queue-sqlite";

const [file, jobs] = [process.argv[2], Number(process.argv[3])];
const store = new SqliteStore({ path: file });

// As it comes it asks for no durability at all: synchronous = off, the journal in memory.
const connect = store.connect.bind(store);
store.connect = (connected) =>
  connect((error, length) => {
    if (error) return connected(error);
    store._db.exec("pragma journal_mode = wal; pragma synchronous = full", (refusal) =>
      connected(refusal, length),
    );
  });

const queue = new Queue((_job, done) => done(), { store, concurrent: 100, autoResume: false });
let [queued, ended] = [0, 0];
let began;
queue.pause();
queue.on("task_queued", () => {
  if ((queued += 1) < jobs) return;
  began = performance.now();
  queue.resume();
});
queue.on("task_finish", () => {
  if ((ended += 1) < jobs) return;
  process.send({ perSecond: (jobs / (performance.now() - began)) * 1_000 });
  process.exit(0);
});
for (let job = 0; job < jobs; job++) queue.push({ id: String(job), contact: job });
