import fc from "fast-check";
import { expect, test } from "vitest";
import { nextFor, type EndedDial } from "../../../src/main/dialing/retry-policy";
import { DEFAULT_DIALING, type DialingSettings } from "../../../src/shared/campaign";
import { MINUTE } from "../../../src/shared/instant";
import type { Outcome } from "../../../src/shared/outcome";
import { retriedOutcome, type RetryRule } from "../../../src/shared/retry-rules";
import { timeOfDay } from "../../../src/shared/time-of-day";

const BEGIN = Date.UTC(2027, 2, 1, 9);

/** What is decided after each dial of one contact, while it is retried as soon as it may be. */
function courseOf(outcomes: readonly Outcome[], given: Partial<DialingSettings>, zone = "UTC") {
  const settings = { ...DEFAULT_DIALING, ...given };
  const dials: EndedDial[] = [];
  const course = [];
  let at = BEGIN;
  for (const outcome of outcomes) {
    const earlier = dials.map(({ outcome, startedAt }) => ({ outcome, startedAt }));
    const dial = {
      outcome,
      reason: null,
      number: dials.length + 1,
      earlier,
      startedAt: at,
      endedAt: at + 30_000,
    };
    const next = nextFor(dial, settings, zone);
    dials.push(dial);
    course.push({ dial, next });
    if (next.kind !== "retry") break;
    at = next.notBefore;
  }
  return course;
}

const delays = (course: ReturnType<typeof courseOf>) =>
  course.flatMap(({ dial, next }) =>
    next.kind === "retry" ? [(next.notBefore - dial.endedAt) / MINUTE] : [],
  );

const rules = (given: Partial<DialingSettings["retryRules"]>) => ({
  retryRules: { ...DEFAULT_DIALING.retryRules, ...given },
});

test("each outcome has its own number of retries", () => {
  const given = rules({ busy: { retries: 1, delaysMinutes: [] } });
  const busy = courseOf(["busy", "busy"], given);
  expect(busy.map(({ next }) => next.kind)).toEqual(["retry", "failed"]);
  const mixed = courseOf(["no_answer", "busy", "no_answer", "no_answer"], given);
  expect(mixed.map(({ next }) => next.kind)).toEqual(["retry", "retry", "retry", "failed"]);
});

test("counts the dials that came to that outcome, not those that came to another", () => {
  const given = { maxRetries: 5, ...rules({ machine: { retries: 1, delaysMinutes: [] } }) };
  const course = courseOf(["no_answer", "no_answer", "machine", "machine"], given);
  expect(course.map(({ next }) => next.kind)).toEqual(["retry", "retry", "retry", "completed"]);
});

test("Max Retries holds for all outcomes together", () => {
  const given = { maxRetries: 2, ...rules({ busy: { retries: 9, delaysMinutes: [] } }) };
  const course = courseOf(["busy", "busy", "busy", "busy"], given);
  expect(course.map(({ next }) => next.kind)).toEqual(["retry", "retry", "failed"]);
  expect(course.at(-1)?.next).toMatchObject({ reason: "Busy at the last of 3 attempts." });
});

test("waits as the outcome's delays say, and the last of them holds for all further retries", () => {
  const given = {
    maxRetries: 4,
    ...rules({ busy: { retries: null, delaysMinutes: [2, 4, 8] } }),
  };
  expect(delays(courseOf(["busy", "busy", "busy", "busy", "busy"], given))).toEqual([2, 4, 8, 8]);
  expect(delays(courseOf(["no_answer", "busy", "no_answer", "busy"], given))).toEqual([5, 2, 5, 4]);
});

test("an answering machine completes the contact unless it is to be retried", () => {
  expect(courseOf(["machine"], {})[0]?.next).toEqual({ kind: "completed", outcome: "machine" });
  const course = courseOf(["machine", "machine", "machine"], {
    maxRetries: 2,
    ...rules({ machine: { retries: null, delaysMinutes: [60] } }),
  });
  expect(delays(course)).toEqual([60, 60]);
  expect(course.at(-1)?.next).toEqual({ kind: "completed", outcome: "machine" });
});

test("tries another time of day first, when asked so", () => {
  const course = courseOf(["no_answer", "no_answer", "no_answer", "no_answer"], {
    retryAtOtherTimesOfDay: true,
  });
  const times = course.map(({ dial }) => new Date(dial.startedAt).toISOString().slice(8, 16));
  expect(times).toEqual(["01T09:00", "01T12:00", "01T17:00", "01T17:05"]);
});

test("a time of day is meant by the clocks of the zone", () => {
  const [first] = courseOf(["no_answer"], { retryAtOtherTimesOfDay: true }, "America/New_York");
  // 9:00 UTC is 4 at night there: no time of day has been tried yet.
  expect(first?.next).toMatchObject({ notBefore: Date.UTC(2027, 2, 1, 13) });
});

const rule = fc.record<RetryRule>({
  retries: fc.option(fc.integer({ min: 0, max: 20 })),
  delaysMinutes: fc.array(fc.integer({ min: 0, max: 10_080 }), { maxLength: 4 }),
});

const anySettings = fc.record({
  maxRetries: fc.integer({ min: 0, max: 20 }),
  retryDelayMinutes: fc.integer({ min: 0, max: 10_080 }),
  retryAtOtherTimesOfDay: fc.boolean(),
  retryRules: fc.record({ no_answer: rule, busy: rule, network_error: rule, machine: rule }),
});

const anyOutcomes = fc.array(fc.constantFrom(...retriedOutcome.options), {
  minLength: 22,
  maxLength: 22,
});

const zone = fc.constantFrom("UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Apia");

test("every contact ends within Max Retries + 1 dials, whatever the rules", () => {
  fc.assert(
    fc.property(anySettings, anyOutcomes, zone, (settings, outcomes, zone) => {
      const course = courseOf(outcomes, settings, zone);
      expect(course.length).toBeLessThanOrEqual(settings.maxRetries + 1);
      expect(course.at(-1)?.next.kind).not.toBe("retry");
    }),
  );
});

test("a retry never comes before the delay that its outcome has, and at most a day after it", () => {
  fc.assert(
    fc.property(anySettings, anyOutcomes, zone, (settings, outcomes, zone) => {
      for (const { dial, next } of courseOf(outcomes, settings, zone)) {
        if (next.kind !== "retry") continue;
        const { delaysMinutes } = settings.retryRules[retriedOutcome.parse(dial.outcome)];
        const shortest = Math.min(
          ...delaysMinutes,
          delaysMinutes.length > 0 ? Infinity : settings.retryDelayMinutes,
        );
        const longest = Math.max(
          ...delaysMinutes,
          delaysMinutes.length > 0 ? 0 : settings.retryDelayMinutes,
        );
        const waited = (next.notBefore - dial.endedAt) / MINUTE;
        expect(waited).toBeGreaterThanOrEqual(shortest);
        // A day may have 25 hours.
        expect(waited).toBeLessThanOrEqual(longest + (settings.retryAtOtherTimesOfDay ? 1_500 : 0));
      }
    }),
  );
});

test("no time of day is used again before each has been used, nor the night", () => {
  fc.assert(
    fc.property(anySettings, anyOutcomes, zone, (settings, outcomes, zone) => {
      const given = { ...settings, retryAtOtherTimesOfDay: true };
      const times = courseOf(outcomes, given, zone).map(({ dial }) =>
        timeOfDay(dial.startedAt, zone),
      );
      expect(times.slice(1)).not.toContain(null);
      const uses = ["morning", "afternoon", "evening"].map(
        (name) => times.filter((time) => time === name).length,
      );
      expect(Math.max(...uses) - Math.min(...uses)).toBeLessThanOrEqual(1);
    }),
  );
});
