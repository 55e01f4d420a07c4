import { expect, test } from "vitest";
import { phoneNumber } from "../../../src/shared/phone-number";
import { openContactWriter } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";
import {
  aDraft,
  anAudience,
  aRunningCampaign,
  claimNext,
  claimOf,
  ended,
  NOW,
  start,
} from "./scene";

test("offers contacts in the audience's order and puts intents on disk", async () => {
  const { store, reopen } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 3 });
  const ready = await store.dialing.readyContacts(campaignId, NOW, 2, null);
  expect(ready.map(({ phone }) => phone)).toEqual(["+14150000001", "+14150000002"]);

  const results = await store.dialing.claim(ready.map((one) => claimOf(campaignId, one)));
  expect(results.map(({ kind }) => kind)).toEqual(["claimed", "claimed"]);

  const again = await reopen();
  const open = await again.dialing.openAttempts();
  expect(open).toEqual(results.flatMap((one) => (one.kind === "claimed" ? [one.attempt] : [])));
  expect(await again.dialing.figures(campaignId)).toMatchObject({
    total: 3,
    pending: 1,
    inProgress: 2,
  });
  expect(await again.dialing.readyContacts(campaignId, NOW, 5, null)).toHaveLength(1);
});

test("fences a number that is on another campaign's call, and only that one", async () => {
  const { store } = await temporaryStore();
  const first = await aRunningCampaign(store, { contacts: 1 });
  const second = await aRunningCampaign(store, { contacts: 2 });
  const both = await store.dialing.readyContacts(second, NOW, 2, null);
  await claimNext(store, first, 1);

  const results = await store.dialing.claim(both.map((one) => claimOf(second, one)));
  expect(results.map(({ kind }) => kind)).toEqual(["fenced", "claimed"]);
  expect(await store.dialing.figures(second)).toMatchObject({ pending: 1, inProgress: 1 });
});

test("does not forget a contact that was passed over because its number was on a call", async () => {
  const { store, rows } = await temporaryStore();
  const first = await aRunningCampaign(store, { contacts: 1 });
  const second = await aRunningCampaign(store, { contacts: 4 });
  const [attempt] = await claimNext(store, first, 1);
  const [passedOver, next, third] = await store.dialing.readyContacts(second, NOW, 3, null);
  await store.dialing.claim([claimOf(second, next!), claimOf(second, third!)]);

  expect(
    await rows(`select count(*) as n from campaign_contact where campaign_id = ${second}`),
  ).toEqual([{ n: 3 }]);
  expect(await store.dialing.figures(second)).toMatchObject({
    pending: 2,
    waitingForRetry: 0,
    inProgress: 2,
  });
  const query = {
    search: "",
    status: null,
    outcome: null,
    sort: "time",
    descending: true,
  } as const;
  const page = await store.calls.page({ ...query, campaignId: second, offset: 0, limit: 9 });
  expect(page.total).toBe(2);

  await store.dialing.record([ended(attempt!, { kind: "completed", outcome: "talked" })]);
  const ready = await store.dialing.readyContacts(second, NOW, 9, null);
  expect(ready[0]).toEqual(passedOver);
  expect(ready).toHaveLength(2);
  expect(await store.dialing.claim([claimOf(second, passedOver!)])).toMatchObject([
    { kind: "claimed" },
  ]);
});

test("claims a contact once, however often it is asked to in one batch", async () => {
  const { store, rows } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 1 });
  const [contact] = await store.dialing.readyContacts(campaignId, NOW, 1, null);
  const claim = claimOf(campaignId, contact!);
  const results = await store.dialing.claim([claim, { ...claim }, { ...claim }]);
  expect(results.map(({ kind }) => kind)).toEqual(["claimed", "fenced", "fenced"]);
  expect(await store.dialing.claim([claim])).toEqual([{ kind: "fenced" }]);
  expect(await rows("select count(*) as n from attempt")).toEqual([{ n: 1 }]);
});

test("fences contacts of a campaign that does not run, and those that are done", async () => {
  const { store } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 2 });
  const [one, two] = await store.dialing.readyContacts(campaignId, NOW, 2, null);
  const [attempt] = await claimNext(store, campaignId, 1);
  await store.dialing.record([ended(attempt!, { kind: "completed", outcome: "talked" })]);
  expect(await store.dialing.claim([claimOf(campaignId, one!)])).toEqual([{ kind: "fenced" }]);

  await store.dialing.changeCampaign(campaignId, {
    status: "PAUSED",
    pauseReason: { kind: "supervisor", message: "Paused." },
    at: NOW,
    activity: { kind: "paused", message: "Paused." },
  });
  expect(await store.dialing.claim([claimOf(campaignId, two!)])).toEqual([{ kind: "fenced" }]);
});

test("offers due retries first, by due time, and tells when the next is due", async () => {
  const { store } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 4 });
  const [first, second] = await claimNext(store, campaignId, 2);
  const retry = (notBefore: number) =>
    ({ kind: "retry", outcome: "no_answer", notBefore }) as const;
  await store.dialing.record([
    ended(first!, retry(NOW + 2_000)),
    ended(second!, retry(NOW + 1_000)),
  ]);
  expect(await store.dialing.nextDue(campaignId)).toEqual({
    at: NOW + 1_000,
    waitsFor: "retry-delay",
  });
  const phones = async (at: number) =>
    (await store.dialing.readyContacts(campaignId, at, 9, null)).map(({ phone }) =>
      phone.slice(-1),
    );
  expect(await phones(NOW)).toEqual(["3", "4"]);
  expect(await phones(NOW + 1_000)).toEqual(["2", "3", "4"]);
  expect(await phones(NOW + 2_000)).toEqual(["2", "1", "3", "4"]);
});

test("does not reach contacts that are appended after the start", async () => {
  const { store } = await temporaryStore();
  const audienceId = await anAudience(store, 2);
  const campaignId = await aDraft(store, { audienceId });
  await start(store, campaignId);
  const writer = await openContactWriter(store.file, { kind: "append", audienceId }, [], NOW);
  await writer.insert([
    { line: 1, name: "Late", phone: phoneNumber.parse("+14155559999"), variables: {} },
  ]);
  await writer.commit();
  expect(await store.dialing.readyContacts(campaignId, NOW, 9, null)).toHaveLength(2);
  expect((await store.dialing.figures(campaignId)).total).toBe(2);
});
