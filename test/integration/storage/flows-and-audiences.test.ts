import { expect, test } from "vitest";
import type { CampaignId } from "../../../src/shared/ids";
import type { Store } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";
import { A_FLOW, aDraft, anAudience, aRunningCampaign, claimNext, ended, NOW } from "./scene";

async function cancel(store: Store, id: CampaignId): Promise<void> {
  await store.dialing.changeCampaign(id, {
    status: "CANCELLED",
    pauseReason: null,
    at: NOW,
    activity: { kind: "cancelled", message: "Cancelled." },
  });
}

test("flows are made, changed, listed by name and deleted", async () => {
  const { store } = await temporaryStore();
  const id = await store.flows.create({ ...A_FLOW, name: "B" }, NOW);
  await store.flows.create({ ...A_FLOW, name: "a" }, NOW);
  expect((await store.flows.list()).map(({ name }) => name)).toEqual(["a", "B"]);
  await store.flows.update(id, { ...A_FLOW, name: "C" }, NOW + 1);
  expect(await store.flows.get(id)).toEqual({
    ...A_FLOW,
    id,
    name: "C",
    updatedAt: NOW + 1,
    neededBy: [],
  });
  await store.flows.delete(id);
  await expect(store.flows.get(id)).rejects.toThrow("not there");
  await expect(store.flows.update(id, A_FLOW, NOW)).rejects.toThrow("not there");
  await expect(store.flows.delete(id)).rejects.toThrow("not there");
});

test("a flow and an audience that campaigns need are not deleted, and it is said which", async () => {
  const { store } = await temporaryStore();
  const flowId = await store.flows.create(A_FLOW, NOW);
  const audienceId = await anAudience(store, 2);
  await aDraft(store, { flowId, audienceId, name: "Spring" });
  await aRunningCampaign(store, { flowId, audienceId, name: "Summer" });
  const sentence = "“Spring” and “Summer” need it";
  await expect(store.flows.delete(flowId)).rejects.toThrow(sentence);
  await expect(store.audiences.delete(audienceId)).rejects.toThrow(sentence);
  expect((await store.flows.get(flowId)).neededBy).toEqual(["Spring", "Summer"]);
  expect((await store.audiences.list())[0]?.neededBy).toEqual(["Spring", "Summer"]);
});

test("a campaign that is over outlives its flow and its audience", async () => {
  const { store, rows } = await temporaryStore();
  const flowId = await store.flows.create(A_FLOW, NOW);
  const audienceId = await anAudience(store, 2);
  const id = await aRunningCampaign(store, { flowId, audienceId });
  const [attempt] = await claimNext(store, id, 1);
  await store.dialing.record([ended(attempt!, { kind: "completed", outcome: "talked" })]);
  await cancel(store, id);
  await store.flows.delete(flowId);
  await store.audiences.delete(audienceId);
  expect(await store.audiences.list()).toEqual([]);
  await store.tidied();
  expect(
    await rows("select (select count(*) from contact) + (select count(*) from audience) as n"),
  ).toEqual([{ n: 0 }]);

  expect(await store.campaigns.get(id)).toMatchObject({
    flowId: null,
    flowName: "Welcome",
    audienceId: null,
    audienceName: "Customers",
    figures: { total: 2, pending: 1, completed: 1 },
  });
  const page = await store.calls.page({
    campaignId: id,
    search: "contact 1",
    status: null,
    outcome: null,
    sort: "time",
    descending: true,
    offset: 0,
    limit: 10,
  });
  expect(page).toMatchObject({ total: 1, rows: [{ name: "Contact 1", phone: "+14150000001" }] });
});

test("contacts are found by part of a name and by a number as it is written", async () => {
  const { store } = await temporaryStore();
  const id = await anAudience(store, 1_200);
  const found = async (search: string, offset = 0, limit = 2) => {
    const { total, rows } = await store.audiences.contacts(id, { search, offset, limit });
    return [total, ...rows.map(({ name }) => name)];
  };
  expect(await found("")).toEqual([1_200, "Contact 1", "Contact 2"]);
  expect(await found("", 600)).toEqual([1_200, "Contact 601", "Contact 602"]);
  expect(await found("", 1_199)).toEqual([1_200, "Contact 1200"]);
  expect(await found("", 1_200)).toEqual([1_200]);
  expect(await found("CONTACT 119")).toEqual([11, "Contact 119", "Contact 1190"]);
  expect(await found("(415) 000-0007")).toEqual([1, "Contact 7"]);
  expect(await found("100%")).toEqual([0]);
  expect((await store.audiences.firstContact(id))?.name).toBe("Contact 1");
  const batches = [];
  for await (const batch of store.audiences.allContacts(id)) batches.push(...batch);
  expect(batches).toHaveLength(1_200);
});

test("a new name of an audience reaches its campaigns", async () => {
  const { store } = await temporaryStore();
  const audienceId = await anAudience(store, 1);
  const id = await aDraft(store, { audienceId });
  await store.audiences.rename(audienceId, "Members");
  expect((await store.audiences.get(audienceId)).name).toBe("Members");
  expect((await store.campaigns.get(id)).audienceName).toBe("Members");
  await expect(store.audiences.rename(99 as never, "X")).rejects.toThrow("not there");
});

test("settings fall back one by one where what is kept cannot be used", async () => {
  const temporary = await temporaryStore();
  await temporary.store.settings.update({ quotaMinutes: 5, keepAwake: true });
  await temporary.store.settings.update({ quotaMinutes: -1 });
  const read = await temporary.store.settings.read();
  expect(read).toMatchObject({ quotaMinutes: 1_000, keepAwake: true });
});
