import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { momentOf, type PracticeCall } from "../../../src/main/practice-line/call";
import type { CallOrder } from "../../../src/main/practice-line/call-order";
import { planCall, type PlannableRecording } from "../../../src/main/practice-line/call-plan";
import { chanceFrom } from "../../../src/main/practice-line/chance";
import { PRACTICE_OUTCOMES, type PracticeOutcome } from "../../../src/main/practice-line/mix";

const NOW = Date.UTC(2026, 4, 6);
const RECORDINGS: readonly PlannableRecording[] = [
  { name: "talk", outcome: "conversation", seconds: 70 },
  { name: "voicemail", outcome: "machine", seconds: 12 },
  { name: "click", outcome: "hung_up_immediately", seconds: 3 },
];

function anOrder(changed: Partial<CallOrder> = {}): CallOrder {
  return {
    to: "+12025550101",
    from: "+12025550100",
    ringTimeoutSeconds: 30,
    timeLimitSeconds: 300,
    recordingChannels: 2,
    machineDetection: null,
    ...changed,
  };
}

function aCall(outcome: PracticeOutcome, order = anOrder(), seed = "seed"): PracticeCall {
  const plan = planCall(order, outcome, RECORDINGS, chanceFrom(seed), NOW);
  return { sid: "CA1", createdAt: NOW, order, plan, stoppedAt: null, recordingDeleted: false };
}

const outcomes = fc.constantFrom(...PRACTICE_OUTCOMES);
const orders = fc
  .record({
    ringTimeoutSeconds: fc.integer({ min: 1, max: 600 }),
    timeLimitSeconds: fc.integer({ min: 60, max: 14_400 }),
  })
  .map(anOrder);

describe("the plan of a call", () => {
  it("respects ring timeout and time limit, whatever the outcome", () => {
    fc.assert(
      fc.property(outcomes, orders, fc.string(), (outcome, order, seed) => {
        const { plan } = aCall(outcome, order, seed);
        const rungUntil = plan.answeredAt ?? plan.endedAt;
        expect(plan.dialedAt).toBeGreaterThan(NOW);
        expect(rungUntil - plan.dialedAt).toBeLessThanOrEqual(order.ringTimeoutSeconds * 1000);
        expect(plan.endedAt - rungUntil).toBeLessThanOrEqual(order.timeLimitSeconds * 1000);
      }),
    );
  });

  it("ends a conversation at the time limit", () => {
    const ended = momentOf(aCall("conversation", anOrder({ timeLimitSeconds: 60 })), NOW + 1e6);
    expect(ended).toMatchObject({ status: "completed", durationSeconds: 60 });
  });

  it("lasts exactly as long as its recording", () => {
    const ended = momentOf(aCall("machine"), NOW + 1e6);
    expect(ended.durationSeconds).toBe(12);
  });

  it("is the same for the same seed, and another for another", () => {
    expect(aCall("conversation").plan).toEqual(aCall("conversation").plan);
    const other = aCall("conversation", anOrder(), "another seed");
    expect(other.plan).not.toEqual(aCall("conversation").plan);
  });

  it("rings to the end of the timeout when nobody answers", () => {
    const { plan } = aCall("no_answer", anOrder({ ringTimeoutSeconds: 17 }));
    expect(plan.endedAt - plan.dialedAt).toBe(17_000);
  });

  it.each([
    ["network_error", [31480, 31503, 31408]],
    ["declined", [31603]],
    ["invalid_number", [31404]],
    ["busy", [null]],
    ["conversation", [null]],
  ] as const)("gives %s one of the error codes %j", (outcome, codes) => {
    expect(codes).toContain(aCall(outcome).plan.errorCode);
  });
});

describe("a call at a moment", () => {
  const ORDER_OF_STATUSES = ["queued", "ringing", "in-progress", "ended"];
  const stage = (call: PracticeCall, now: number) => {
    const { status, endedAt } = momentOf(call, now);
    return ORDER_OF_STATUSES.indexOf(endedAt === null ? status : "ended");
  };

  it("never goes back to an earlier status", () => {
    fc.assert(
      fc.property(outcomes, orders, fc.array(fc.nat(700_000)), (outcome, order, delays) => {
        const call = aCall(outcome, order);
        const stages = delays.sort((a, b) => a - b).map((delay) => stage(call, NOW + delay));
        expect(stages).toEqual([...stages].sort((a, b) => a - b));
      }),
    );
  });

  it("shows no time that has not come yet", () => {
    fc.assert(
      fc.property(outcomes, orders, fc.nat(700_000), (outcome, order, delay) => {
        const { startedAt, answeredAt, endedAt } = momentOf(aCall(outcome, order), NOW + delay);
        for (const moment of [startedAt, answeredAt, endedAt]) {
          expect(moment ?? 0).toBeLessThanOrEqual(NOW + delay);
        }
      }),
    );
  });

  it("is cancelled if it is stopped before anybody answers, completed if after", () => {
    const call = aCall("conversation");
    const { dialedAt, answeredAt } = call.plan;
    const stopped = (stoppedAt: number) => momentOf({ ...call, stoppedAt }, NOW + 1e6);
    expect(stopped(dialedAt - 1)).toMatchObject({ status: "canceled", startedAt: null });
    expect(stopped(dialedAt + 1)).toMatchObject({ status: "canceled", startedAt: dialedAt });
    expect(stopped((answeredAt ?? 0) + 5_400)).toMatchObject({
      status: "completed",
      durationSeconds: 5,
    });
  });

  it("keeps its end if it is stopped too late", () => {
    const call = aCall("busy");
    const late = momentOf({ ...call, stoppedAt: call.plan.endedAt + 1 }, NOW + 1e6);
    expect(late).toMatchObject({ status: "busy", endedAt: call.plan.endedAt });
  });
});
