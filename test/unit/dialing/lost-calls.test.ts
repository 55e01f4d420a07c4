import { expect, test } from "vitest";
import { judge, lostSince, type LostCall } from "../../../src/main/dialing/reconcile";
import { DialingStage } from "../../support/dialing-stage";
import { aReport } from "../../support/dialing-builders";

const lost = (given: Partial<LostCall> = {}): LostCall => ({
  since: 1_000_000,
  sought: 0,
  absences: 0,
  looks: 0,
  ...given,
});

const found = (...reports: ReturnType<typeof aReport>[]) => ({ kind: "found" as const, reports });
const NOBODYS = new Set<string>();

test("takes the earliest call since the intent that no attempt owns", () => {
  const search = found(
    aReport({ sid: "CA3", createdAt: 1_200_000 }),
    aReport({ sid: "CA1", createdAt: 1_000_500 }),
    aReport({ sid: "CA2", createdAt: 1_100_000 }),
    aReport({ sid: "CA0", createdAt: 900_000 }),
  );
  expect(judge(lost(), search, new Set(["CA1"]))).toMatchObject({ report: { sid: "CA2" } });
});

test("says not placed only after 45 s, and when it was absent before", () => {
  expect(judge(lost({ sought: 44_999, absences: 5 }), found(), NOBODYS).kind).toBe("look-again");
  expect(judge(lost({ sought: 60_000, absences: 0 }), found(), NOBODYS).kind).toBe("look-again");
  expect(judge(lost({ sought: 45_000, absences: 1 }), found(), NOBODYS).kind).toBe("not-placed");
});

test("a carrier that cannot be asked is no proof, however long", () => {
  const failed = {
    kind: "failed" as const,
    fault: { kind: "carrier" as const, reason: "503", retryAfterMs: null },
  };
  const finding = judge(lost({ sought: 3_600_000, absences: 3, looks: 40 }), failed, NOBODYS);
  expect(finding).toEqual({ kind: "look-again", after: 300_000, cannotBeKnown: true });
  expect(judge(lost({ sought: 60_000 }), failed, NOBODYS)).toMatchObject({ cannotBeKnown: false });
});

test("waits as long as the carrier asks for", () => {
  const fault = { kind: "carrier" as const, reason: "429", retryAfterMs: 90_000 };
  expect(judge(lost(), { kind: "failed", fault }, NOBODYS)).toMatchObject({ after: 90_000 });
});

test("a clock that moved does not hide a call", () => {
  const minute = 60_000;
  const intentAt = 1_000 * minute;
  expect(lostSince(intentAt, minute, intentAt + minute)).toBe(intentAt - 5 * minute);
  expect(lostSince(intentAt, minute, intentAt + 61 * minute)).toBe(intentAt - 5 * minute);
  expect(lostSince(intentAt, minute, intentAt - 59 * minute)).toBeLessThan(intentAt - 65 * minute);
});

test("a call whose answer is lost is found, followed and not dialed again", async () => {
  const stage = new DialingStage({ script: () => ({ answer: "lost", answersAfter: 30_000 }) });
  const id = await stage.started(1);
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.carrier.calls).toHaveLength(1);
  expect(stage.store.attempts[0]).toMatchObject({ sid: stage.carrier.calls[0]!.sid });
  expect(await stage.store.figures(id)).toMatchObject({ completed: 1, outcomes: { talked: 1 } });
});

test("a request that never arrived is not placed, counts as no attempt, and is tried again", async () => {
  const stage = new DialingStage({
    script: (_order, dial) => (dial === 0 ? { answer: "lost-on-the-way" } : {}),
  });
  const id = await stage.started(1, { callsPerMinute: 60, maxRetries: 0 });
  await stage.clock.advance(40_000);
  expect(await stage.store.figures(id)).toMatchObject({ inProgress: 1 });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.carrier.calls).toHaveLength(1);
  expect(stage.store.attempts.map(({ end }) => end?.outcome)).toEqual(["not_placed", "talked"]);
  expect(stage.store.contacts(id)[0]).toMatchObject({ attempts: 1 });
});

test("a lost call fences its number in other campaigns", async () => {
  const stage = new DialingStage({
    script: (order) => (order.campaignId === 1 ? { answer: "lost", talks: 100_000 } : {}),
  });
  const first = await stage.started(1, { callsPerMinute: 60 });
  const second = stage.campaign(1, { callsPerMinute: 60 });
  await stage.start(second);
  await stage.clock.advance(60_000);
  expect(stage.carrier.calls.map(({ order }) => order.campaignId)).toEqual([1]);
  await stage.runToEnd(first);
  expect(await stage.runToEnd(second)).toBe(true);
});

test("while the carrier cannot tell it is shown as unresolved, and settled by the supervisor", async () => {
  const stage = new DialingStage({ script: () => ({ answer: "lost-on-the-way" }) });
  const id = await stage.started(1);
  stage.carrier.goDown();
  const attempt = () => stage.store.attempts[0]!;
  await stage.clock.advance(60_000);
  expect(await stage.clock.until(stage.dialer.resolve(attempt().id, false))).toMatchObject({
    error: { kind: "refused" },
  });
  await stage.clock.advance(20 * 60_000);
  expect(attempt().state).toBe("unresolved");
  expect(await stage.dialer.live(id)).toMatchObject({ activeCalls: 1, figures: { unresolved: 1 } });
  stage.carrier.script = () => ({});
  expect(await stage.clock.until(stage.dialer.resolve(attempt().id, false))).toMatchObject({
    ok: true,
  });
  stage.carrier.comeBack();
  expect(await stage.runToEnd(id)).toBe(true);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 1, unresolved: 0 });
  expect(await stage.clock.until(stage.dialer.resolve(attempt().id, true))).toMatchObject({
    error: { kind: "not-found" },
  });
});

test("says that the supervisor's word could not be written, and leaves the call as it was", async () => {
  const stage = new DialingStage({ script: () => ({ answer: "lost-on-the-way" }) });
  const id = await stage.started(1);
  stage.carrier.goDown();
  await stage.clock.advance(20 * 60_000);
  const attempt = () => stage.store.attempts[0]!;

  stage.diskFull = true;
  expect(await stage.clock.until(stage.dialer.resolve(attempt().id, true))).toMatchObject({
    ok: false,
    error: { kind: "storage" },
  });
  expect(attempt().state).toBe("unresolved");
  expect(await stage.dialer.live(id)).toMatchObject({ activeCalls: 1, figures: { unresolved: 1 } });

  stage.diskFull = false;
  expect(await stage.clock.until(stage.dialer.resolve(attempt().id, true))).toMatchObject({
    ok: true,
  });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(await stage.store.figures(id)).toMatchObject({ failed: 1, unresolved: 0 });
});

test("an unresolved call that the carrier tells of after all is followed", async () => {
  const stage = new DialingStage({ script: () => ({ answer: "lost", talks: 200_000 }) });
  stage.carrier.goDown();
  const id = await stage.started(1);
  await stage.clock.advance(20 * 60_000);
  expect(await stage.store.figures(id)).toMatchObject({ unresolved: 1 });
  stage.carrier.comeBack();
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.carrier.calls).toHaveLength(1);
});

test("a call found in the queue of a campaign that was paused is taken back", async () => {
  const stage = new DialingStage({
    script: () => ({ answer: "lost", answersAfter: 500, queued: 600_000 }),
  });
  stage.carrier.listLag = 6_000;
  const id = await stage.started(1);
  await stage.clock.advance(100);
  await stage.clock.until(stage.dialer.pause(id));
  await stage.clock.advance(60_000);
  expect(stage.carrier.calls[0]).toMatchObject({ cancelled: true });
  expect(await stage.store.figures(id)).toMatchObject({ pending: 1, inProgress: 0 });
});

test("killed with a call on its way, it asks what became of it and does not dial again", async () => {
  for (const killedAfter of [0, 50, 100, 250, 1_000, 3_000]) {
    const stage = new DialingStage({
      writing: 60,
      script: () => ({ arrivesAfter: 100, answersAfter: 400 }),
    });
    const id = await stage.started(1);
    await stage.clock.advance(killedAfter);
    stage.kill();
    await stage.begin();
    expect(await stage.runToEnd(id)).toBe(true);
    expect(stage.carrier.calls).toHaveLength(1);
    expect(await stage.store.figures(id)).toMatchObject({ completed: 1 });
  }
});

test("on wake nothing starts before it is known what became of the calls", async () => {
  const stage = new DialingStage({ script: () => ({ talks: 20_000 }) });
  const id = await stage.started(30, { callsPerMinute: 60, maxConcurrentCalls: 3 });
  await stage.clock.advance(10_000);
  stage.clock.sleep(8 * 3_600_000);
  const before = stage.carrier.looks;
  const woken = stage.dialer.wake();
  await stage.clock.until(woken);
  expect(stage.carrier.looks).toBe(before + 1);
  expect(await stage.store.figures(id)).toMatchObject({ completed: 3 });
  expect(await stage.runToEnd(id)).toBe(true);
  expect(stage.carrier.calls).toHaveLength(30);
});
