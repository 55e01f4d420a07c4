import { expect, test } from "vitest";
import { MINUTE } from "../../../src/shared/instant";
import type { CampaignId } from "../../../src/shared/ids";
import { temporaryStore } from "../../support/temporary-store";
import {
  A_FLOW,
  aDraft,
  ALL_ACTIVITY,
  anAudience,
  aRunningCampaign,
  CALLER,
  claimNext,
  ended,
  NOW,
  start,
} from "./scene";

const SCHEDULE = { local: "2027-07-01T09:30", timeZone: "Europe/Berlin" };

test("keeps every setting of a draft, and its place in time", async () => {
  const { store } = await temporaryStore();
  const id = await aDraft(store, { scheduledStart: SCHEDULE, callerId: CALLER });
  const campaign = await store.campaigns.get(id);
  expect(campaign).toMatchObject({
    name: "Spring",
    status: "DRAFT",
    flowName: "Welcome",
    audienceName: "Customers",
    scheduledStart: SCHEDULE,
    startsAt: Date.UTC(2027, 6, 1, 7, 30),
    callerId: CALLER,
    createdAt: NOW,
    startedAt: null,
    figures: { total: 3, pending: 3, completed: 0, outcomes: {} },
  });
  expect(await store.campaigns.list()).toEqual([campaign]);
  const { rows: lines } = await store.activity.page({ ...ALL_ACTIVITY, id });
  expect(lines.map(({ kind }) => kind)).toEqual(["scheduled", "created"]);
  expect(await store.dialing.campaignsToMind()).toMatchObject([
    { id, status: "DRAFT", startsAt: Date.UTC(2027, 6, 1, 7, 30), startProblem: null },
  ]);
});

test("names the field when flow, audience or date cannot be used", async () => {
  const { store } = await temporaryStore();
  const expectField = (changes: object, field: string) =>
    expect(aDraft(store, changes)).rejects.toMatchObject({
      error: { kind: "invalid-input", field },
    });
  await expectField({ flowId: 99 }, "flowId");
  await expectField({ audienceId: 99 }, "audienceId");
  await expectField(
    { scheduledStart: { ...SCHEDULE, local: "2027-02-30T09:00" } },
    "scheduledStart.local",
  );
  expect(await store.campaigns.list()).toEqual([]);
});

test("changes and deletes drafts only", async () => {
  const { store } = await temporaryStore();
  const audienceId = await anAudience(store, 1);
  const flowId = await store.flows.create(A_FLOW, NOW);
  const id = await aDraft(store, { flowId, audienceId });
  const { dialing } = await store.campaigns.get(id);
  const draft = {
    name: "Summer",
    flowId,
    audienceId,
    scheduledStart: null,
    dialing,
    callerId: null,
  };
  await store.campaigns.update(id, draft, NOW);
  expect((await store.campaigns.get(id)).name).toBe("Summer");

  await start(store, id);
  await expect(store.campaigns.update(id, draft, NOW)).rejects.toThrow("only a DRAFT");
  await expect(store.campaigns.delete(id)).rejects.toThrow("only a DRAFT");

  const other = await aDraft(store, { flowId, audienceId, scheduledStart: SCHEDULE });
  await store.campaigns.delete(other);
  await expect(store.campaigns.get(other)).rejects.toThrow("not there");
  await expect(store.campaigns.delete(other)).rejects.toThrow("not there");
});

test("keeps why a scheduled start could not happen until the draft is changed", async () => {
  const { store } = await temporaryStore();
  const id = await aDraft(store, { scheduledStart: SCHEDULE });
  await store.dialing.changeCampaign(id, {
    status: "DRAFT",
    pauseReason: null,
    at: NOW,
    activity: { kind: "start-refused", message: "Too few minutes." },
    startProblem: "Too few minutes.",
  });
  expect((await store.campaigns.get(id)).startProblem).toBe("Too few minutes.");
  expect((await store.dialing.campaign(id))?.startProblem).toBe("Too few minutes.");
  const { name, flowId, audienceId, dialing, callerId } = await store.campaigns.get(id);
  const draft = { name, flowId: flowId!, audienceId: audienceId!, dialing, callerId };
  await store.campaigns.update(id, { ...draft, scheduledStart: SCHEDULE }, NOW);
  expect((await store.campaigns.get(id)).startProblem).toBeNull();
});

test("keeps why a campaign is paused, and when it began and ended", async () => {
  const { store } = await temporaryStore();
  const id = await aRunningCampaign(store);
  const pauseReason = { kind: "quota", message: "No minutes.", advice: "Raise it." } as const;
  const activity = { kind: "paused", message: "No minutes." } as const;
  await store.dialing.changeCampaign(id, { status: "PAUSED", pauseReason, at: NOW + 1, activity });
  expect(await store.campaigns.get(id)).toMatchObject({ pauseReason, startedAt: NOW });
  const cancel = {
    status: "CANCELLED",
    pauseReason: null,
    at: NOW + 2,
    activity: { kind: "cancelled", message: "Cancelled." },
  } as const;
  await store.dialing.changeCampaign(id, cancel);
  expect(await store.campaigns.get(id)).toMatchObject({
    status: "CANCELLED",
    pauseReason: null,
    endedAt: NOW + 2,
  });
  await expect(
    store.dialing.changeCampaign(id, { ...cancel, status: "IN_PROGRESS" }),
  ).rejects.toThrow("CANCELLED");
  await expect(store.dialing.changeCampaign(99 as CampaignId, cancel)).rejects.toThrow("not there");
});

test("minds campaigns that have calls going on, whatever their status", async () => {
  const { store } = await temporaryStore();
  const id = await aRunningCampaign(store);
  const [attempt] = await claimNext(store, id, 1);
  await store.dialing.changeCampaign(id, {
    status: "CANCELLED",
    pauseReason: null,
    at: NOW,
    activity: { kind: "cancelled", message: "Cancelled." },
  });
  expect(await store.dialing.campaignsToMind()).toMatchObject([{ id, status: "CANCELLED" }]);
  await store.dialing.record([ended(attempt!, { kind: "completed", outcome: "talked" })]);
  expect(await store.dialing.campaignsToMind()).toEqual([]);
});

test("counts the starts of each minute of the last hour", async () => {
  const { store } = await temporaryStore();
  const id = await aRunningCampaign(store, { contacts: 4 });
  for (const at of [NOW - 61 * MINUTE, NOW - 60 * MINUTE + 1, NOW - 1, NOW]) {
    await claimNext(store, id, 1, at);
  }
  const starts = await store.campaigns.startsPerMinute(id, NOW);
  expect(starts).toHaveLength(60);
  expect([starts[0], starts[58], starts[59]]).toEqual([1, 0, 2]);
});

test("calls with the flow as it was at the start", async () => {
  const { store } = await temporaryStore();
  const flowId = await store.flows.create(A_FLOW, NOW);
  const id = await aRunningCampaign(store, { flowId });
  await store.flows.update(
    flowId,
    { name: "Changed", content: { kind: "twiml-address", url: "https://example.com/" } },
    NOW,
  );
  const [ready] = await store.dialing.readyContacts(id, NOW, 1, null);
  expect(await store.instructions(id, ready!.contactId)).toEqual({
    kind: "flow",
    content: A_FLOW.content,
    contact: {
      id: ready!.contactId,
      name: "Contact 1",
      phone: ready!.phone,
      variables: { city: "Springfield" },
    },
  });
  expect((await store.campaigns.get(id)).flowName).toBe("Changed");
  expect(await store.instructions(id, 999 as never)).toMatchObject({ kind: "missing" });
});

test("logs a schedule as people read it, in its own zone, with the time that the clocks there have", async () => {
  const { store } = await temporaryStore();
  const id = await aDraft(store, {
    scheduledStart: { local: "2027-11-24T09:00", timeZone: "Asia/Tokyo" },
  });
  const skipped = await aDraft(store, {
    scheduledStart: { local: "2028-03-12T02:30", timeZone: "America/New_York" },
  });
  const scheduled = async (campaign: CampaignId) =>
    (await store.activity.page({ ...ALL_ACTIVITY, id: campaign, kind: "scheduled" })).rows[0]
      ?.message;
  expect(await scheduled(id)).toBe("Scheduled for 24 Nov 2027, 09:00 (Asia/Tokyo).");
  expect(await scheduled(skipped)).toBe("Scheduled for 12 Mar 2028, 03:30 (America/New_York).");
});
