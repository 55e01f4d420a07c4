import { expect, test } from "vitest";
import { callSort, type CallQuery } from "../../../src/shared/call";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";
import { temporaryStore } from "../../support/temporary-store";
import { aRunningCampaign, claimNext, ended, NOW } from "./scene";

const UNRESOLVED: CallQuery = {
  campaignId: null,
  search: "",
  status: "UNRESOLVED",
  outcome: null,
  sort: "time",
  descending: true,
  offset: 0,
  limit: 100,
};

test("finds the calls of which the carrier cannot tell, until they are settled", async () => {
  const { store } = await temporaryStore();
  const id = await aRunningCampaign(store, { contacts: 4 });
  const other = await aRunningCampaign(store, { contacts: 2, from: 50 });
  const attempts = await claimNext(store, id, 4);
  const [elsewhere] = await claimNext(store, other, 1);
  const unresolved = [attempts[1]!, attempts[3]!, elsewhere!];
  await store.dialing.record(
    unresolved.map((attemptId) => ({
      kind: "moved" as const,
      attemptId,
      state: "unresolved" as const,
      answeredAt: null,
    })),
  );
  const found = async (asked: Partial<CallQuery>) => {
    const { total, rows } = await store.calls.page({ ...UNRESOLVED, ...asked });
    expect(total).toBe(rows.length);
    expect(rows.every(({ attemptState }) => attemptState === "unresolved")).toBe(true);
    return rows.map(({ name }) => name).sort();
  };
  expect(await found({})).toEqual(["Contact 2", "Contact 4", "Contact 50"]);
  expect(await found({ campaignId: id })).toEqual(["Contact 2", "Contact 4"]);
  expect(await found({ campaignId: id, search: "contact 4" })).toEqual(["Contact 4"]);
  await store.dialing.record([
    ended(attempts[1]!, { kind: "returned", notBefore: NOW }),
    ended(attempts[3]!, { kind: "failed", outcome: "network_error", reason: "Unknown." }),
  ]);
  expect(await found({ campaignId: id })).toEqual([]);
  expect(await found({})).toEqual(["Contact 50"]);
});

test(
  "finds fifty of them among 200,000 calls at once, in any order",
  { timeout: 60_000 },
  async () => {
    const { store, file } = await temporaryStore();
    const id = await aRunningCampaign(store, { contacts: 50 });
    const attempts = await claimNext(store, id, 50);
    await store.dialing.record(
      attempts.map((attemptId) => ({
        kind: "moved" as const,
        attemptId,
        state: "unresolved" as const,
        answeredAt: null,
      })),
    );
    const connection = await DatabaseFile.open(file, "create");
    await connection.script(`
    with recursive call (n) as (select 1 union all select n + 1 from call where n < 200000)
    insert into campaign_contact
      (campaign_id, contact_id, name, phone, status, attempts, last_attempt_at, outcome)
    select ${id}, 1000000 + n, 'Called ' || n, '+1' || (5000000000 + n), 'COMPLETED', 1, ${NOW} + n, 'talked'
    from call`);
    await connection.close();
    for (const sort of callSort.options) {
      for (const campaignId of [id, null]) {
        const { total, rows } = await store.calls.page({ ...UNRESOLVED, campaignId, sort });
        expect([total, rows.length]).toEqual([50, 50]);
        const began = performance.now();
        await store.calls.page({ ...UNRESOLVED, campaignId, sort });
        expect(performance.now() - began).toBeLessThan(100);
      }
    }
  },
);
