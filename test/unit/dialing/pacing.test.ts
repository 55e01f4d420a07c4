import fc from "fast-check";
import { expect, test } from "vitest";
import { Pacer, restoredPacer } from "../../../src/main/dialing/pacing";

/** Starts as soon as allowed, each late by what the timer jitters, over so many minutes. */
function startsOf(rate: number, minutes: number, lateness: (n: number) => number): number[] {
  const pacer = new Pacer(rate);
  const starts: number[] = [];
  let now = 0;
  for (;;) {
    const may = pacer.mayStartAt();
    now = Math.max(now, (may === -Infinity ? 0 : may) + lateness(starts.length));
    if (now >= minutes * 60_000) return starts;
    pacer.started(now);
    starts.push(now);
  }
}

const mostInAMinute = (starts: readonly number[], rate: number) =>
  starts.every((start, n) => n < rate || start - starts[n - rate]! >= 60_000);

test.each([1, 10, 60, 600, 1_800])(
  "keeps %i a minute: never above in any 60 s, and within 1 %% below",
  (rate) => {
    const starts = startsOf(rate, 10, (n) => (n * 7) % 16);
    expect(mostInAMinute(starts, rate)).toBe(true);
    const reached = (starts.length - 1) / ((starts.at(-1)! - starts[0]!) / 60_000);
    expect(reached).toBeGreaterThan(rate * 0.99);
    expect(reached).toBeLessThanOrEqual(rate);
  },
);

test("spreads starts evenly", () => {
  const starts = startsOf(60, 5, (n) => n % 3);
  const gaps = starts.slice(1).map((start, n) => start - starts[n]!);
  expect(Math.min(...gaps)).toBeGreaterThan(990);
  expect(Math.max(...gaps)).toBeLessThan(1_020);
});

test("keeps 1,800 a minute on a loaded computer, whose timers are late by up to 50 ms at times", () => {
  const starts = startsOf(1_800, 10, (n) => (n % 20 === 0 ? 45 : n % 5));
  const reached = (starts.length - 1) / ((starts.at(-1)! - starts[0]!) / 60_000);
  expect(reached).toBeGreaterThan(1_800 * 0.99);
  expect(mostInAMinute(starts, 1_800)).toBe(true);
});

test("after a late start the next ones follow at half the interval at the closest", () => {
  const pacer = new Pacer(600);
  pacer.started(0);
  const due = pacer.mayStartAt();
  pacer.started(due + 45);
  expect(pacer.mayStartAt()).toBeCloseTo(due + 60_250 / 600, 6);
  const fast = new Pacer(1_800);
  fast.started(0);
  fast.started(fast.mayStartAt() + 45);
  const late = 60_250 / 1_800 + 45;
  expect(fast.mayStartAt() - late).toBeCloseTo(60_250 / 1_800 / 2, 6);
});

test("does not save up pace that was not used", () => {
  const pacer = new Pacer(60);
  pacer.started(0);
  pacer.started(300_000);
  expect(pacer.mayStartAt()).toBeGreaterThan(300_900);
});

test("never more than Calls Per Minute in any 60 s, however starts are late or early", () => {
  const lateness = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 200, maxLength: 200 });
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 7, 60, 300), lateness, (rate, late) => {
      const starts = startsOf(rate, 20, (n) => late[n % late.length]!);
      return mostInAMinute(starts, rate);
    }),
  );
});

test("never sends more than Calls Per Minute in any 60 s, however long intents take to write", () => {
  const writing = fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 50, maxLength: 50 });
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 7, 60), writing, (rate, takes) => {
      const pacer = new Pacer(rate);
      const sends = startsOf(rate, 10, () => 0)
        .map((start, n) => start + takes[n % takes.length]!)
        .sort((a, b) => a - b)
        .map((written) => pacer.sendAt(written));
      return mostInAMinute(sends, rate);
    }),
  );
});

test("goes on at the same pace after a restart", () => {
  const earlier = [50_000, 40_000, 30_000, 20_000, 10_000, 0];
  const pacer = restoredPacer(6, earlier, { now: 51_000, monotonic: 500 });
  expect(pacer.mayStartAt()).toBeGreaterThan(500 + 9_000);
  expect(pacer.startsInLastMinute(500)).toBe(6);
});

test("after a restart the latest start counts, however few there were", () => {
  const pacer = restoredPacer(6, [50_000, 20_000], { now: 51_000, monotonic: 500 });
  expect(pacer.mayStartAt()).toBeGreaterThan(500 + 9_000);
});

test("a start late by exactly 50 ms stays on the grid", () => {
  const pacer = new Pacer(241);
  pacer.started(0);
  pacer.started(250 + 50);
  expect(pacer.mayStartAt()).toBe(500);
});

test("after the clock was set back, earlier starts count as just now", () => {
  const pacer = restoredPacer(2, [7_200_000, 7_170_000], { now: 0, monotonic: 1_000 });
  expect(pacer.mayStartAt()).toBeGreaterThanOrEqual(61_000);
});
