import { expect, test } from "vitest";
import { BackOff } from "../../../src/main/dialing/back-off";
import { CircuitBreaker } from "../../../src/main/dialing/circuit-breaker";
import type { Fault } from "../../../src/main/dialing/ports";
import type { AttemptId } from "../../../src/shared/ids";
import { DialingStage } from "../../support/dialing-stage";

const PATIENCE: Fault = { kind: "carrier", reason: "429", retryAfterMs: null };
const BROKE: Fault = { kind: "account", message: "The balance is used up.", advice: "Top it up." };

test("waits double, up to a minute, with jitter", () => {
  const backOff = new BackOff(() => 1);
  const waits: number[] = [];
  for (let now = 0, n = 0; n < 9; n += 1, now += waits.at(-1)!) {
    backOff.fault(now, { reason: "503", retryAfterMs: null });
    waits.push(backOff.wait(now));
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map((n) => n * 1_000));
  const jittered = new BackOff(() => 0);
  jittered.fault(0, { reason: "503", retryAfterMs: null });
  expect(jittered.wait(0)).toBe(500);
});

test("waits at least as long as the carrier asks for, also when another request goes well", () => {
  const backOff = new BackOff(() => 1);
  backOff.fault(0, { reason: "429", retryAfterMs: 20_000 });
  backOff.wentWell();
  expect(backOff.wait(0)).toBe(20_000);
  expect(backOff.fault(30_000, { reason: "429", retryAfterMs: null })).toEqual({ first: true });
  expect(backOff.wait(30_000)).toBe(1_000);
});

test("faults of requests that went out together count once", () => {
  const backOff = new BackOff(() => 1);
  for (let n = 0; n < 20; n += 1) backOff.fault(0, { reason: "503", retryAfterMs: null });
  expect(backOff.wait(0)).toBeLessThanOrEqual(2_000);
});

test("the breaker trips on more than half of at least 20 dials within two minutes", () => {
  const breaker = new CircuitBreaker();
  const dial = (n: number, at: number, fails: boolean) => {
    breaker.dialed(n as AttemptId, at);
    if (fails) breaker.failed(n as AttemptId, at);
  };
  for (let n = 0; n < 19; n += 1) dial(n, n * 1_000, true);
  expect(breaker.tripped).toBe(false);
  dial(19, 19_000, false);
  expect(breaker.tripped).toBe(true);
  breaker.reset();
  for (let n = 0; n < 40; n += 1) dial(n, n * 1_000, n % 2 === 0);
  expect(breaker.tripped).toBe(false);
  dial(40, 40_000, true);
  expect(breaker.tripped).toBe(true);
  dial(41, 400_000, false);
  expect(breaker.tripped).toBe(false);
});

test("a fault of the contact ends the contact, and the campaign goes on", async () => {
  const fault: Fault = { kind: "contact", outcome: "invalid_number", reason: "21211" };
  const stage = new DialingStage({
    script: (_order, dial) => (dial % 2 === 0 ? { refusal: fault } : {}),
  });
  const id = await stage.started(6, { callsPerMinute: 60 });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(await stage.store.figures(id)).toMatchObject({
    failed: 3,
    completed: 3,
    outcomes: { invalid_number: 3 },
  });
});

test("a fault of the account pauses the campaign with what to do, and nothing is lost", async () => {
  const stage = new DialingStage({
    script: (_order, dial) => (dial === 2 ? { refusal: BROKE } : { talks: 5_000 }),
  });
  const id = await stage.started(10, { callsPerMinute: 60 });
  await stage.clock.advance(60_000);
  expect(stage.store.status(id)).toBe("PAUSED");
  expect(stage.store.pauseReason(id)).toEqual({
    kind: "account",
    message: "The balance is used up.",
    advice: "Top it up.",
  });
  expect(await stage.clock.until(stage.dialer.resume(id))).toMatchObject({ ok: true });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 10 });
});

test("credentials revoked in the middle pause all campaigns, and calls are followed once they work", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 30_000 }) });
  const ids = [stage.campaign(10), stage.campaign(10, {}, 202)];
  await stage.begin();
  for (const id of ids) await stage.start(id);
  await stage.clock.advance(5_000);
  stage.carrier.fault = BROKE;
  await stage.clock.advance(60_000);
  expect(ids.map((id) => stage.store.status(id))).toEqual(["PAUSED", "PAUSED"]);
  const calls = stage.carrier.calls.length;
  await stage.clock.advance(600_000);
  stage.carrier.comeBack();
  await stage.clock.advance(70_000);
  expect(stage.carrier.calls).toHaveLength(calls);
  for (const id of ids) expect(await stage.store.figures(id)).toMatchObject({ inProgress: 0 });
});

test("a fault of the carrier backs off, says so once, and goes on", async () => {
  const stage = new DialingStage({
    script: (_order, dial) => (dial < 6 ? { refusal: PATIENCE } : { talks: 5_000 }),
  });
  const id = await stage.started(5, { callsPerMinute: 600 });
  await stage.clock.advance(1_500);
  const live = await stage.dialer.live(id);
  expect(live.binding).toMatchObject({ kind: "back-off", message: "429" });
  expect(await stage.runToEnd(id)).toBe(true);
  const notes = stage.store.activity(id).filter(({ kind }) => kind === "back-off");
  expect(notes).toHaveLength(1);
  expect(stage.store.contacts(id).every(({ attempts }) => attempts === 1)).toBe(true);
});

test("pauses when most calls fail at the carrier, and dials on after Resume", async () => {
  const stage = new DialingStage({
    script: (_order, dial) =>
      dial < 40 ? { talks: null, rings: 0, unanswered: "failed" } : { talks: 5_000 },
  });
  const id = await stage.started(100, { callsPerMinute: 60, maxConcurrentCalls: 20 });
  await stage.clock.advance(120_000);
  expect(stage.store.pauseReason(id)).toMatchObject({ kind: "circuit-breaker" });
  const before = stage.carrier.calls.length;
  expect(before).toBeLessThan(40);
  stage.carrier.script = () => ({ talks: 5_000 });
  await stage.clock.until(stage.dialer.resume(id));
  expect(await stage.runToEnd(id)).toBe(true);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 100 });
});

test("a full disk loses nothing: nothing starts, and facts are written when there is room", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 10_000 }) });
  const id = await stage.started(30, { callsPerMinute: 60, maxConcurrentCalls: 10 });
  await stage.clock.advance(8_200);
  stage.diskFull = true;
  const before = stage.carrier.calls.length;
  await stage.clock.advance(120_000);
  expect(stage.carrier.calls.length - before).toBe(0);
  stage.diskFull = false;
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.carrier.calls).toHaveLength(30);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 30 });
});
