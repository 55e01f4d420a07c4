import { expect, test } from "vitest";
import { openContactWriter, type NewContact, type Store } from "../../../src/main/storage";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";
import type { DuplicateRule, ImportRules } from "../../../src/shared/audience";
import type { AudienceId } from "../../../src/shared/ids";
import type { PhoneNumber } from "../../../src/shared/phone-number";
import { temporaryStore, type TemporaryStore } from "../../support/temporary-store";
import { anAudience, NOW, numberOf } from "./scene";

const row = (line: number, place: number, more: Partial<NewContact> = {}): NewContact => ({
  line,
  name: `Line ${line}`,
  phone: numberOf(place),
  variables: { plan: `of line ${line}` },
  ...more,
});

function writer(store: Store, audienceId: AudienceId, rules: Partial<ImportRules>) {
  const whole = { duplicates: "skip", skipDoNotCall: true, ...rules } as const;
  return openContactWriter(store.file, { kind: "append", audienceId }, ["plan"], NOW, whole);
}

async function stored({ rows }: TemporaryStore, columns = "name") {
  return rows(`select ${columns} from contact order by id`);
}

test("skips numbers that the audience or an earlier row has", async () => {
  const temporary = await temporaryStore();
  const into = await writer(temporary.store, await anAudience(temporary.store, 2), {});
  expect(await into.insert([row(2, 1), row(3, 9), row(4, 9)])).toEqual({
    imported: 1,
    updated: 0,
    skipped: [
      { line: 2, reason: "duplicate" },
      { line: 4, reason: "duplicate" },
    ],
  });
  await into.commit();
  expect(await stored(temporary)).toEqual([
    { name: "Contact 1" },
    { name: "Contact 2" },
    { name: "Line 3" },
  ]);
});

test("updates whoever is there, wherever the number came first; nobody sees it before", async () => {
  const temporary = await temporaryStore();
  const { store } = temporary;
  const audienceId = await anAudience(store, 2);
  const into = await writer(store, audienceId, { duplicates: "update" });
  const facts = { timeZones: ["Europe/Rome"], zonesAreGiven: true, externalId: "R-1" };
  expect(await into.insert([row(2, 1, facts), row(3, 9)])).toMatchObject({
    imported: 1,
    updated: 1,
  });
  expect(await into.insert([row(4, 9, { name: "" }), row(5, 1, { variables: {} })])).toMatchObject({
    imported: 0,
    updated: 2,
    skipped: [],
  });
  expect(await stored(temporary)).toContainEqual({ name: "Contact 1" });

  await into.commit();
  expect(await stored(temporary, "name, variables, time_zones, external_id")).toEqual([
    {
      name: "Line 5",
      variables: '{"city":"Springfield","plan":"of line 2"}',
      time_zones: '["Europe/Rome"]',
      external_id: "R-1",
    },
    { name: "Contact 2", variables: '{"city":"Springfield"}', time_zones: null, external_id: null },
    { name: "Line 3", variables: '{"plan":"of line 4"}', time_zones: null, external_id: null },
  ]);
  expect(await temporary.rows("select * from contact_update")).toEqual([]);
  expect((await store.audiences.get(audienceId)).contacts).toBe(3);
});

test("keeps contacts that share a number", async () => {
  const temporary = await temporaryStore();
  const audienceId = await anAudience(temporary.store, 1);
  const into = await writer(temporary.store, audienceId, { duplicates: "keep" });
  expect(await into.insert([row(2, 1), row(3, 1)])).toEqual({
    imported: 2,
    updated: 0,
    skipped: [],
  });
  await into.commit();
  expect((await temporary.store.audiences.get(audienceId)).contacts).toBe(3);
});

test.each(["skip", "update", "keep"] as DuplicateRule[])(
  "leaves everybody as they were when it is taken back (%s)",
  async (duplicates) => {
    const temporary = await temporaryStore();
    const before = await anAudience(temporary.store, 2);
    const into = await writer(temporary.store, before, { duplicates });
    await into.insert([row(2, 1), row(3, 9)]);
    await into.rollback();
    expect(await stored(temporary)).toEqual([{ name: "Contact 1" }, { name: "Contact 2" }]);
    expect(await temporary.rows("select * from contact_update")).toEqual([]);
  },
);

test("an import that died undecided has updated nobody", async () => {
  const temporary = await temporaryStore();
  const audienceId = await anAudience(temporary.store, 1);
  const into = await writer(temporary.store, audienceId, { duplicates: "update" });
  await into.insert([row(2, 1)]);
  const store = await temporary.reopen();
  await store.tidied();
  expect(await stored(temporary)).toEqual([{ name: "Contact 1" }]);
  expect(await temporary.rows("select * from contact_update")).toEqual([]);
});

test("an import that died once it was decided is carried over at the next start", async () => {
  const temporary = await temporaryStore();
  const audienceId = await anAudience(temporary.store, 1);
  const file = await DatabaseFile.open(temporary.file, "create");
  await file.script(`insert into contact_update (contact_id, audience_id, name, variables)
    select id, ${audienceId}, 'Ana', '{"plan":"gold"}' from contact`);
  await file.close();
  await expect(writer(temporary.store, audienceId, {})).rejects.toThrow("under way");

  const store = await temporary.reopen();
  await store.tidied();
  expect(await stored(temporary, "name, variables")).toEqual([
    { name: "Ana", variables: '{"city":"Springfield","plan":"gold"}' },
  ]);
  await (await writer(store, audienceId, {})).rollback();
});

test("skips numbers that nobody may call now, if that is asked for", async () => {
  const temporary = await temporaryStore();
  const { store, file } = temporary;
  const list = await DatabaseFile.open(file, "create");
  const entry = (phone: PhoneNumber, expires: number | null) =>
    list.write(
      "insert into do_not_call (phone, added_at, expires_at, source, note) values (?, 0, ?, 'file', '')",
      [phone, expires],
    );
  await entry(numberOf(1), null);
  await entry(numberOf(2), NOW - 1);
  await entry(numberOf(3), NOW + 1);
  await list.close();
  const batch = [1, 2, 3, 4].map((place) => row(place + 1, place));
  const skipping = await openContactWriter(file, { kind: "new", name: "A" }, [], NOW);
  expect(await skipping.insert(batch)).toEqual({
    imported: 2,
    updated: 0,
    skipped: [
      { line: 2, reason: "do-not-call" },
      { line: 4, reason: "do-not-call" },
    ],
  });
  await skipping.rollback();
  const rules = { duplicates: "skip", skipDoNotCall: false } as const;
  const taking = await openContactWriter(file, { kind: "new", name: "B" }, [], NOW, rules);
  expect(await taking.insert(batch)).toMatchObject({ imported: 4 });
  await taking.rollback();
  await store.tidied();
});

test("stores what is known of a number", async () => {
  const temporary = await temporaryStore();
  const into = await openContactWriter(temporary.file, { kind: "new", name: "A" }, [], NOW);
  const facts = {
    country: "US",
    lineType: "MOBILE",
    timeZones: ["America/New_York"],
    externalId: "7",
    alternatePhones: [numberOf(8)],
  };
  await into.insert([row(2, 1, facts), row(3, 2)]);
  await into.commit();
  const columns = "country, line_type, time_zones, external_id, alternate_phones";
  expect(await stored(temporary, columns)).toEqual([
    {
      country: "US",
      line_type: "MOBILE",
      time_zones: '["America/New_York"]',
      external_id: "7",
      alternate_phones: JSON.stringify([numberOf(8)]),
    },
    { country: null, line_type: null, time_zones: null, external_id: null, alternate_phones: null },
  ]);
});
