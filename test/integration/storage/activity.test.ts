import { expect, test } from "vitest";
import type { NewActivity } from "../../../src/shared/activity";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";
import { temporaryStore } from "../../support/temporary-store";
import {
  A_FLOW,
  aDraft,
  ALL_ACTIVITY,
  anAudience,
  aRunningCampaign,
  claimNext,
  ended,
  NOW,
} from "./scene";

const backOff = (message: string): NewActivity => ({ kind: "back-off", message });

test("shows the newest line first, whatever the clock said", async () => {
  const { store } = await temporaryStore();
  const id = await aDraft(store);
  await store.dialing.note(id, NOW + 9_000, backOff("Later."));
  await store.dialing.note(id, NOW + 5_000, backOff("Last, by a clock that was set back."));
  const { total, rows } = await store.activity.page({ ...ALL_ACTIVITY, id });
  expect(total).toBe(3);
  expect(rows.map(({ kind, at }) => [kind, at - NOW])).toEqual([
    ["back-off", 5_000],
    ["back-off", 9_000],
    ["created", 0],
  ]);
});

test("finds lines by kind and by what they say, and none of other campaigns", async () => {
  const { store } = await temporaryStore();
  const [id, other] = [await aDraft(store), await aDraft(store, { name: "Other" })];
  await store.dialing.note(id, NOW, backOff("100% of 503"));
  await store.dialing.note(id, NOW, { kind: "unresolved", message: "The call to +14155550123" });
  await store.dialing.note(other, NOW, backOff("100% of 503"));
  const messages = async (asked: object) => {
    const { total, rows } = await store.activity.page({ ...ALL_ACTIVITY, id, ...asked });
    expect(total).toBe(rows.length);
    return rows.map(({ message }) => message);
  };
  expect(await messages({ kind: "back-off" })).toEqual(["100% of 503"]);
  expect(await messages({ search: " THE CALL " })).toEqual(["The call to +14155550123"]);
  expect(await messages({ search: "0%" })).toEqual(["100% of 503"]);
  expect(await messages({ search: "0123", kind: "back-off" })).toEqual([]);
});

test("pages through a hundred thousand lines at once, and exports them in their order", async () => {
  const { store, file } = await temporaryStore();
  const id = await aDraft(store);
  const lines = 100_000;
  await write(
    file,
    `
    with recursive line (n) as (select 1 union all select n + 1 from line where n < ${lines})
    insert into activity (campaign_id, at, kind, message)
    select ${id}, ${NOW} + n, 'back-off', 'Line ' || n from line`,
  );

  for (const asked of [{}, { kind: "back-off" }, { search: "line" }] as const) {
    for (const offset of [0, 25_000, 50_000, 75_000, lines - 1]) {
      const began = performance.now();
      const query = { ...ALL_ACTIVITY, ...asked, id, offset, limit: 100 };
      const { total, rows } = await store.activity.page(query);
      expect(performance.now() - began).toBeLessThan(500);
      expect(total).toBeGreaterThanOrEqual(lines);
      expect(rows[0]).toMatchObject({ at: NOW + lines - offset });
    }
  }

  const exported: number[] = [];
  for await (const batch of store.activity.all(id)) exported.push(...batch.map(({ at }) => at));
  expect(exported).toEqual(Array.from({ length: lines + 1 }, (_, line) => NOW + line));
});

/** Past every repository. */
async function write(file: string, script: string): Promise<void> {
  const connection = await DatabaseFile.open(file, "create");
  try {
    await connection.script(script);
  } finally {
    await connection.close();
  }
}

test("says what was edited in a draft, and nothing when nothing was", async () => {
  const { store } = await temporaryStore();
  const audienceId = await anAudience(store, 1);
  const flowId = await store.flows.create(A_FLOW, NOW);
  const id = await aDraft(store, { flowId, audienceId });
  const { dialing } = await store.campaigns.get(id);
  const draft = {
    name: "Spring",
    flowId,
    audienceId,
    scheduledStart: null,
    dialing,
    callerId: null,
  };
  await store.campaigns.update(id, draft, NOW + 1);
  const edited = { ...dialing, callsPerMinute: 60, weight: 3, hungUpWithinSeconds: 9 };
  const scheduledStart = { local: "2027-07-01T09:30", timeZone: "Europe/Berlin" };
  await store.campaigns.update(
    id,
    { ...draft, name: "May", dialing: edited, scheduledStart },
    NOW + 2,
  );
  await store.campaigns.update(id, { ...draft, name: "May", dialing: edited }, NOW + 3);
  const { rows } = await store.activity.page({ ...ALL_ACTIVITY, id });
  expect(rows.map(({ message }) => message)).toEqual([
    "No longer scheduled: it starts by hand.",
    "Scheduled for 1 Jul 2027, 09:30 (Europe/Berlin).",
    "Edited: Name, Calls Per Minute 10 → 60, Share of the account 1 → 3, other dialing settings.",
    "Created as a draft.",
  ]);
});

test("knows when a campaign last gave a sign of life", async () => {
  const { store } = await temporaryStore();
  const id = await aRunningCampaign(store);
  expect(await store.dialing.lastSign(id)).toBe(NOW);
  const [attemptId] = await claimNext(store, id, 1, NOW + 5_000);
  expect(await store.dialing.lastSign(id)).toBe(NOW + 5_000);
  await store.dialing.record([ended(attemptId!, { kind: "completed", outcome: "talked" })]);
  expect(await store.dialing.lastSign(id)).toBe(NOW + 60_000);
  await store.dialing.note(id, NOW + 90_000, backOff("503"));
  expect(await store.dialing.lastSign(id)).toBe(NOW + 90_000);
});
