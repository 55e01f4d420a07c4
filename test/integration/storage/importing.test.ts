import { expect, test } from "vitest";
import type { AudienceId, CampaignId } from "../../../src/shared/ids";
import { phoneNumber } from "../../../src/shared/phone-number";
import {
  openContactWriter,
  type NewContact,
  type Store,
  type WrittenBatch,
} from "../../../src/main/storage";
import { temporaryStore, type TemporaryStore } from "../../support/temporary-store";
import { aRunningCampaign, anAudience, claimNext, ended, NOW, numberOf } from "./scene";

const NEW = { kind: "new", name: "Customers" } as const;
const everybody = { search: "", offset: 0, limit: 500 };

function aContact(line: number, place = line): NewContact {
  return { line, name: `Contact ${place}`, phone: numberOf(place), variables: { city: "Ulm" } };
}

const skippedLines = ({ skipped }: WrittenBatch) => skipped.map(({ line }) => line);

async function contactsInFile({ rows }: TemporaryStore): Promise<number> {
  const [row] = await rows("select count(*) as n from contact");
  return Number(row?.n);
}

async function names(store: Store, id: AudienceId): Promise<string[]> {
  return (await store.audiences.contacts(id, everybody)).rows.map(({ name }) => name);
}

test("shows an audience wholly once it is committed, and not before", async () => {
  const { store } = await temporaryStore();
  const writer = await openContactWriter(store.file, NEW, ["city"], NOW);
  await writer.insert([aContact(2), aContact(3)]);
  expect(await store.audiences.list()).toEqual([]);
  await expect(store.audiences.get(writer.audienceId)).rejects.toThrow("not there");

  const id = await writer.commit();
  expect(await store.audiences.list()).toEqual([
    { id, name: "Customers", contacts: 2, variables: ["city"], createdAt: NOW, neededBy: [] },
  ]);
  expect((await store.audiences.contacts(id, everybody)).rows[0]).toMatchObject({
    name: "Contact 2",
    phone: numberOf(2),
    variables: { city: "Ulm" },
  });
});

test("tells lines whose number an earlier line or the audience has already", async () => {
  const { store } = await temporaryStore();
  const audienceId = await anAudience(store, 3);
  const target = { kind: "append", audienceId } as const;
  const writer = await openContactWriter(store.file, target, ["street"], NOW);
  const first = await writer.insert([aContact(2, 9), aContact(3, 2), aContact(4, 9)]);
  expect(skippedLines(first)).toEqual([3, 4]);
  const second = await writer.insert([aContact(5, 9), aContact(6, 10), aContact(7, 1)]);
  expect(skippedLines(second)).toEqual([5, 7]);
  expect(skippedLines(await writer.insert([aContact(8, 10)]))).toEqual([8]);
  await writer.commit();

  expect(await store.audiences.get(audienceId)).toMatchObject({
    contacts: 5,
    variables: ["city", "street"],
  });
  expect(await names(store, audienceId)).toEqual([
    "Contact 1",
    "Contact 2",
    "Contact 3",
    "Contact 9",
    "Contact 10",
  ]);
});

test("leaves nothing behind when it is taken back", async () => {
  const temporary = await temporaryStore();
  const { store } = temporary;
  const audienceId = await anAudience(store, 3);
  const fresh = await openContactWriter(store.file, NEW, [], NOW);
  const appending = await openContactWriter(store.file, { kind: "append", audienceId }, [], NOW);
  await fresh.insert(Array.from({ length: 5_000 }, (_, line) => aContact(line, line + 1)));
  await appending.insert(Array.from({ length: 5_000 }, (_, line) => aContact(line, line + 1)));
  expect(await names(store, audienceId)).toHaveLength(3);
  const search = { ...everybody, search: "Contact 44" };
  expect(await store.audiences.contacts(audienceId, search)).toMatchObject({
    total: 0,
    rows: [],
  });

  await fresh.rollback();
  await appending.rollback();
  expect(await contactsInFile(temporary)).toBe(3);
  expect(await store.audiences.list()).toHaveLength(1);
  expect(await store.audiences.get(audienceId)).toMatchObject({ contacts: 3, variables: ["city"] });
});

test("leaves the taking back to the next start when nobody waits for it", async () => {
  const temporary = await temporaryStore();
  const audienceId = await anAudience(temporary.store, 3);
  const target = { kind: "append", audienceId } as const;
  const fresh = await openContactWriter(temporary.file, NEW, [], NOW);
  const appending = await openContactWriter(temporary.file, target, [], NOW);
  await fresh.insert(Array.from({ length: 3_000 }, (_, line) => aContact(line, line + 1)));
  await appending.insert(Array.from({ length: 3_000 }, (_, line) => aContact(line, line + 1)));
  await fresh.rollback(() => false);
  await appending.rollback(() => false);
  expect(await temporary.store.audiences.list()).toHaveLength(1);
  expect(await names(temporary.store, audienceId)).toHaveLength(3);

  const store = await temporary.reopen();
  await store.tidied();
  expect(await contactsInFile(temporary)).toBe(3);
  await (await openContactWriter(store.file, target, [], NOW)).rollback();
});

test("leaves nothing behind when the process dies on the way", async () => {
  const temporary = await temporaryStore();
  const audienceId = await anAudience(temporary.store, 3);
  const target = { kind: "append", audienceId } as const;
  const fresh = await openContactWriter(temporary.file, NEW, [], NOW);
  const appending = await openContactWriter(temporary.file, target, [], NOW);
  await fresh.insert(Array.from({ length: 3_000 }, (_, line) => aContact(line, line + 1)));
  await appending.insert(Array.from({ length: 3_000 }, (_, line) => aContact(line, line + 1)));

  const store = await temporary.reopen();
  expect((await store.audiences.list()).map(({ contacts }) => contacts)).toEqual([3]);
  await store.tidied();
  expect(await contactsInFile(temporary)).toBe(3);
  const again = await openContactWriter(store.file, target, [], NOW);
  expect(await again.insert([aContact(2, 2_000)])).toMatchObject({ imported: 1, skipped: [] });
  await again.commit();
  expect((await store.audiences.get(audienceId)).contacts).toBe(4);
});

test("refuses a second import into the same audience, and its deletion meanwhile", async () => {
  const { store } = await temporaryStore();
  const audienceId = await anAudience(store, 1);
  const target = { kind: "append", audienceId } as const;
  const writer = await openContactWriter(store.file, target, [], NOW);
  await expect(openContactWriter(store.file, target, [], NOW)).rejects.toThrow("under way");
  await expect(store.audiences.delete(audienceId)).rejects.toThrow("under way");
  await writer.commit();
  await store.audiences.delete(audienceId);
  await expect(openContactWriter(store.file, target, [], NOW)).rejects.toThrow("not there");
});

test("an import whose worker broke down can be given up by its audience's number", async () => {
  const temporary = await temporaryStore();
  const { store } = temporary;
  const writer = await openContactWriter(store.file, NEW, [], NOW);
  await writer.insert([aContact(2)]);
  await store.audiences.abandonImport(writer.audienceId);
  expect(await contactsInFile(temporary)).toBe(0);
  await expect(writer.commit()).rejects.toThrow("not there");
});

test("dialing goes on while a large file is imported", async () => {
  const { store } = await temporaryStore();
  const campaignId = await aRunningCampaign(store, { contacts: 1_000 });
  const writer = await openContactWriter(store.file, NEW, ["city"], NOW);
  const work = (async () => {
    for (let batch = 0; batch < 30; batch += 1) {
      await writer.insert(
        Array.from({ length: 5_000 }, (_, index) =>
          aContact(index, 10_000 + batch * 5_000 + index),
        ),
      );
    }
  })();
  const delays: number[] = [];
  while (delays.length < 200) delays.push(await dialOnce(store, campaignId));
  await work;
  await writer.commit();
  // A whole import holds the store for seconds; a chunk of it for some milliseconds.
  expect(Math.max(...delays)).toBeLessThan(1_000);
}, 60_000);

async function dialOnce(store: Store, campaignId: CampaignId): Promise<number> {
  const begin = performance.now();
  const [attempt] = await claimNext(store, campaignId, 1);
  await store.dialing.record([
    ended(attempt!, { kind: "failed", outcome: "invalid_number", reason: "No such number." }),
  ]);
  return performance.now() - begin;
}

test("takes a row's text as it is", async () => {
  const { store } = await temporaryStore();
  const writer = await openContactWriter(store.file, NEW, [`a"b`], NOW);
  const name = `Zoë "O'Neil"\n\u0001 {{name}} 😀`;
  await writer.insert([
    { line: 2, name, phone: phoneNumber.parse("+4917612345678"), variables: { [`a"b`]: name } },
  ]);
  const { rows } = await store.audiences.contacts(await writer.commit(), everybody);
  expect(rows).toMatchObject([{ name, variables: { [`a"b`]: name } }]);
});
