import type { RequestListener } from "node:http";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { defaultSettings } from "../../../src/main/api/default-settings";
import { practiceClock } from "../../../src/main/practice-line/clock";
import { createPracticeServer } from "../../../src/main/practice-line/server";
import { openStore } from "../../../src/main/storage";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";
import { fastClock } from "../../../src/main/system-clock";
import { dialerOverHttp } from "../../support/dialer-over-http";
import { storeCampaign } from "../../support/stored-campaign";
import { beside, type Bench } from "../bench";

/** How much faster than life the practice line and the dialer's clock go. */
const SPEED = 20;
const CONTACTS = 300;
const DIALING = { callsPerMinute: 60, maxConcurrentCalls: 40, maxRetries: 1, retryDelayMinutes: 1 };
const CREDENTIALS = { accountSid: `AC${"0".repeat(32)}`, authToken: "bench" };

export const requestsBench: Bench = {
  name: "requests-per-call",
  method:
    `a campaign of ${CONTACTS} contacts at ${DIALING.callsPerMinute} a minute, with a retry, over HTTP ` +
    `to the practice line with its usual mix of calls, ${SPEED} times as fast as life. Recordings ` +
    "are media, and not asked for. Beside it: placing the call, and asking for it once a second.",
  run: async () => {
    const { requests, calls, seconds } = await play();
    const ours = requests / calls;
    const measured = {
      name: "requests-per-call",
      what: "requests for a finished call",
      ours,
      unit: "requests",
      goal: "≤ 4",
      met: ours <= 4,
    };
    return [beside(measured, "a poll a second", 1 + seconds / calls)];
  },
};

/** Requests made, calls that ended, and the seconds that these took from placed to ended. */
async function play() {
  const folder = await mkdtemp(path.join(tmpdir(), "paceline-bench-"));
  const rate = { anchorReal: Date.now(), anchorVirtual: Date.now(), speed: SPEED };
  let requests = 0;
  const counting =
    (line: RequestListener): RequestListener =>
    (request, response) => {
      requests += 1;
      line(request, response);
    };
  const line = await createPracticeServer(
    {
      ...CREDENTIALS,
      folder: path.join(folder, "line"),
      resources: path.resolve("resources/practice"),
      mix: defaultSettings("practice", "UTC").practiceMix,
      clock: practiceClock(rate),
      seed: "requests",
    },
    counting,
  );
  const store = await openStore(path.join(folder, "paceline.db"), defaultSettings("test", "UTC"));
  try {
    const clock = fastClock(rate);
    const time = { clock, requestTimeOut: 30_000 };
    const dialer = dialerOverHttp(store, { ...CREDENTIALS, url: line.url }, time, console.error);
    const phones = Array.from({ length: CONTACTS }, (_, index) => `+1201555${1_000 + index}`);
    const id = await storeCampaign(store, {
      name: "Bench",
      phones,
      dialing: DIALING,
      now: clock.now(),
    });
    await dialer.begin();
    const started = await dialer.start(id);
    if (!started.ok) throw new Error(started.error.message);
    while (dialer.campaignsDialing() > 0) await new Promise((done) => setTimeout(done, 100));
    await dialer.stop();
    return { requests, ...(await callsIn(store.file)) };
  } finally {
    await store.close();
    await line.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function callsIn(file: string): Promise<{ calls: number; seconds: number }> {
  const database = await DatabaseFile.open(file, "read");
  try {
    const [row] = await database.rows(
      "select count(*) as calls, sum(ended_at - placed_at) / 1000.0 as seconds from attempt where sid is not null",
      [],
    );
    return row as { calls: number; seconds: number };
  } finally {
    await database.close();
  }
}
