import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "vitest";
import { chanceFrom } from "../../../src/main/practice-line/chance";
import { openStore } from "../../../src/main/storage";
import { fastClock } from "../../../src/main/system-clock";
import { SECOND } from "../../../src/shared/instant";
import type { Answer, Course } from "../../soak/carrier/course";
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  FaultyCarrier,
  type RequestToMeet,
} from "../../soak/carrier/faulty-carrier";
import type { ListFlaws } from "../../soak/carrier/lists";
import { checkCalls } from "../../soak/promises/calls";
import { readKept } from "../../soak/promises/evidence";
import { REQUEST_TIME_OUT, timeFrom } from "../../soak/world";
import { CALLER_ID } from "../../support/dialing-stage";
import { dialerOverHttp } from "../../support/dialer-over-http";
import { storeCampaign } from "../../support/stored-campaign";
import { TEST_SETTINGS } from "../../support/temporary-store";

/** Hung up immediately, busy, declined, and no answer that becomes a conversation at the retry. */
const PHONES = ["2001", "2002", "5001", "7001", "2003", "9001", "5002", "2004"].map(
  (line) => `+1500555${line}`,
);

const DIALING = {
  callsPerMinute: 60,
  maxConcurrentCalls: 4,
  maxRetries: 1,
  retryDelayMinutes: 1,
  callTimeoutMinutes: 1,
  ringTimeoutSeconds: 10,
};

const TRUE: Answer = { kind: "true" };
const CUT_OFF: Answer = { kind: "broken-off", part: 0.5 };
const BREAK: Answer = { kind: "broken-off", part: 0 };

const FLAWLESS: ListFlaws = { hidden: 0, stale: 0, pageSize: 1_000, repeated: 0 };
const WELL: Course = { name: "well", carriedOutAfter: 0, answeredAfter: 0, answer: TRUE };

const accepted = (answer: Answer, answeredAfter = 0): Course => ({
  ...WELL,
  answer,
  answeredAfter,
});
const refused = (answer: Answer): Course => ({ ...accepted(answer), carriedOutAfter: null });

/** Every second order meets it. */
const orders =
  (course: Course) =>
  ({ isOrder, number }: RequestToMeet) =>
    isOrder && number % 2 === 1 ? course : WELL;

/** Two of five questions meet it, by chance: looks at calls as well as searches for lost ones. */
const questions =
  (course: Course) =>
  ({ isOrder, number }: RequestToMeet) =>
    !isOrder && chanceFrom(`question ${number}`)() < 0.4 ? course : WELL;

/** Every request meets it for ten seconds of each forty. */
const storm =
  (course: Course) =>
  ({ at }: RequestToMeet) =>
    (at / SECOND) % 40 < 10 ? course : WELL;

const tooMany = (retryAfter: number | null) => refused({ kind: "too-many", retryAfter });
const error = (status: number): Answer => ({ kind: "error", status, code: 20_000 + status });

interface Fault {
  readonly courseOf?: (request: RequestToMeet) => Course;
  readonly listFlaws?: ListFlaws;
}

const FAULTS: Readonly<Record<string, Fault>> = {
  "accepts a call and drops the answer": { courseOf: orders(accepted(BREAK)) },
  "accepts a call and answers past the time-out": { courseOf: orders(accepted(TRUE, 36)) },
  "accepts a call and truncates the answer": { courseOf: orders(accepted(CUT_OFF)) },
  "accepts a call and answers what nobody can read": {
    courseOf: orders(accepted({ kind: "unreadable" })),
  },
  "accepts a call and answers HTML": {
    courseOf: orders(accepted({ kind: "page", status: 502 })),
  },
  "accepts a call and answers HTML with 200": {
    courseOf: orders(accepted({ kind: "page", status: 200 })),
  },
  "accepts a call and answers 500": { courseOf: orders(accepted(error(500))) },
  "accepts a call ten seconds late": { courseOf: orders({ ...WELL, carriedOutAfter: 10 }) },
  "loses an order": { courseOf: orders(refused(BREAK)) },
  "refuses an order with 503": { courseOf: orders(refused(error(503))) },
  "drops the answer to a question": { courseOf: questions(accepted(BREAK)) },
  "truncates the answer to a question": { courseOf: questions(accepted(CUT_OFF)) },
  "answers a question with HTML": { courseOf: questions(refused({ kind: "page", status: 200 })) },
  "answers a question with 500": { courseOf: questions(refused(error(500))) },
  "has storms of 429": { courseOf: storm(tooMany(null)) },
  "has storms of 429 with Retry-After": { courseOf: storm(tooMany(5)) },
  "lists every call late": { listFlaws: { ...FLAWLESS, hidden: 1 } },
  "lists what was so before": { listFlaws: { ...FLAWLESS, stale: 1 } },
  "repeats rows where pages meet": { listFlaws: { ...FLAWLESS, pageSize: 2, repeated: 1 } },
};

for (const [name, fault] of Object.entries(FAULTS)) {
  test.concurrent(
    `with a carrier that ${name}, every contact ends, and nobody is called twice`,
    async ({ expect, onTestFinished }) => {
      const folder = await mkdtemp(path.join(tmpdir(), "paceline-test-"));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const rate = timeFrom(Date.now());
      const carrier = new FaultyCarrier({
        seed: name,
        folder: path.join(folder, "carrier"),
        rate,
        courseOf: () => WELL,
        listFlaws: FLAWLESS,
        ...fault,
      });
      const line = { url: await carrier.open(), accountSid: ACCOUNT_SID, authToken: AUTH_TOKEN };
      await mkdir(path.join(folder, "test"));
      const store = await openStore(path.join(folder, "test", "paceline.db"), TEST_SETTINGS);
      const problems: string[] = [];
      const clock = fastClock(rate);
      const dialer = dialerOverHttp(
        store,
        line,
        { clock, requestTimeOut: REQUEST_TIME_OUT },
        (told) => problems.push(told),
      );
      onTestFinished(async () => {
        await dialer.stop();
        await store.close();
        await carrier.close();
      });
      const id = await storeCampaign(store, {
        name,
        phones: PHONES,
        dialing: DIALING,
        callerId: CALLER_ID,
        now: clock.now(),
      });
      await dialer.begin();
      expect(await dialer.start(id)).toMatchObject({ ok: true });

      await expect
        .poll(async () => (await store.dialing.campaign(id))?.status, { timeout: 90_000 })
        .toBe("COMPLETED");

      const figures = await store.dialing.figures(id);
      expect(figures).toMatchObject({ total: PHONES.length, pending: 0, inProgress: 0 });
      expect(figures.completed + figures.failed).toBe(PHONES.length);
      const evidence = {
        ...(await readKept(folder)),
        calls: carrier.calls(),
        orders: carrier.orders,
        pauses: [],
      };
      expect(checkCalls(evidence)).toEqual([]);
      expect(problems).toEqual([]);
    },
    120_000,
  );
}
