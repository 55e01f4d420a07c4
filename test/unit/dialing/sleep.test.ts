import { expect, test } from "vitest";
import type { CampaignId } from "../../../src/shared/ids";
import { DialingStage } from "../../support/dialing-stage";

const HOUR = 3_600_000;

const kinds = (stage: DialingStage, id: CampaignId) =>
  stage.store.activity(id).map(({ kind }) => kind);

test("from the moment that sleep is announced no call starts until what became of the calls is known", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 20_000 }) });
  const id = await stage.started(60, { callsPerMinute: 60, maxConcurrentCalls: 60 });
  await stage.clock.advance(10_000);
  const before = stage.carrier.calls.length;
  expect(before).toBeGreaterThan(8);

  stage.dialer.fallAsleep();
  await stage.clock.advance(5_000);
  stage.clock.sleep(8 * HOUR);
  expect(stage.carrier.calls).toHaveLength(before);

  answerLate(stage, 3_000);
  const woken = stage.dialer.wake();
  await stage.clock.advance(2_900);
  expect(stage.carrier.calls).toHaveLength(before);
  await stage.clock.until(woken);
  expect(await stage.store.figures(id)).toMatchObject({ completed: before });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.carrier.calls).toHaveLength(60);
});

/** The carrier takes so long to say what became of calls. */
function answerLate({ carrier, clock }: DialingStage, milliseconds: number): void {
  const reports = carrier.reports.bind(carrier);
  carrier.reports = async (calls) => {
    await new Promise<void>((resolve) => {
      clock.schedule(milliseconds, resolve);
    });
    return reports(calls);
  };
}

test("the pace that sleep kept from being used is not made up", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 1_000 }) });
  await stage.started(600, { callsPerMinute: 60, maxConcurrentCalls: 600 });
  await stage.clock.advance(30_000);
  stage.dialer.fallAsleep();
  await stage.clock.advance(1_000);
  stage.clock.sleep(2 * HOUR);
  await stage.clock.until(stage.dialer.wake());
  const before = stage.carrier.calls.length;
  await stage.clock.advance(60_000);
  expect(stage.carrier.calls.length - before).toBeLessThanOrEqual(60);
  expect(stage.carrier.calls.length - before).toBeGreaterThan(55);
  const starts = stage.carrier.calls.slice(before).map(({ createdAt }) => createdAt);
  expect(starts.every((start, n) => n === 0 || start - starts[n - 1]! > 900)).toBe(true);
});

test("a call whose intent is being written as sleep is announced is not sent, and does not count", async () => {
  const stage = new DialingStage({ writing: 200, script: () => ({ talks: 1_000 }) });
  const id = await stage.started(1, { callsPerMinute: 60, maxRetries: 0 });
  await stage.clock.advance(20);
  stage.dialer.fallAsleep();
  await stage.clock.advance(5_000);
  expect(stage.carrier.calls).toHaveLength(0);
  expect(stage.store.attempts).toMatchObject([{ state: "ended", end: { outcome: "cancelled" } }]);
  await stage.clock.until(stage.dialer.wake());
  expect(await stage.runToEnd(id)).toBe(true);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 1 });
});

test("sleep that was announced and did not come, or of whose end nothing was said, holds dialing up for a minute", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 1_000 }) });
  const id = await stage.started(200, { callsPerMinute: 60, maxConcurrentCalls: 10 });
  await stage.clock.advance(10_000);
  stage.dialer.fallAsleep();
  const before = stage.carrier.calls.length;
  await stage.clock.advance(59_000);
  expect(stage.carrier.calls).toHaveLength(before);
  await stage.clock.advance(10_000);
  expect(stage.carrier.calls.length).toBeGreaterThan(before);
  expect(kinds(stage, id)).toEqual(["started", "asleep", "awake"]);
});

test("the activity log says for how long the computer slept, and for how many calls was asked", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 200_000 }) });
  const id = await stage.started(60, { callsPerMinute: 60, maxConcurrentCalls: 3 });
  await stage.clock.advance(10_000);
  stage.dialer.fallAsleep();
  stage.dialer.fallAsleep();
  stage.clock.sleep(26 * HOUR + 5 * 60_000);
  await stage.clock.until(stage.dialer.wake());
  await stage.clock.until(stage.dialer.wake());
  expect(stage.store.activity(id).slice(1)).toMatchObject([
    { kind: "asleep", message: "The computer goes to sleep. No call starts until it wakes." },
    {
      kind: "awake",
      message: "The computer woke after 1 d 2 h. The carrier was asked what became of 3 calls.",
    },
    { kind: "awake", message: expect.stringMatching(/^The computer woke\. /) },
  ]);
});

test("a paused campaign's log says nothing of sleep", async () => {
  const stage = new DialingStage();
  const id = await stage.started(5);
  await stage.clock.until(stage.dialer.pause(id));
  stage.dialer.fallAsleep();
  await stage.clock.until(stage.dialer.wake());
  expect(kinds(stage, id)).toEqual(["started", "paused"]);
});

test("Pause is confirmed while the computer is about to sleep, and holds after it woke", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 1_000 }) });
  const id = await stage.started(50, { callsPerMinute: 60 });
  await stage.clock.advance(3_000);
  stage.dialer.fallAsleep();
  expect(await stage.clock.until(stage.dialer.pause(id))).toMatchObject({ ok: true });
  const before = stage.carrier.calls.length;
  stage.clock.sleep(HOUR);
  await stage.clock.until(stage.dialer.wake());
  await stage.clock.advance(60_000);
  expect(stage.carrier.calls).toHaveLength(before);
});
