import { expect, test } from "vitest";
import type { CallerIds } from "../../../src/main/dialing/ports";
import { CALLER_ID, DialingStage, phoneOf } from "../../support/dialing-stage";

const HOUR = 3_600_000;

function scheduled(stage: DialingStage, wait: number) {
  return stage.store.addCampaign({
    phones: [phoneOf(1), phoneOf(2)],
    startsAt: stage.clock.now() + wait,
  });
}

test("starts by itself at its moment", async () => {
  const stage = new DialingStage();
  const id = scheduled(stage, 40 * 24 * HOUR);
  await stage.begin();
  await stage.clock.advance(40 * 24 * HOUR - 1);
  expect(stage.store.status(id)).toBe("DRAFT");
  await stage.clock.advance(2);
  expect(stage.store.status(id)).toBe("IN_PROGRESS");
});

test("starts in time although the clock was set forward or back", async () => {
  for (const jump of [HOUR, -HOUR]) {
    const stage = new DialingStage();
    const id = scheduled(stage, 2 * HOUR);
    await stage.begin();
    stage.clock.jump(jump);
    await stage.clock.advance(2 * HOUR - jump - 1_000);
    expect(stage.store.status(id)).toBe("DRAFT");
    await stage.clock.advance(31_000);
    expect(stage.store.status(id)).toBe("IN_PROGRESS");
  }
});

test("missed by more than 15 minutes it stays a draft, and says so once", async () => {
  const stage = new DialingStage();
  const id = scheduled(stage, -16 * 60_000);
  const late = scheduled(stage, -14 * 60_000);
  await stage.begin();
  await stage.clock.advance(1);
  expect(stage.store.status(id)).toBe("DRAFT");
  expect(stage.store.status(late)).toBe("IN_PROGRESS");
  expect((await stage.store.campaign(id))?.startProblem).toContain("not running");
  stage.kill();
  await stage.begin();
  await stage.clock.advance(HOUR);
  expect(stage.store.activity(id).map(({ kind }) => kind)).toEqual(["start-refused"]);
});

test("too few minutes keep it a draft, with the problem said", async () => {
  const stage = new DialingStage({ quota: { quota: 1, used: 0 } });
  const id = scheduled(stage, HOUR);
  await stage.begin();
  await stage.clock.advance(HOUR + 1);
  expect(stage.store.status(id)).toBe("DRAFT");
  expect((await stage.store.campaign(id))?.startProblem).toContain("Too few call minutes");
});

test("tries again while the carrier cannot be asked for a caller ID", async () => {
  let answer: Awaited<ReturnType<CallerIds["first"]>> = {
    kind: "failed",
    fault: { kind: "carrier", reason: "503", retryAfterMs: null },
  };
  const stage = new DialingStage({ callerIds: { first: async () => answer } });
  const id = scheduled(stage, HOUR);
  await stage.begin();
  await stage.clock.advance(HOUR + 120_000);
  expect(stage.store.status(id)).toBe("DRAFT");
  answer = { kind: "number", number: CALLER_ID };
  await stage.clock.advance(31_000);
  expect(stage.store.status(id)).toBe("IN_PROGRESS");
});

test("a draft that is edited or started by hand does not start at the old moment", async () => {
  const stage = new DialingStage();
  const edited = scheduled(stage, HOUR);
  const unscheduled = scheduled(stage, HOUR);
  const added = stage.store.addCampaign({ phones: [phoneOf(9)] });
  await stage.begin();
  stage.store.editDraft(edited, { startsAt: stage.clock.now() + 2 * HOUR });
  stage.store.editDraft(unscheduled, { startsAt: null });
  stage.store.editDraft(added, { startsAt: stage.clock.now() + HOUR });
  for (const id of [edited, unscheduled, added]) stage.dialer.scheduleChanged(id);
  await stage.clock.advance(HOUR + 1);
  expect([edited, unscheduled, added].map((id) => stage.store.status(id))).toEqual([
    "DRAFT",
    "DRAFT",
    "IN_PROGRESS",
  ]);
  await stage.clock.advance(HOUR);
  expect(stage.store.status(edited)).toBe("IN_PROGRESS");
});
