import { expect, onTestFinished, test } from "vitest";
import { Dialer } from "../../../src/main/dialing/dialer";
import { CALLER_ID, mortal, phoneOf } from "../../support/dialing-stage";
import { FakeClock } from "../../support/fake-clock";
import { ScriptedCarrier, type CallScript } from "../../support/scripted-carrier";
import { storeCampaign } from "../../support/stored-campaign";
import { temporaryStore } from "../../support/temporary-store";
import { Traffic } from "../../support/traffic";

/** A reproducible sequence of numbers from 0 to 1. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const DIALING = {
  callsPerMinute: 120,
  maxConcurrentCalls: 12,
  maxRetries: 2,
  retryDelayMinutes: 1,
};

function scriptOf(random: () => number): CallScript {
  const arrives = { arrivesAfter: random() * 400, answersAfter: random() * 900 };
  const dice = random();
  if (dice < 0.1) return { ...arrives, answer: "lost", talks: 20_000 };
  if (dice < 0.2) return { ...arrives, answer: "lost-on-the-way" };
  if (dice < 0.25) return { refusal: { kind: "carrier", reason: "503", retryAfterMs: null } };
  if (dice < 0.5) return { ...arrives, talks: null, rings: 20_000 };
  return { ...arrives, talks: random() * 40_000 };
}

test("killed again and again on the real store, it calls nobody twice and leaves nobody out", async () => {
  const random = chance(20_261_123);
  const traffic = new Traffic();
  const clock = new FakeClock(traffic.settled);
  const { store } = await temporaryStore();
  const carrier = new ScriptedCarrier(clock, () => scriptOf(random));
  const onLine = new Map<string, number>();
  const twice: string[] = [];
  carrier.onCall = ({ order, endsAt, createdAt }) => {
    if ((onLine.get(order.to) ?? 0) > createdAt) twice.push(order.to);
    onLine.set(order.to, endsAt);
  };
  const phones = Array.from({ length: 60 }, (_, n) => phoneOf(n));
  const id = await storeCampaign(store, {
    name: "All",
    phones,
    dialing: DIALING,
    now: clock.now(),
  });
  const problems: string[] = [];
  let life = { alive: false };
  const aDialer = () => {
    life.alive = false;
    const mine = (life = { alive: true });
    return new Dialer({
      clock: {
        now: () => clock.now(),
        monotonic: () => clock.monotonic(),
        schedule: (delay, run) => clock.schedule(delay, () => mine.alive && run()),
      },
      random,
      carrier: mortal(carrier, mine),
      store: mortal(traffic.watch(store.dialing), mine),
      quota: { minutes: () => Promise.resolve({ quota: 100_000, used: 0 }) },
      callerIds: { first: () => Promise.resolve({ kind: "number", number: CALLER_ID }) },
      timeZone: "UTC",
      contactRules: () => ({ callingHours: null, attemptLimits: [] }),
      accountLimits: () => ({ callsPerSecond: 30, concurrentCalls: null }),
      onLive: () => undefined,
      onCallsChanged: () => undefined,
      onCampaignChanged: () => undefined,
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (message, fault) => problems.push(`${message} ${String(fault)}`),
      },
    });
  };
  let dialer = aDialer();
  onTestFinished(() => void (life.alive = false));
  await clock.until(dialer.begin());
  expect(await clock.until(dialer.start(id))).toMatchObject({ ok: true });
  const status = async () => (await store.dialing.campaign(id))?.status;
  for (let kill = 0; kill < 60 && (await status()) === "IN_PROGRESS"; kill += 1) {
    await clock.advance(random() * 6_000);
    dialer = aDialer();
    await clock.until(dialer.begin());
  }
  for (let hour = 0; hour < 10 && (await status()) !== "COMPLETED"; hour += 1) {
    if ((await status()) === "PAUSED") await clock.until(dialer.resume(id));
    await clock.advance(3_600_000);
  }
  expect(problems).toEqual([]);
  expect(twice).toEqual([]);
  const figures = await store.dialing.figures(id);
  expect(figures).toMatchObject({ total: 60, pending: 0, inProgress: 0, unresolved: 0 });
  expect(figures.completed + figures.failed).toBe(60);
  expect(await store.dialing.openAttempts()).toEqual([]);
}, 60_000);
