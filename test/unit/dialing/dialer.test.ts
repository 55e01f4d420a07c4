import { expect, test } from "vitest";
import { DialingStage } from "../../support/dialing-stage";

test("calls every contact once and completes", async () => {
  const stage = new DialingStage();
  const id = await stage.started(25, { callsPerMinute: 60 });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.store.status(id)).toBe("COMPLETED");
  expect(stage.carrier.calls).toHaveLength(25);
  expect(await stage.store.figures(id)).toMatchObject({ total: 25, completed: 25, pending: 0 });
  expect(stage.store.activity(id).map(({ kind }) => kind)).toEqual(["started", "completed"]);
  expect(stage.problems).toEqual([]);
});

test("completes within 2 s of the last call's end", async () => {
  const stage = new DialingStage();
  const id = await stage.started(25, { callsPerMinute: 60, maxConcurrentCalls: 20 });
  await stage.runToEnd(id);
  const over = Math.max(...stage.carrier.calls.map(({ endsAt }) => endsAt));
  expect(stage.clock.monotonic() - over).toBeLessThan(2_000);
});

test("retries who does not answer, Retry Delay after the end, and fails them after Max Retries", async () => {
  const stage = new DialingStage({ script: () => ({ talks: null, rings: 12_000 }) });
  const id = await stage.started(1, { maxRetries: 2, retryDelayMinutes: 5 });
  await stage.runToEnd(id);
  const { calls } = stage.carrier;
  expect(calls).toHaveLength(3);
  for (const [n, call] of calls.slice(1).entries()) {
    const gap = call.createdAt - (calls[n]?.endsAt ?? 0);
    expect(gap).toBeGreaterThanOrEqual(5 * 60_000);
    expect(gap).toBeLessThan(5 * 60_000 + 1_100);
  }
  expect(stage.store.contacts(id)[0]).toMatchObject({ state: "failed", attempts: 3 });
});

test("a due retry goes before contacts that were never called", async () => {
  const stage = new DialingStage({
    script: (_order, dial) => (dial === 0 ? { talks: null, rings: 5_000 } : { talks: 10_000 }),
  });
  const id = await stage.started(200, { callsPerMinute: 60, retryDelayMinutes: 1 });
  await stage.clock.advance(75_000);
  const [first, ...others] = stage.carrier.calls;
  const again = others.find(({ order }) => order.contactId === first?.order.contactId);
  expect(again?.createdAt).toBeGreaterThan(65_000);
  expect(await stage.store.figures(id)).toMatchObject({ waitingForRetry: 0 });
});

test("the next call starts within 50 ms of a slot being free", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 20_000 }) });
  const id = await stage.started(40, { callsPerMinute: 600, maxConcurrentCalls: 3 });
  const freed: number[] = [];
  const { record } = stage.store;
  stage.store.record = async (changes) => {
    await record.call(stage.store, changes);
    if (changes.some(({ kind }) => kind === "ended")) freed.push(stage.clock.monotonic());
  };
  await stage.runToEnd(id);
  for (const moment of freed.slice(0, 8)) {
    const next = stage.carrier.calls.find(({ createdAt }) => createdAt >= moment);
    expect((next?.createdAt ?? Infinity) - moment).toBeLessThanOrEqual(50);
  }
});

test("a carrier that answers slowly does not slow the pace", async () => {
  const stage = new DialingStage({ script: () => ({ answersAfter: 9_000, talks: 5_000 }) });
  const id = await stage.started(60, { callsPerMinute: 60, maxConcurrentCalls: 100 });
  await stage.clock.advance(30_000);
  expect(stage.carrier.calls.length).toBeGreaterThanOrEqual(29);
  expect(await stage.runToEnd(id)).toBe(true);
});

test("starts nothing after Pause is confirmed, takes queued calls back, and goes on after Resume", async () => {
  const stage = new DialingStage({ script: () => ({ queued: 3_000, talks: 10_000 }) });
  const id = await stage.started(20, { callsPerMinute: 60, maxConcurrentCalls: 20 });
  await stage.clock.advance(5_500);
  expect(await stage.clock.until(stage.dialer.pause(id))).toEqual({ ok: true, value: undefined });
  const before = stage.carrier.calls.length;
  expect(stage.carrier.calls.filter((call) => call.cancelled)).toHaveLength(3);
  await stage.clock.advance(120_000);
  expect(stage.carrier.calls).toHaveLength(before);
  expect(await stage.store.figures(id)).toMatchObject({ inProgress: 0 });
  expect(await stage.clock.until(stage.dialer.resume(id))).toEqual({ ok: true, value: undefined });
  await stage.runToEnd(id);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 20 });
  expect(stage.store.contacts(id).every(({ attempts }) => attempts === 1)).toBe(true);
});

test("asks the carrier for nothing once Pause was pressed, although an intent is being written", async () => {
  const stage = new DialingStage({ writing: 400 });
  const id = await stage.started(5, { callsPerMinute: 60 });
  await stage.clock.advance(250);
  const pausing = stage.dialer.pause(id);
  await stage.clock.until(pausing);
  expect(stage.carrier.requests).toBe(0);
  expect(stage.store.contacts(id)[0]).toMatchObject({ state: "pending", attempts: 0 });
});

test("Pause waits for a placement on its way, and says when a queued call cannot be taken back", async () => {
  const stage = new DialingStage({ script: () => ({ queued: 60_000, answersAfter: 4_000 }) });
  const id = await stage.started(5, { callsPerMinute: 60 });
  await stage.clock.advance(1_000);
  stage.carrier.goDown();
  let paused = false;
  void stage.dialer.pause(id).then(() => (paused = true));
  await stage.clock.advance(2_000);
  expect(paused).toBe(false);
  await stage.clock.advance(8_000);
  expect(paused).toBe(true);
  expect(stage.store.activity(id).at(-1)?.message).toContain("could not be taken back");
});

test("Cancel lets calls in progress finish and starts no other, for good", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 30_000 }) });
  const id = await stage.started(20, { callsPerMinute: 60, maxConcurrentCalls: 5 });
  await stage.clock.advance(20_000);
  await stage.clock.until(stage.dialer.cancel(id));
  await stage.clock.advance(120_000);
  const figures = await stage.store.figures(id);
  expect(figures).toMatchObject({ inProgress: 0, completed: 5, pending: 15 });
  expect(await stage.clock.until(stage.dialer.resume(id))).toMatchObject({
    ok: false,
    error: { kind: "refused" },
  });
});

test("a paused campaign whose last call has ended completes when it is resumed", async () => {
  const stage = new DialingStage();
  const id = await stage.started(1);
  await stage.clock.advance(1_000);
  await stage.clock.until(stage.dialer.pause(id));
  await stage.clock.advance(120_000);
  expect(stage.store.status(id)).toBe("PAUSED");
  await stage.clock.until(stage.dialer.resume(id));
  expect(await stage.runToEnd(id, 10_000)).toBe(true);
});

test("pausing and resuming does not start calls faster", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 2_000 }) });
  const id = await stage.started(100, { callsPerMinute: 6, maxConcurrentCalls: 50 });
  for (let n = 0; n < 20; n += 1) {
    await stage.clock.advance(500);
    await stage.clock.until(stage.dialer.pause(id));
    await stage.clock.until(stage.dialer.resume(id));
  }
  expect(stage.carrier.calls.length).toBeLessThanOrEqual(2);
});

test("does not start an audience without contacts, nor a campaign that is not there", async () => {
  const stage = new DialingStage();
  const id = stage.campaign(0);
  await stage.begin();
  expect(await stage.clock.until(stage.dialer.start(id))).toMatchObject({
    error: { kind: "refused" },
  });
  const none = (id + 1) as typeof id;
  expect(await stage.clock.until(stage.dialer.start(none))).toMatchObject({
    error: { kind: "not-found" },
  });
});

test("two presses of Start start it once", async () => {
  const stage = new DialingStage();
  const id = stage.campaign(3, { callsPerMinute: 60 });
  await stage.begin();
  const both = Promise.all([stage.dialer.start(id), stage.dialer.start(id)]);
  const results = await stage.clock.until(both);
  expect(results.map(({ ok }) => ok)).toEqual([true, false]);
  await stage.runToEnd(id);
  expect(stage.carrier.calls).toHaveLength(3);
});

test("quitting leaves calls going on, and the next start follows them and dials on", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 60_000, answersAfter: 800 }) });
  const id = await stage.started(12, { callsPerMinute: 60, maxConcurrentCalls: 3 });
  await stage.clock.advance(10_300);
  await stage.clock.until(stage.dialer.stop());
  const before = stage.carrier.requests;
  await stage.clock.advance(600_000);
  expect(stage.carrier.requests).toBe(before);
  expect(stage.clock.pending).toBe(0);
  stage.kill();
  await stage.begin();
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.carrier.calls).toHaveLength(12);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 12 });
});

test("plays 100,000 contacts with retries within seconds", { timeout: 120_000 }, async () => {
  const stage = new DialingStage({
    script: (_order, dial) => (dial % 3 === 0 ? { talks: null, rings: 30_000 } : { talks: 15_000 }),
  });
  const id = await stage.started(100_000, {
    callsPerMinute: 1_800,
    maxConcurrentCalls: 1_000,
    retryDelayMinutes: 5,
  });
  const before = process.cpuUsage();
  expect(await stage.runToEnd(id)).toBe(true);
  const { user, system } = process.cpuUsage(before);
  expect(await stage.store.figures(id)).toMatchObject({ pending: 0, inProgress: 0 });
  // Processor time, for other tests run beside this one.
  expect((user + system) / 1e6).toBeLessThan(20);
});
