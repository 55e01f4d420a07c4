import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_FILTERS } from "../../../src/shared/contact";
import type { AudienceId } from "../../../src/shared/ids";
import type { CopyJob, Store } from "../../../src/main/storage";
import { temporaryStore } from "../../support/temporary-store";
import { anAudience, NOW } from "./scene";

const watch = { progress: () => undefined, isCancelled: () => false };

function copy(store: Store, from: AudienceId, job: Pick<CopyJob, "share" | "names">) {
  return store.audiences.copy({ from, now: NOW, ...job }, watch);
}

async function phones(store: Store, id: AudienceId): Promise<string[]> {
  const found: string[] = [];
  for await (const batch of store.audiences.allContacts(id)) {
    found.push(...batch.map(({ phone }) => phone));
  }
  return found;
}

test("a duplicate has all contacts in their order, with all that is known of them", async () => {
  const { store, rows } = await temporaryStore();
  const from = await anAudience(store, 5_000);
  const [id] = await copy(store, from, { share: { kind: "everybody" }, names: ["Copy"] });
  expect(await store.audiences.get(id!)).toMatchObject({
    name: "Copy",
    contacts: 5_000,
    variables: ["city"],
  });
  expect(await phones(store, id!)).toEqual(await phones(store, from));
  const facts = (audience: AudienceId) =>
    `select name, phone, variables, country, line_type, time_zones, external_id, alternate_phones
    from contact where audience_id = ${audience}`;
  expect(await rows(`${facts(from)} except ${facts(id!)}`)).toEqual([]);
});

test("a split puts each contact into one part, and those found into the first", async () => {
  const { store } = await temporaryStore();
  const from = await anAudience(store, 3_000);
  const selection = { search: "tact 2", filters: NO_FILTERS };
  const parts = await copy(store, from, {
    share: { kind: "selection", selection },
    names: ["Found", "The rest"],
  });
  const [found, rest] = await Promise.all(parts.map((part) => phones(store, part)));
  expect(found).toHaveLength(1_111);
  expect([...found!, ...rest!].sort()).toEqual((await phones(store, from)).sort());
});

test("a split at random has the sizes that were asked for, whatever the share", async () => {
  const { store } = await temporaryStore();
  const from = await anAudience(store, 200);
  const all = (await phones(store, from)).sort();
  await fc.assert(
    fc.asyncProperty(fc.double({ min: 0.01, max: 0.99, noNaN: true }), async (share) => {
      const parts = await copy(store, from, {
        share: { kind: "random", share },
        names: ["A", "B"],
      });
      const [one, other] = await Promise.all(parts.map((part) => phones(store, part)));
      expect(one).toHaveLength(Math.round(200 * share));
      expect([...one!, ...other!].sort()).toEqual(all);
    }),
    { numRuns: 10 },
  );
});

test("what is cancelled, or would leave one part empty, leaves nothing behind", async () => {
  const { store, rows } = await temporaryStore();
  const from = await anAudience(store, 6_000);
  const job = { from, now: NOW, share: { kind: "everybody" } as const, names: ["Copy"] };
  let copied = 0;
  const cancelled = store.audiences.copy(job, {
    progress: (done) => (copied = done),
    isCancelled: () => copied > 0,
  });
  await expect(cancelled).rejects.toThrow("It was cancelled. No audience was made.");
  const nobody = { search: "nobody is called that", filters: NO_FILTERS };
  const split = copy(store, from, {
    share: { kind: "selection", selection: nobody },
    names: ["A", "B"],
  });
  await expect(split).rejects.toThrow("one of the two parts would be empty");
  expect(await store.audiences.list()).toHaveLength(1);
  expect(await rows("select count(*) as n from contact")).toEqual([{ n: 6_000 }]);
});
