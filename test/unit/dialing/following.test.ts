import { expect, test } from "vitest";
import { FollowingBudget, isOverdue } from "../../../src/main/dialing/following";
import { DialingStage } from "../../support/dialing-stage";

const call = (given: { age?: number; answered?: boolean } = {}) => ({
  age: given.age ?? 3_000,
  ringTimeoutMs: 30_000,
  answered: given.answered ?? false,
});

test("looks at nothing while no call goes on", () => {
  expect(new FollowingBudget().gap([])).toBeNull();
});

test("looks sooner while a phone rings, and just after it has rung out", () => {
  const budget = new FollowingBudget();
  for (let n = 0; n < 10; n += 1) budget.ended(60_000);
  const talking = budget.gap([call({ age: 60_000, answered: true })])!;
  expect(budget.gap([call()])!).toBeLessThan(talking);
  expect(budget.gap([call({ age: 29_000 })])!).toBe(2_500);
});

test("never looks more than once a second, and less often with less to spend", () => {
  const budget = new FollowingBudget();
  for (let n = 0; n < 100; n += 1) budget.placed();
  expect(budget.gap([call()])).toBe(1_000);
  budget.looked(198);
  expect(budget.gap([call()])!).toBeGreaterThan(4_000);
});

test("looks less often at calls that last long", () => {
  const short = new FollowingBudget();
  const long = new FollowingBudget();
  for (let n = 0; n < 20; n += 1) {
    short.ended(10_000);
    long.ended(240_000);
  }
  const talking = [call({ age: 40_000, answered: true })];
  expect(long.gap(talking)!).toBeGreaterThan(short.gap(talking)! * 5);
});

test("a call is overdue a minute after its ring and call time-outs", () => {
  const settings = { ringTimeoutSeconds: 30, callTimeoutMinutes: 5 };
  expect(isOverdue(389_000, settings)).toBe(false);
  expect(isOverdue(391_000, settings)).toBe(true);
});

test.each([
  { contacts: 300, callsPerMinute: 600, maxConcurrentCalls: 50, talks: 20_000 },
  { contacts: 60, callsPerMinute: 60, maxConcurrentCalls: 20, talks: 15_000 },
  { contacts: 40, callsPerMinute: 10, maxConcurrentCalls: 5, talks: 45_000 },
  { contacts: 25, callsPerMinute: 10, maxConcurrentCalls: 1, talks: 120_000 },
])(
  "spends at most 4 requests a call: $callsPerMinute a minute, $maxConcurrentCalls at once",
  async ({ contacts, talks, ...limits }) => {
    const stage = new DialingStage({
      script: (_order, dial) => (dial % 4 === 0 ? { talks: null, rings: 30_000 } : { talks }),
    });
    const id = await stage.started(contacts, { ...limits, retryDelayMinutes: 1 });
    expect(await stage.runToEnd(id)).toBe(true);
    expect(stage.carrier.requests / stage.carrier.calls.length).toBeLessThanOrEqual(4);
  },
);

test("asks nothing while idle: before the start, between retries, and after the end", async () => {
  const stage = new DialingStage({ script: () => ({ talks: null }) });
  const id = await stage.started(1, { maxRetries: 1, retryDelayMinutes: 60 });
  await stage.clock.advance(120_000);
  const between = stage.carrier.requests;
  await stage.clock.advance(50 * 60_000);
  expect(stage.carrier.requests).toBe(between);
  await stage.runToEnd(id);
  const after = stage.carrier.requests;
  await stage.clock.advance(24 * 3_600_000);
  expect(stage.carrier.requests).toBe(after);
  expect(stage.clock.pending).toBe(0);
});

test("a call whose end is never told is asked for by itself, and keeps its slot", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 10_000 }) });
  const single: number[] = [];
  const { reports } = stage.carrier;
  stage.carrier.reports = async (asked) => {
    const answer = await reports.call(stage.carrier, asked);
    const forgotten = stage.clock.monotonic() < 900_000 ? stage.carrier.calls[0]?.sid : undefined;
    if (asked.length === 1 && asked[0]?.sid === forgotten) single.push(stage.clock.monotonic());
    if (answer.kind === "failed") return answer;
    return { ...answer, reports: answer.reports.filter(({ sid }) => sid !== forgotten) };
  };
  const id = await stage.started(8, { callsPerMinute: 60, maxConcurrentCalls: 2 });
  await stage.clock.advance(600_000);
  expect(single.filter((at) => at > 390_000).length).toBeGreaterThan(1);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 7, inProgress: 1 });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 8 });
});

test("a call that the carrier does not know any more is left to the supervisor", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 10_000 }) });
  const id = await stage.started(1);
  await stage.clock.advance(1_000);
  stage.carrier.forget(stage.carrier.calls[0]!.sid);
  await stage.clock.advance(8 * 60_000);
  expect(await stage.store.figures(id)).toMatchObject({ inProgress: 1, unresolved: 1 });
  expect(stage.store.activity(id).at(-1)).toMatchObject({ kind: "unresolved" });
  const attempt = stage.store.attempts[0]!;
  expect(await stage.clock.until(stage.dialer.resolve(attempt.id, true))).toMatchObject({
    ok: true,
  });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(await stage.store.figures(id)).toMatchObject({ failed: 1, unresolved: 0 });
});
