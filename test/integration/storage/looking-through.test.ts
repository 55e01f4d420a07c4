import fc from "fast-check";
import { expect, test } from "vitest";
import {
  NO_FILTERS,
  type ContactFilters,
  type ContactSort,
  type ContactView,
} from "../../../src/shared/contact";
import type { AudienceId } from "../../../src/shared/ids";
import { openContactWriter, type Store } from "../../../src/main/storage";
import { DatabaseFile } from "../../../src/main/storage/dialect/database-file";
import { temporaryStore } from "../../support/temporary-store";
import { anAudience, aRunningCampaign, claimNext, NOW, numberOf } from "./scene";

async function names(
  store: Store,
  id: AudienceId,
  view: Partial<ContactView>,
  { offset = 0, limit = 100 } = {},
) {
  const page = await store.audiences.contacts(id, { ...view, offset, limit }, NOW);
  return page.rows.map(({ name }) => name);
}

const filteredBy = (filter: Partial<ContactFilters>) => ({
  filters: { ...NO_FILTERS, ...filter },
});

/** Four contacts of whom much is known. */
async function aMixedAudience(store: Store): Promise<AudienceId> {
  const writer = await openContactWriter(store.file, { kind: "new", name: "Mixed" }, ["due"], NOW);
  await writer.insert(
    ["Zoë", "anna", "Bert", "Émile"].map((name, place) => ({
      line: place + 2,
      name,
      phone: numberOf(9 - place),
      variables: { due: ["9", "110", "soon", "20"][place]! },
    })),
  );
  const id = await writer.commit();
  const file = await DatabaseFile.open(store.file, "create");
  const fact = (name: string, columns: string) =>
    file.script(`update contact set ${columns} where name = '${name}'`);
  await fact("Zoë", `country = 'US', line_type = 'MOBILE', time_zones = '["America/Denver"]'`);
  await fact("anna", `country = 'DE', line_type = 'MOBILE', time_zones = '["Europe/Berlin"]'`);
  await fact("Bert", `country = 'US', time_zones = '["America/Denver","America/Chicago"]'`);
  await file.close();
  return id;
}

test("contacts are put in every order, both ways", async () => {
  const { store } = await temporaryStore();
  const id = await aMixedAudience(store);
  const inOrder = async (sort: ContactSort) => [
    (await names(store, id, { sort })).join(" "),
    (await names(store, id, { sort, descending: true })).join(" "),
  ];
  expect(await inOrder("added")).toEqual(["Zoë anna Bert Émile", "Émile Bert anna Zoë"]);
  expect(await inOrder("name")).toEqual(["anna Bert Zoë Émile", "Émile Zoë Bert anna"]);
  expect(await inOrder("phone")).toEqual(["Émile Bert anna Zoë", "Zoë anna Bert Émile"]);
  expect(await inOrder("country")).toEqual(["Émile anna Zoë Bert", "Bert Zoë anna Émile"]);
  // Figures by what they come to, then words.
  expect(await inOrder("variable:due")).toEqual(["Zoë Émile anna Bert", "Bert anna Émile Zoë"]);
});

test("contacts are put in the order of a variable, whatever its name holds", async () => {
  const { store } = await temporaryStore();
  for (const name of ['5" pipe', "back\\slash", "two\nlines", "a.b[0]", "$", "#-1"]) {
    const target = { kind: "new", name } as const;
    const writer = await openContactWriter(store.file, target, [name], NOW);
    await writer.insert(
      ["b", "c", "a"].map((value, place) => ({
        line: place + 2,
        name: value,
        phone: numberOf(place + 1),
        variables: { [name]: value },
      })),
    );
    const id = await writer.commit();
    expect(await names(store, id, { sort: `variable:${name}` })).toEqual(["a", "b", "c"]);
  }
});

test("contacts are filtered by country, zone and kind of line, also where those are not known", async () => {
  const { store } = await temporaryStore();
  const id = await aMixedAudience(store);
  const found = (filter: Partial<ContactFilters>) => names(store, id, filteredBy(filter));
  expect(await found({ country: "US" })).toEqual(["Zoë", "Bert"]);
  expect(await found({ country: "" })).toEqual(["Émile"]);
  expect(await found({ timeZone: "America/Denver" })).toEqual(["Zoë", "Bert"]);
  expect(await found({ timeZone: "" })).toEqual(["Émile"]);
  expect(await found({ lineType: "MOBILE", country: "DE" })).toEqual(["anna"]);
  expect(await store.audiences.facets(id)).toEqual({
    countries: [
      { value: "US", contacts: 2 },
      { value: "", contacts: 1 },
      { value: "DE", contacts: 1 },
    ],
    lineTypes: [
      { value: "", contacts: 2 },
      { value: "MOBILE", contacts: 2 },
    ],
    timeZones: [
      { value: "America/Denver", contacts: 2 },
      { value: "", contacts: 1 },
      { value: "America/Chicago", contacts: 1 },
      { value: "Europe/Berlin", contacts: 1 },
    ],
  });
});

test("who was called, and who is not to be called, is seen and filtered by", async () => {
  const { store, file } = await temporaryStore();
  const id = await anAudience(store, 3);
  const campaign = await aRunningCampaign(store, { audienceId: id });
  await claimNext(store, campaign, 1);
  const list = await DatabaseFile.open(file, "create");
  await list.script(`insert into do_not_call (phone, added_at, expires_at, source, note) values
    ('${numberOf(2)}', 1, null, 'supervisor', ''), ('${numberOf(3)}', 1, ${NOW - 1}, 'supervisor', '')`);
  await list.close();
  const found = (filter: Partial<ContactFilters>) => names(store, id, filteredBy(filter));
  expect(await found({ calledBefore: true })).toEqual(["Contact 1"]);
  expect(await found({ calledBefore: false })).toEqual(["Contact 2", "Contact 3"]);
  expect(await found({ doNotCall: true })).toEqual(["Contact 2"]);
  expect(await found({ doNotCall: false })).toEqual(["Contact 1", "Contact 3"]);
  const { rows } = await store.audiences.contacts(id, { offset: 0, limit: 3 }, NOW);
  expect(rows.map(({ doNotCall, lastCalledAt }) => [doNotCall, lastCalledAt])).toEqual([
    [false, NOW],
    [true, null],
    [false, null],
  ]);
});

test("a search finds the same before and after its index is made, in any audience", async () => {
  const { store, rows } = await temporaryStore();
  await anAudience(store, 30, { name: "Another" });
  const id = await anAudience(store, 3_000);
  const searches = ["tact 299", "CONTACT 2", "2", "(415) 000-0299", "no such", 'a"b', "%", "29"];
  const all = async () => Promise.all(searches.map((search) => names(store, id, { search })));
  const before = await all();
  expect(before[0]).toEqual([
    "Contact 299",
    ...[...Array(10).keys()].map((n) => `Contact 299${n}`),
  ]);
  await store.tidied();
  expect(
    await rows("select searchable_to - last_contact_id as left from audience where id = 2"),
  ).toEqual([{ left: 0 }]);
  expect(await all()).toEqual(before);
});

test("whatever names hold, a search by the index finds what looking at each of them finds", async () => {
  const { store } = await temporaryStore();
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 9 });
  const cases = fc.record({
    names: fc.array(text, { minLength: 1, maxLength: 12 }),
    which: fc.nat(11),
    from: fc.nat(4),
    length: fc.integer({ min: 1, max: 9 }),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ names: all, which, from, length }) => {
      const id = await named(store, all);
      const search = all[which % all.length]!.slice(from, from + length);
      const before = await names(store, id, { search });
      await store.tidied();
      store.audiences.contactsChanged(id);
      expect(await names(store, id, { search })).toEqual(before);
    }),
    { numRuns: 60 },
  );
}, 30_000);

test("a search takes small and capital letters for the same, in every alphabet", async () => {
  const { store } = await temporaryStore();
  const all = ["Jürgen Müßig [A-Z]*", "JÜRGEN MÜSSIG", "Ζωή", "ИВАН Петров", "Jurgen", "İnci"];
  const id = await named(store, all);
  const found = async () =>
    Promise.all(
      ["jürgen", "JÜRGEN", "müßig [a-z]*", "ΖΩΉ", "иван п", "ü", "[a-z]", "é"].map((search) =>
        names(store, id, { search }),
      ),
    );
  const expected = [
    [all[0], all[1]],
    [all[0], all[1]],
    [all[0]],
    [all[2]],
    [all[3]],
    [all[0], all[1]],
    [all[0]],
    [],
  ];
  expect(await found()).toEqual(expected);
  await store.tidied();
  store.audiences.contactsChanged(id);
  expect(await found()).toEqual(expected);
});

async function named(store: Store, all: readonly string[]): Promise<AudienceId> {
  const id = await anAudience(store, all.length);
  const file = await DatabaseFile.open(store.file, "create");
  for (const [place, name] of all.entries()) {
    await file.write("update contact set name = ? where audience_id = ? and phone = ?", [
      name,
      id,
      numberOf(place + 1),
    ]);
  }
  await file.close();
  return id;
}

test("in a large audience the first page comes before the count, and pages fit together", async () => {
  const { store } = await temporaryStore();
  const id = await anAudience(store, 30_000);
  const view: ContactView = {
    search: "tact 2",
    filters: NO_FILTERS,
    sort: "added",
    descending: true,
  };
  const first = await store.audiences.contacts(id, { ...view, offset: 0, limit: 50 }, NOW);
  expect(first).toMatchObject({ total: 50, counting: true });
  expect(first.rows[0]?.name).toBe("Contact 29999");
  const total = await store.audiences.countContacts(id, view, NOW);
  expect(total).toBe(11_111);
  const again = await store.audiences.contacts(id, { ...view, offset: 0, limit: 50 }, NOW);
  expect(again).toMatchObject({ total, counting: false });
});
