import { expect, test } from "vitest";
import type { ContactId } from "../../../src/shared/ids";
import { temporaryStore } from "../../support/temporary-store";
import { aRunningCampaign, claimNext, ended, NOW } from "./scene";

const TALKED = { kind: "completed", outcome: "talked" } as const;
const SID = `CA${"1".repeat(32)}`;

test("an end is never undone by a late fact", async () => {
  const { store } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 1 });
  const [attemptId] = await claimNext(store, campaignId, 1);
  const end = ended(attemptId!, TALKED);
  await store.dialing.record([end]);
  const figures = await store.dialing.figures(campaignId);
  const before = await store.calls.attempts(campaignId, 1 as ContactId);

  await store.dialing.record([
    { kind: "placed", attemptId: attemptId!, sid: SID, state: "queued", at: NOW },
    { kind: "moved", attemptId: attemptId!, state: "ringing", answeredAt: null },
    ended(attemptId!, { kind: "retry", outcome: "busy", notBefore: NOW }),
    end,
  ]);
  expect(await store.calls.attempts(campaignId, 1 as ContactId)).toEqual(before);
  expect(await store.dialing.figures(campaignId)).toEqual(figures);
});

test("keeps a whole life told in one batch", async () => {
  const { store } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 1 });
  const [attemptId] = await claimNext(store, campaignId, 1);
  await store.dialing.record([
    { kind: "placed", attemptId: attemptId!, sid: SID, state: "queued", at: NOW + 100 },
    { kind: "moved", attemptId: attemptId!, state: "in_progress", answeredAt: NOW + 5_000 },
    ended(attemptId!, TALKED, { answeredAt: null, durationSeconds: 61, endedAt: NOW + 66_000 }),
  ]);
  expect(await store.calls.attempts(campaignId, 1 as ContactId)).toMatchObject([
    {
      number: 1,
      state: "ended",
      outcome: "talked",
      startedAt: NOW,
      answeredAt: NOW + 5_000,
      endedAt: NOW + 66_000,
      durationSeconds: 61,
      recording: "awaited",
    },
  ]);
  expect(await store.dialing.figures(campaignId)).toEqual({
    total: 1,
    pending: 0,
    waitingForRetry: 0,
    inProgress: 0,
    unresolved: 0,
    completed: 1,
    failed: 0,
    outcomes: { talked: 1 },
  });
  expect(await store.dialing.openAttempts()).toEqual([]);
  expect(await store.dialing.ownedSids([SID, `CA${"2".repeat(32)}`])).toEqual([SID]);
  expect(await store.dialing.recentStarts(campaignId, 10)).toEqual([NOW]);
});

test("a call that was taken back does not count, and its contact waits until then", async () => {
  const { store } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 1 });
  const [first] = await claimNext(store, campaignId, 1);
  await store.dialing.record([ended(first!, { kind: "returned", notBefore: NOW + 500 })]);
  expect(await store.dialing.figures(campaignId)).toMatchObject({ pending: 1, waitingForRetry: 0 });
  expect(await store.dialing.readyContacts(campaignId, NOW, 1, null)).toEqual([]);
  expect(await store.dialing.readyContacts(campaignId, NOW + 500, 1, null)).toMatchObject([
    { attempts: 0 },
  ]);

  const [second] = await claimNext(store, campaignId, 1, NOW + 500);
  await store.dialing.record([
    ended(second!, { kind: "retry", outcome: "busy", notBefore: NOW + 900 }),
  ]);
  const [third] = await claimNext(store, campaignId, 1, NOW + 900);
  await store.dialing.record([ended(third!, { kind: "returned", notBefore: NOW + 900 })]);
  expect(await store.dialing.figures(campaignId)).toMatchObject({ pending: 1, waitingForRetry: 1 });
  const attempts = await store.calls.attempts(campaignId, 1 as ContactId);
  expect(attempts.map(({ number }) => number)).toEqual([1, 1, 2]);
});

test("counts those unresolved among those in progress, until they are told", async () => {
  const { store } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 2 });
  const [first, second] = await claimNext(store, campaignId, 2);
  const unresolved = { kind: "moved", state: "unresolved", answeredAt: null } as const;
  await store.dialing.record([
    { ...unresolved, attemptId: first! },
    { ...unresolved, attemptId: second! },
  ]);
  expect(await store.dialing.figures(campaignId)).toMatchObject({ inProgress: 2, unresolved: 2 });
  await store.dialing.record([
    ended(first!, TALKED),
    { kind: "moved", attemptId: second!, state: "in_progress", answeredAt: NOW },
  ]);
  expect(await store.dialing.figures(campaignId)).toMatchObject({ inProgress: 1, unresolved: 0 });
});

test("books whole minutes of answered calls on the day in UTC, and nothing else", async () => {
  const { store } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 4 });
  const attempts = await claimNext(store, campaignId, 4);
  const lastOfMarch = Date.UTC(2027, 2, 31, 23, 59, 59);
  const firstOfApril = Date.UTC(2027, 3, 1);
  await store.dialing.record([
    ended(attempts[0]!, TALKED, { durationSeconds: 60, endedAt: lastOfMarch }),
    ended(attempts[1]!, TALKED, { durationSeconds: 61, endedAt: lastOfMarch }),
    ended(attempts[2]!, TALKED, { durationSeconds: 0, endedAt: firstOfApril }),
    ended(
      attempts[3]!,
      { kind: "failed", outcome: "busy", reason: "Busy." },
      { endedAt: firstOfApril },
    ),
  ]);
  expect(await store.quota.minutes(lastOfMarch)).toEqual({ quota: 1_000, used: 3 });
  expect(await store.quota.minutes(firstOfApril)).toEqual({ quota: 1_000, used: 1 });
  expect(await store.usage.month(lastOfMarch)).toEqual({
    month: "2027-03-01",
    calls: 2,
    perDay: [{ day: "2027-03-31", minutes: 3, calls: 2 }],
    perCampaign: [{ campaignId, name: "Spring", minutes: 3, calls: 2, reservedMinutes: 0 }],
  });
});

test("a fact that cannot be kept takes its whole batch with it", async () => {
  const { store } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 2 });
  const [first, second] = await claimNext(store, campaignId, 2);
  const impossible = ended(second!, TALKED, { durationSeconds: "long" as never });
  await expect(store.dialing.record([ended(first!, TALKED), impossible])).rejects.toThrow();
  expect(await store.dialing.openAttempts()).toHaveLength(2);
  expect(await store.dialing.figures(campaignId)).toMatchObject({ inProgress: 2, completed: 0 });
});

test("remembers the latest moment that anything happened at", async () => {
  const { store } = await temporaryStore();
  expect(await store.latestInstant()).toBeNull();
  const campaignId = await aRunningCampaign(store, { contacts: 1 });
  expect(await store.latestInstant()).toBe(NOW);
  const [attemptId] = await claimNext(store, campaignId, 1, NOW + 1_000);
  expect(await store.latestInstant()).toBe(NOW + 1_000);
  await store.dialing.record([ended(attemptId!, TALKED, { endedAt: NOW + 9_000 })]);
  expect(await store.latestInstant()).toBe(NOW + 9_000);
});
