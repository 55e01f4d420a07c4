import { expect, test } from "vitest";
import type { CallingHours } from "../../../src/shared/calling-hours";
import type { DialingSettings } from "../../../src/shared/campaign";
import type { CampaignId, ContactId } from "../../../src/shared/ids";
import { HOUR, MINUTE } from "../../../src/shared/instant";
import { gateName } from "../../../src/shared/why-not-called";
import { DialingStage, phoneOf, type StageOptions } from "../../support/dialing-stage";

const FAST = { callsPerMinute: 600, maxConcurrentCalls: 100 };
const talks = () => ({ talks: 20_000, rings: 1_000 });

const daily = (from: string, to: string): CallingHours => ({
  slots: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to })),
  zone: "contact",
  timeZone: "UTC",
});

function contactOf(stage: DialingStage, id: CampaignId, place: number): ContactId {
  return stage.store.contacts(id)[place]!.id;
}

async function explained(stage: DialingStage, id: CampaignId, place: number) {
  const contact = contactOf(stage, id, place);
  const why = await stage.clock.until(stage.dialer.whyNotCalled(id, contact));
  if (!why) throw new Error("The campaign does not call this contact");
  return why;
}

async function closedGates(stage: DialingStage, id: CampaignId, place: number) {
  const { gates } = await explained(stage, id, place);
  return gates.flatMap(({ gate, closed }) => (closed ? [{ gate, ...closed }] : []));
}

async function begun(given: StageOptions, contacts: number, dialing: Partial<DialingSettings>) {
  const stage = new DialingStage({ script: talks, ...given });
  const id = await stage.started(contacts, dialing);
  await stage.clock.advance(100);
  return { stage, id };
}

test("who waits for a turn learns how many come before, and that the pace sets the next call", async () => {
  const { stage, id } = await begun({}, 10, { callsPerMinute: 1, maxConcurrentCalls: 5 });
  expect(await closedGates(stage, id, 1)).toMatchObject([
    { gate: "pace", until: stage.clock.now() + MINUTE + 150, timeZone: null },
  ]);
  expect(await closedGates(stage, id, 4)).toMatchObject([
    { gate: "turn", because: "3 contacts come before it.", until: null },
    { gate: "pace" },
  ]);
});

test("every gate is told of, the open ones too", async () => {
  const { stage, id } = await begun({}, 10, { callsPerMinute: 1 });
  const { gates } = await explained(stage, id, 1);
  expect(gates.map(({ gate }) => gate)).toEqual(gateName.options);
});

test("a number on the list for good is not called; one on it for a while is until then", async () => {
  const stage = new DialingStage({ script: talks });
  const id = stage.campaign(2, FAST);
  const until = stage.clock.now() + HOUR;
  stage.store.suppress(phoneOf(0), { until: null });
  stage.store.suppress(phoneOf(1), { until });
  await stage.begin();
  const notStarted = { gate: "campaign", because: "The campaign has not been started." };
  expect(await closedGates(stage, id, 0)).toMatchObject([
    notStarted,
    { gate: "do-not-call", because: expect.stringContaining("not called"), until: null },
  ]);
  expect(await closedGates(stage, id, 1)).toMatchObject([
    notStarted,
    { gate: "do-not-call", until },
  ]);
});

test("outside calling hours it is said until when, and by the clock of which zone", async () => {
  const stage = new DialingStage({
    script: talks,
    rules: { callingHours: daily("09:00", "21:00") },
  });
  const midnight = Math.ceil(stage.clock.now() / (24 * HOUR)) * 24 * HOUR;
  stage.clock.jump(midnight + 12 * HOUR - stage.clock.now());
  const id = stage.campaign(2, FAST);
  stage.store.locate(phoneOf(0), ["Europe/London", "Asia/Tokyo"]);
  await stage.begin();
  await stage.start(id);
  await stage.clock.advance(100);
  const [hours] = await closedGates(stage, id, 0);
  expect(hours).toMatchObject({
    gate: "calling-hours",
    timeZone: "Asia/Tokyo",
    // 9:00 in London, 18:00 in Tokyo.
    until: midnight + 33 * HOUR,
  });
  // Its zone is not known: it has ended.
  expect(await explained(stage, id, 1)).toMatchObject({
    status: "FAILED",
    outcome: "time_zone_unknown",
    gates: [],
  });
});

test("a number that was called as often as allowed is told with the limit that holds it longest", async () => {
  const { stage, id } = await begun(
    {
      script: () => ({ talks: null, rings: 5_000 }),
      rules: {
        attemptLimits: [
          { attempts: 1, hours: 1 },
          { attempts: 1, hours: 24 },
        ],
      },
    },
    1,
    { ...FAST, retryDelayMinutes: 1 },
  );
  const begins = stage.store.attempts[0]!.intentAt;
  await stage.clock.advance(30_000);
  expect(await closedGates(stage, id, 0)).toMatchObject([
    { gate: "attempt-limit", until: begins + 24 * HOUR },
    { gate: "retry-delay" },
  ]);
  const [limit] = await closedGates(stage, id, 0);
  expect(limit!.because).toBe(
    "Its number has had 1 call within 24 hours, all that the attempt limit allows.",
  );
});

test("a contact on a call, or done, has no gates: its status tells", async () => {
  const { stage, id } = await begun({}, 1, FAST);
  expect(await explained(stage, id, 0)).toMatchObject({ status: "IN_PROGRESS", gates: [] });
  await stage.runToEnd(id);
  expect(await explained(stage, id, 0)).toMatchObject({ status: "COMPLETED", outcome: "talked" });
});

test("a number on a call of another campaign waits for its end", async () => {
  const { stage } = await begun({}, 1, FAST);
  const second = stage.store.addCampaign({ phones: [phoneOf(0)], dialing: FAST });
  await stage.start(second);
  await stage.clock.advance(100);
  expect(await closedGates(stage, second, 0)).toMatchObject([
    { gate: "open-attempt", until: null },
  ]);
});

test.each([
  ["pause", "paused"],
  ["cancel", "over"],
] as const)("after %s the campaign itself is what keeps it", async (action, word) => {
  const { stage, id } = await begun({}, 5, { callsPerMinute: 1 });
  await stage.clock.until(stage.dialer[action](id));
  const [campaign] = await closedGates(stage, id, 3);
  expect(campaign).toMatchObject({ gate: "campaign", because: expect.stringContaining(word) });
});

test("knows no contact that the campaign does not call", async () => {
  const { stage, id } = await begun({}, 1, FAST);
  expect(await stage.clock.until(stage.dialer.whyNotCalled(id, 77 as ContactId))).toBeNull();
});
