import { expect, test } from "vitest";
import { DialingStage } from "../../support/dialing-stage";

test("calls every contact once and completes", async () => {
  const stage = new DialingStage();
  const id = await stage.started(25, { callsPerMinute: 60 });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.store.status(id)).toBe("COMPLETED");
  expect(stage.carrier.calls).toHaveLength(25);
  expect(await stage.store.figures(id)).toMatchObject({ total: 25, completed: 25, pending: 0 });
  expect(stage.problems).toEqual([]);
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

test("starts nothing after Pause is confirmed, and goes on after Resume", async () => {
  const stage = new DialingStage({ script: () => ({ queued: 3_000, talks: 10_000 }) });
  const id = await stage.started(20, { callsPerMinute: 60, maxConcurrentCalls: 20 });
  await stage.clock.advance(5_500);
  expect(await stage.clock.until(stage.dialer.pause(id))).toEqual({ ok: true, value: undefined });
  const before = stage.carrier.calls.length;
  expect(stage.carrier.calls.filter((call) => call.cancelled).length).toBeGreaterThan(0);
  await stage.clock.advance(120_000);
  expect(stage.carrier.calls).toHaveLength(before);
  expect(await stage.store.figures(id)).toMatchObject({ inProgress: 0 });
  expect(await stage.clock.until(stage.dialer.resume(id))).toEqual({ ok: true, value: undefined });
  await stage.runToEnd(id);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 20 });
});

test("plays 100,000 contacts with retries within seconds", { timeout: 60_000 }, async () => {
  const stage = new DialingStage({
    script: (_order, dial) => (dial % 3 === 0 ? { talks: null, rings: 30_000 } : { talks: 15_000 }),
  });
  const id = stage.campaign(100_000, {
    callsPerMinute: 1_800,
    maxConcurrentCalls: 1_000,
    retryDelayMinutes: 5,
  });
  await stage.begin();
  await stage.start(id);
  const begun = performance.now();
  expect(await stage.runToEnd(id)).toBe(true);
  const seconds = (performance.now() - begun) / 1_000;
  console.log(
    "100k",
    seconds.toFixed(1),
    "s",
    stage.carrier.calls.length,
    "calls",
    stage.carrier.requests / stage.carrier.calls.length,
    "requests/call",
  );
  expect(seconds).toBeLessThan(30);
});
