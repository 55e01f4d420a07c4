import { expect, onTestFinished, test } from "vitest";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";
import { findCallsInEveryOrder } from "../../../src/main/storage/migrations/0006-find-calls-in-every-order";
import { letContactsShareANumber } from "../../../src/main/storage/migrations/0005-let-contacts-share-a-number";
import { MIGRATIONS } from "../../../src/main/storage/migrations";
import { migrate, versionOf } from "../../../src/main/storage/migrations/migrate";

/** A store as a version of Paceline with so many migrations left it. */
async function storeAt(version: number): Promise<DatabaseFile> {
  const file = await DatabaseFile.open(":memory:", "create");
  onTestFinished(() => file.close());
  await migrate(file, version);
  return file;
}

test("0001 creates strict tables only", async () => {
  const file = await storeAt(1);
  expect(await versionOf(file)).toBe(1);
  const tables = await file.rows(
    "select name, strict from pragma_table_list where schema = 'main' and name not like 'sqlite%'",
    [],
  );
  expect(tables.map(({ name }) => name).sort()).toEqual([
    "activity",
    "attempt",
    "audience",
    "campaign",
    "campaign_contact",
    "campaign_outcome",
    "campaign_progress",
    "contact",
    "flow",
    "recording",
    "settings",
    "usage",
  ]);
  expect(tables.every(({ strict }) => strict === 1)).toBe(true);
});

test("0001 refuses counters that do not add up", async () => {
  const file = await storeAt(1);
  await file.script("pragma foreign_keys = off");
  const progress = (total: number, unclaimed: number) =>
    file.write(
      `insert into campaign_progress
        (campaign_id, enrolled_to, last_contact_id, total, unclaimed, last_event_at)
      values (1, 0, 9, ?, ?, 0)`,
      [total, unclaimed],
    );
  await expect(progress(9, 8)).rejects.toThrow("CHECK");
  await expect(progress(9, 9)).resolves.toMatchObject({ rows: 1 });
});

test("0002 keeps contacts and attempts, with nothing known of their numbers yet", async () => {
  const file = await storeAt(1);
  await file.script(`
    insert into audience (name, variables, state, created_at) values ('A', '[]', 'ready', 1);
    insert into contact (audience_id, name, phone, variables) values (1, 'Ana', '+14155550100', '{}');
    insert into campaign (name, status, flow_name, audience_id, audience_name, dialing, created_at)
      values ('C', 'PAUSED', 'F', 1, 'A', '{}', 1);
    insert into campaign_contact (campaign_id, contact_id, name, phone, status, attempts, not_before)
      values (1, 1, 'Ana', '+14155550100', 'PENDING', 1, 5);`);
  await migrate(file, 2);
  const [contact] = await file.rows("select * from contact", []);
  expect(contact).toMatchObject({ name: "Ana", country: null, time_zones: null });
  const [enrolled] = await file.rows("select not_before, waits_for from campaign_contact", []);
  expect(enrolled).toEqual({ not_before: 5, waits_for: null });
  await expect(file.script("update campaign_contact set waits_for = 'weather'")).rejects.toThrow(
    "CHECK",
  );
});

test("0002 begins with an empty do-not-call list, never imported", async () => {
  const file = await storeAt(1);
  await migrate(file, 2);
  expect(await file.rows("select * from do_not_call", [])).toEqual([]);
  expect(await file.rows("select * from do_not_call_import", [])).toEqual([]);
});

test("0003 keeps contacts; those that are removed or changed leave the search with their old words", async () => {
  const file = await storeAt(2);
  await file.script(`
    insert into audience (name, variables, state, created_at) values ('A', '[]', 'ready', 1);
    insert into contact (audience_id, name, phone, variables) values
      (1, 'Ana', '+14155550100', '{}'), (1, 'Bob', '+14155550101', '{}');`);
  await migrate(file, 3);
  expect(await file.rows("select searchable_to from audience", [])).toEqual([{ searchable_to: 0 }]);
  await file.script(`insert into contact_text (rowid, text) select id, name from contact;
    update contact set name = 'Cleo' where id = 1;
    delete from contact where id = 2;`);
  const found = (word: string) =>
    file.rows("select rowid from contact_text where contact_text match ?", [word]);
  expect([await found("ana"), await found("bob")]).toEqual([[], []]);
  expect(await found("leo")).toEqual([{ rowid: 1 }]);
});

test("0005 keeps contacts, and lets two share a number", async () => {
  const place = MIGRATIONS.indexOf(letContactsShareANumber);
  const file = await storeAt(place);
  const add = `insert into contact (audience_id, name, phone, variables)
    values (1, 'Ana', '+14155550100', '{}')`;
  await file.script(`
    insert into audience (name, variables, state, created_at) values ('A', '[]', 'ready', 1);
    ${add};`);
  await expect(file.script(add)).rejects.toThrow("UNIQUE");
  await migrate(file, place + 1);
  await file.script(add);
  const contacts = await file.rows("select id, name from contact", []);
  expect(contacts).toEqual([
    { id: 1, name: "Ana" },
    { id: 2, name: "Ana" },
  ]);
  expect(await file.rows("select * from contact_update", [])).toEqual([]);
});

test("0006 keeps calls, and each order is read from an index alone, whatever the status", async () => {
  const place = MIGRATIONS.indexOf(findCallsInEveryOrder);
  const file = await storeAt(place);
  await file.script(`
    insert into campaign (id, name, status, flow_name, audience_name, dialing, created_at)
    values (1, 'A', 'PAUSED', 'F', 'B', '{}', 1);
    insert into campaign_contact
      (campaign_id, contact_id, name, phone, status, attempts, last_attempt_at)
    values (1, 1, 'Ana', '+14155550100', 'COMPLETED', 1, 5)`);
  await migrate(file, place + 1);
  for (const order of ["time", "contact", "status", "duration", "attempts"]) {
    for (const index of [`call_by_${order}`, `call_by_${order}_anywhere`]) {
      const calls = `select contact_id from campaign_contact indexed by ${index}
        where last_attempt_at is not null and status = 'COMPLETED' and outcome is null`;
      expect(await file.rows(calls, [])).toEqual([{ contact_id: 1 }]);
      const [plan] = await file.rows(`explain query plan ${calls}`, []);
      expect(plan?.detail).toContain(`COVERING INDEX ${index}`);
    }
  }
});

test("migrating again changes nothing", async () => {
  const file = await storeAt(MIGRATIONS.length);
  await file.write("insert into flow (name, content, updated_at) values ('A', '{}', 1)", []);
  await migrate(file);
  expect(await file.rows("select name from flow", [])).toEqual([{ name: "A" }]);
});

test("a migration that fails leaves the store at the version it had", async () => {
  const file = await storeAt(0);
  await file.script("create table usage (day text)");
  await expect(migrate(file)).rejects.toThrow("usage");
  expect(await versionOf(file)).toBe(0);
  const tables = await file.rows("select name from sqlite_schema where type = 'table'", []);
  expect(tables).toEqual([{ name: "usage" }]);
});
