import { expect, test } from "vitest";
import { expectedFinish } from "../../../src/main/dialing/expected-finish";
import { OpenWeek } from "../../../src/main/dialing/open-week";
import { dailyHours } from "../../../src/shared/calling-hours";
import { MINUTE } from "../../../src/shared/instant";
import type { CallerIds } from "../../../src/main/dialing/ports";
import { DEFAULT_DIALING } from "../../../src/shared/campaign";
import { figuresOf } from "../../support/dialing-builders";
import { DialingStage } from "../../support/dialing-stage";

test("too few call minutes block the start, with the figures", async () => {
  const stage = new DialingStage({ quota: { quota: 1_000, used: 950 } });
  const id = stage.campaign(51);
  await stage.begin();
  expect(await stage.clock.until(stage.dialer.start(id))).toMatchObject({
    error: {
      kind: "quota",
      message: expect.stringMatching(/51 are needed.*50 of 1,000 are left \(950 used/),
    },
  });
  expect(stage.store.status(id)).toBe("DRAFT");
  stage.quota.used = 949;
  expect(await stage.clock.until(stage.dialer.start(id))).toMatchObject({ ok: true });
});

test("a draft that is edited after its start was refused dials by what it says then", async () => {
  const stage = new DialingStage({ quota: { quota: 5, used: 0 } });
  const id = stage.campaign(60, { callsPerMinute: 600, maxConcurrentCalls: 60 });
  await stage.begin();
  expect(await stage.clock.until(stage.dialer.start(id))).toMatchObject({ ok: false });
  const dialing = { ...stage.store.settings(id), callsPerMinute: 6, maxConcurrentCalls: 2 };
  stage.store.editDraft(id, { dialing });
  stage.quota.quota = 1_000;
  await stage.start(id);
  await stage.clock.advance(MINUTE);
  expect(stage.carrier.calls.length).toBeLessThanOrEqual(6);
});

test("two campaigns that start at once are not given the same minutes", async () => {
  const stage = new DialingStage({ quota: { quota: 15, used: 0 } });
  const ids = [stage.campaign(10), stage.campaign(10, {}, 202)];
  await stage.begin();
  const both = Promise.all(ids.map((id) => stage.dialer.start(id)));
  expect((await stage.clock.until(both)).map(({ ok }) => ok)).toEqual([true, false]);
  const check = await stage.dialer.quotaFor(ids[1]!);
  expect(check).toMatchObject({ reserved: 10, remaining: 5, needed: 10, enough: false });
  expect(await stage.dialer.quotaFor({ contacts: 5 })).toMatchObject({ enough: true });
  expect(await stage.dialer.quotaFor(ids[0]!)).toMatchObject({ reserved: 0, needed: 10 - 1 });
});

test("pauses when the minutes are used up on the way, and Resume checks again", async () => {
  const stage = new DialingStage({
    script: () => ({ talks: 10_000 }),
    quota: { quota: 30, used: 0 },
  });
  const id = await stage.started(30, { callsPerMinute: 60 });
  await stage.clock.advance(15_000);
  stage.quota.used = 30;
  await stage.clock.advance(60_000);
  expect(stage.store.status(id)).toBe("PAUSED");
  expect(stage.store.pauseReason(id)).toMatchObject({ kind: "quota" });
  expect(await stage.clock.until(stage.dialer.resume(id))).toMatchObject({
    error: { kind: "quota" },
  });
  stage.quota.quota = 100;
  expect(await stage.clock.until(stage.dialer.resume(id))).toMatchObject({ ok: true });
  expect(await stage.runToEnd(id)).toBe(true);
});

test("keeps a minute for each call in progress, and goes on when they use none", async () => {
  const stage = new DialingStage({
    script: () => ({ talks: null, rings: 20_000 }),
    quota: { quota: 20, used: 0 },
  });
  const id = await stage.started(20, {
    callsPerMinute: 600,
    maxConcurrentCalls: 20,
    maxRetries: 0,
  });
  stage.quota.used = 17;
  await stage.clock.advance(31_000);
  expect((await stage.dialer.live(id)).activeCalls).toBeLessThanOrEqual(20);
  expect(await stage.runToEnd(id)).toBe(true);
});

test("campaigns share the account's calls per second in turn, and none starves", async () => {
  const stage = new DialingStage({
    account: { callsPerSecond: 1, concurrentCalls: null },
    script: () => ({ talks: 1_000 }),
  });
  const fast = stage.campaign(2_000, { callsPerMinute: 1_800, maxConcurrentCalls: 500 });
  const slow = stage.campaign(2_000, { callsPerMinute: 10, maxConcurrentCalls: 500 }, 202);
  const other = stage.campaign(2_000, { callsPerMinute: 600, maxConcurrentCalls: 500 }, 203);
  await stage.begin();
  for (const id of [fast, slow, other]) await stage.start(id);
  await stage.clock.advance(600_000);
  const count = (id: number) =>
    stage.carrier.calls.filter(({ order }) => order.campaignId === id).length;
  // It waits up to a second for its turn, and nothing is made up for that.
  expect(count(slow)).toBeGreaterThanOrEqual(80);
  expect(Math.abs(count(fast) - count(other))).toBeLessThanOrEqual(5);
  const starts = stage.carrier.calls.map(({ createdAt }) => createdAt);
  expect(starts.every((start, n) => n === 0 || start - starts[n - 1]! >= 1_000)).toBe(true);
});

test("campaigns share the account's concurrent calls, and it says so", async () => {
  const stage = new DialingStage({
    account: { callsPerSecond: 100, concurrentCalls: 4 },
    script: () => ({ talks: 30_000 }),
  });
  const ids = [stage.campaign(20), stage.campaign(20, {}, 202)];
  await stage.begin();
  for (const id of ids) await stage.start(id);
  await stage.clock.advance(30_000);
  expect(stage.carrier.activeAt(stage.clock.world())).toHaveLength(4);
  expect((await stage.dialer.live(ids[0]!)).binding).toMatchObject({
    kind: "account",
    message: expect.stringContaining("4 calls at once"),
  });
  await stage.runToEnd(ids[0]!);
  await stage.runToEnd(ids[1]!);
  expect(await stage.store.figures(ids[1]!)).toMatchObject({ completed: 20 });
});

test("needs a caller ID to start, and says what to do without one", async () => {
  let answer: Awaited<ReturnType<CallerIds["first"]>> = {
    kind: "failed",
    fault: { kind: "account", message: "The account has no number.", advice: "Buy one." },
  };
  const stage = new DialingStage({ callerIds: { first: async () => answer } });
  const id = stage.campaign(2, { callsPerMinute: 60 });
  await stage.begin();
  expect(await stage.clock.until(stage.dialer.start(id))).toMatchObject({
    error: { kind: "carrier", message: expect.stringContaining("no number"), advice: "Buy one." },
  });
  answer = { kind: "failed", fault: { kind: "carrier", reason: "503", retryAfterMs: null } };
  expect(await stage.clock.until(stage.dialer.start(id))).toMatchObject({ ok: false });
  answer = { kind: "number", number: "+14155550199" as never };
  expect(await stage.clock.until(stage.dialer.start(id))).toMatchObject({ ok: true });
  await stage.clock.advance(1_000);
  expect(stage.carrier.calls[0]?.order.from).toBe("+14155550199");
  stage.kill();
  answer = { kind: "failed", fault: { kind: "carrier", reason: "503", retryAfterMs: null } };
  await stage.begin();
  await stage.clock.advance(20_000);
  expect(stage.carrier.calls).toHaveLength(1);
  answer = { kind: "number", number: "+14155550199" as never };
  expect(await stage.runToEnd(id)).toBe(true);
});

test("names the limit that binds", async () => {
  const stage = new DialingStage({ script: () => ({ talks: null, rings: 10_000 }) });
  const id = await stage.started(3, {
    callsPerMinute: 10,
    maxConcurrentCalls: 2,
    maxRetries: 1,
    ringTimeoutSeconds: 30,
  });
  const binding = async () => (await stage.dialer.live(id)).binding;
  await stage.clock.advance(1_000);
  expect(await binding()).toEqual({ kind: "pace" });
  await stage.clock.advance(6_500);
  expect(await binding()).toEqual({ kind: "concurrency", active: 2 });
  await stage.clock.advance(60_000);
  expect(await binding()).toMatchObject({ kind: "retry-delay" });
  await stage.clock.advance(260_000);
  await stage.clock.advanceUntil(() => stage.carrier.calls.length === 6, 60_000);
  await stage.clock.advance(100);
  expect(await binding()).toEqual({ kind: "last-calls" });
});

test("live figures come within a second of a change, at most four times a second", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 4_000, rings: 1_000 }) });
  const moments: number[] = [];
  const push = stage.live.push.bind(stage.live);
  stage.live.push = (...figures) => {
    moments.push(stage.clock.monotonic());
    return push(...figures);
  };
  const id = await stage.started(50, { callsPerMinute: 600, maxConcurrentCalls: 20 });
  await stage.runToEnd(id);
  await stage.clock.advance(1_000);
  expect(moments.slice(1).every((at, n) => at - moments[n]! >= 250)).toBe(true);
  for (const { createdAt } of stage.carrier.calls) {
    expect(moments.some((at) => at >= createdAt && at - createdAt <= 1_000)).toBe(true);
  }
  expect(stage.live.at(-1)).toMatchObject({
    status: "COMPLETED",
    activeCalls: 0,
    figures: { total: 50, completed: 50 },
    expectedFinish: null,
  });
  for (const { figures } of stage.live) {
    const { pending, inProgress, completed, failed } = figures;
    expect(pending + inProgress + completed + failed).toBe(figures.total);
  }
});

test("expects the end from the dials that remain and the rate that is reached", () => {
  const course = {
    now: 0,
    dialing: { ...DEFAULT_DIALING, maxRetries: 0 },
    startsPerMinute: null,
    ends: { all: 100, retried: 0 },
    resumesAt: null,
    lastDue: null,
    openWeek: null,
    callLifetime: 30_000,
  };
  const pending = figuresOf({ total: 100, pending: 100 });
  expect(expectedFinish({ ...course, figures: pending })).toBe(10 * 60_000 + 30_000);
  expect(expectedFinish({ ...course, figures: pending, startsPerMinute: 5 })).toBe(1_230_000);
  const retries = { ...course, dialing: DEFAULT_DIALING, ends: { all: 100, retried: 50 } };
  expect(expectedFinish({ ...retries, figures: pending })).toBe(1_125_000 + 30_000);
  const waiting = figuresOf({ total: 100, pending: 2, waitingForRetry: 2 });
  expect(expectedFinish({ ...retries, figures: waiting })).toBe(330_000);
});

test("expects the end within calling hours, from when dialing goes on", () => {
  const now = Date.parse("2027-01-15T16:55Z");
  const nineToFive = dailyHours("09:00", "17:00", [1, 2, 3, 4, 5]);
  const course = {
    now,
    figures: figuresOf({ total: 100, pending: 100 }),
    dialing: { ...DEFAULT_DIALING, maxRetries: 0 },
    startsPerMinute: 10,
    ends: { all: 100, retried: 0 },
    resumesAt: null,
    lastDue: null,
    openWeek: OpenWeek.from(nineToFive, [["UTC"]], now),
    callLifetime: 0,
  };
  // Five minutes of that Friday, five of the Monday.
  expect(expectedFinish(course)).toBe(Date.parse("2027-01-18T09:05Z"));
  const resumesAt = Date.parse("2027-01-19T09:00Z");
  expect(expectedFinish({ ...course, resumesAt })).toBe(resumesAt + 10 * 60_000);
  const lastDue = Date.parse("2027-01-20T13:00Z");
  expect(expectedFinish({ ...course, resumesAt, lastDue })).toBe(lastDue);
});
